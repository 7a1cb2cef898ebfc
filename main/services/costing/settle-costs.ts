// Keeps what follows from costs true: values of movements, layers, costs of issues, what balances are worth. Called in the
// transaction of whatever changed the ledger, late costs, closings or the method; everything it writes is derived.
import type { WriteTx } from '#main/db/database.ts'
import type { CostEntry, CostHistory, CostRun } from '#main/domain/costing/cost-types.ts'
import { replayCosts } from '#main/domain/costing/replay-costs.ts'
import { appendedCosts } from '#main/services/costing/appended-costs.ts'
import { type HistorySource, historySource } from '#main/services/costing/cost-history.ts'
import {
  balanceValues,
  type Cell,
  costTables,
  issueCostRows,
  layerRows,
  stateRows,
  valueRows,
} from '#main/services/costing/cost-rows.ts'
import { addRows, keepBalanceValues, replaceRows } from '#main/services/costing/cost-store.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type CostScope = {
  products: readonly Id[] | 'all'
  /** The first day on which anything changed. */
  from?: Day
  /** Movements that were just appended, where nothing else changed: the newest are costed without looking at the past. */
  appended?: readonly Id[]
}

/** Settles the costs of products, and of those that were made of them. */
export function settleCosts(tx: WriteTx, { products, appended = [] }: CostScope): void {
  if (products === 'all') {
    settleAll(tx)
    return
  }
  if (products.length === 0) return
  settleQueue(tx, historySource(tx), { queue: inOrderOfMaking(tx, products, appended), posted: appended })
}

/** No chain of parts is longer than this in one book; one that were would be a circle, which postings in order cannot make. */
const mostRounds = 100

type Queue = { queue: Id[]; posted: readonly Id[] }

function settleQueue(tx: WriteTx, source: HistorySource, { queue, posted }: Queue): void {
  const rounds = new Map<Id, number>()
  // Many orders may be posted at once: each product looks at its own movements alone.
  const postedOf = byProduct(tx, posted)
  // Products in whose past something changed.
  const replayed = new Set<Id>()
  for (let product = queue.shift(); product !== undefined; product = queue.shift()) {
    const round = (rounds.get(product) ?? 0) + 1
    rounds.set(product, round)
    const changed = settleProduct(tx, source, {
      productId: product,
      posted: replayed.has(product) ? [] : (postedOf.get(product) ?? []),
    })
    if (round > mostRounds) continue
    for (const { made, isPosted } of madeOf(tx, changed, posted)) {
      if (isPosted && queue.includes(made)) continue
      replayed.add(made)
      if (!queue.includes(made)) queue.push(made)
    }
  }
}

function byProduct(tx: WriteTx, movementIds: readonly Id[]): Map<Id, Id[]> {
  const found = new Map<Id, Id[]>()
  if (movementIds.length === 0) return found
  const rows = tx.raw(
    'SELECT m.product_id, m.id FROM json_each(?) j CROSS JOIN stock_movements m ON m.id = j.value',
    JSON.stringify(movementIds),
  ) as [Id, Id][]
  for (const [productId, id] of rows) {
    const known = found.get(productId)
    if (known) known.push(id)
    else found.set(productId, [id])
  }
  return found
}

/** What is put together comes after what it is put together of, so that it is costed once. */
function inOrderOfMaking(tx: WriteTx, products: readonly Id[], posted: readonly Id[]): Id[] {
  if (products.length < 2 || posted.length === 0) return [...products]
  const rows = tx.raw(
    `SELECT DISTINCT m.product_id FROM json_each(?) j CROSS JOIN stock_movements m ON m.id = j.value
     WHERE m.kind = 'assembly' AND m.qty_milli > 0`,
    JSON.stringify(posted),
  )
  const made = new Set(rows.map(([id]) => id as Id))
  return [...products.filter((id) => !made.has(id)), ...products.filter((id) => made.has(id))]
}

type OneProduct = { productId: Id; posted: readonly Id[] }

/** Gives the movements into assemblies whose value changed. */
function settleProduct(tx: WriteTx, source: HistorySource, { productId, posted }: OneProduct): Id[] {
  const appended = posted.length > 0 ? appendedCosts(tx, source, { productId, posted }) : null
  if (appended) {
    addRows(tx, valueRows(productId, appended.run.rows, appended.entries))
    addRows(tx, issueCostRows(productId, appended.run))
    keepState(tx, productId, appended.run, appended.run.state.lastOn)
    return appended.entries.filter(isUsed).map(({ id }) => id)
  }
  const history = source.historyOf(productId)
  const run = replayCosts(history)
  const { gone, come } = replaceRows(tx, productId, valueRows(productId, run.rows, history.entries))
  replaceRows(tx, productId, issueCostRows(productId, run))
  keepState(tx, productId, run, settledOn(history))
  return changedAmong(history.entries.filter(isUsed), [...gone, ...come])
}

function isUsed({ kind, qtyMilli, reversesId }: CostEntry): boolean {
  return kind === 'assembly' && qtyMilli < 0 && reversesId === null
}

const movementColumn = costTables.stock_values.columns.indexOf('movement_id')

function changedAmong(entries: readonly CostEntry[], rows: readonly (readonly Cell[])[]): Id[] {
  if (entries.length === 0) return []
  const changed = new Set(rows.map((row) => row[movementColumn]))
  return entries.filter(({ id }) => changed.has(id)).map(({ id }) => id)
}

function keepState(tx: WriteTx, productId: Id, { state }: CostRun, on: Day | null): void {
  replaceRows(tx, productId, layerRows(productId, state))
  replaceRows(tx, productId, stateRows(productId, state, on))
  keepBalanceValues(tx, productId, balanceValues(state))
}

/**
 * From which day on a movement can be added without looking back. On the day of a late cost, what it changed stands apart from
 * what moved, so a movement of that very day looks back.
 */
export function settledOn({ entries, lateCosts = [] }: CostHistory): Day | null {
  const days = lateCosts.map(({ on }) => addDays(on, 1))
  return days.reduce((last, day) => (last === null || day > last ? day : last), entries.at(-1)?.on ?? null)
}

type Made = { made: Id; isPosted: boolean }

/** Products that were made of what these movements took out; `isPosted`: all that was made was itself just posted. */
function madeOf(tx: WriteTx, movementIds: readonly Id[], posted: readonly Id[]): Made[] {
  if (movementIds.length === 0) return []
  const rows = tx.raw(
    `SELECT r.product_id, min(r.id IN (SELECT value FROM json_each(?)))
     FROM json_each(?) j CROSS JOIN stock_movements m ON m.id = j.value
     CROSS JOIN stock_movements r INDEXED BY stock_movements_by_document ON r.document_id = m.document_id
     WHERE r.kind = 'assembly' AND r.qty_milli > 0 AND r.reverses_id IS NULL GROUP BY r.product_id`,
    JSON.stringify(posted),
    JSON.stringify(movementIds),
  ) as [Id, 0 | 1][]
  return rows.map(([made, isPosted]) => ({ made, isPosted: isPosted === 1 }))
}

/** Every product anew, into empty tables: quicker than looking for what differs. */
function settleAll(tx: WriteTx): void {
  for (const table of Object.keys(costTables)) tx.run(`DELETE FROM ${table}`)
  tx.run('UPDATE stock_balances SET value_minor = 0, uncosted_milli = 0')
  const source = historySource(tx, { isWhole: true })
  const made = new Set(
    tx
      .raw("SELECT DISTINCT product_id FROM stock_movements WHERE kind = 'assembly' AND qty_milli > 0")
      .map(([id]) => id as Id),
  )
  const products = tx.raw('SELECT DISTINCT product_id FROM stock_movements ORDER BY product_id').map(([id]) => id as Id)
  for (const productId of products) {
    if (made.has(productId)) continue
    const history = source.historyOf(productId)
    const run = replayCosts(history)
    addRows(tx, valueRows(productId, run.rows, history.entries))
    addRows(tx, issueCostRows(productId, run))
    addRows(tx, layerRows(productId, run.state))
    addRows(tx, stateRows(productId, run.state, settledOn(history)))
    keepBalanceValues(tx, productId, balanceValues(run.state))
  }
  settleQueue(tx, source, { queue: [...made], posted: [] })
}
