// What costing reads of one product: its movements in order, costs that came later, and what closings found. All of it is
// plain in the book, so any copy works out the same.
import type { ReadDb } from '#main/db/database.ts'
import type { CostEntry, CostHistory, CostMethod, FrozenValues, LateCost } from '#main/domain/costing/cost-types.ts'
import { assemblyCosts } from '#main/services/costing/assembly-costs.ts'
import { type ClockFinder, clocksOfAll, clocksOfFew, inCostOrder } from '#main/services/costing/movement-clocks.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** A movement as costing takes it, with the document it is a line of. */
type LedgerEntry = CostEntry & { readonly documentId: Id | null }

/** Gives histories of products; knows what all of them share. It serves one call and is then thrown away. */
export type HistorySource = {
  readonly method: CostMethod
  readonly closedThrough: Day | null
  historyOf(productId: Id): CostHistory
  /** These movements alone, in order: for what is appended. */
  entriesOf(productId: Id, ids: readonly Id[]): CostEntry[]
}

export function costMethod(db: ReadDb): CostMethod {
  return db.get<{ method: CostMethod }>('SELECT cost_method AS method FROM books WHERE id = 1')?.method ?? 'average'
}

/** `isWhole`: for all products of the book, so the log is read once. */
export function historySource(db: ReadDb, { isWhole = false } = {}): HistorySource {
  const method = costMethod(db)
  const clocks = isWhole ? clocksOfAll(db) : clocksOfFew(db)
  const closings = standingClosings(db, clocks)
  const hasLateCosts = db.get('SELECT 1 FROM landed_cost_shares LIMIT 1') !== undefined
  const costed = (entries: LedgerEntry[]) => withAssemblyCosts(db, inCostOrder(entries, clocks))
  return {
    method,
    closedThrough: closings.at(-1)?.on ?? null,
    historyOf(productId) {
      const { entries, lateCosts } = costed(allEntries(db, productId))
      const charged = hasLateCosts ? chargedLater(db, productId, clocks) : []
      const frozen = closings.length > 0 ? frozenValues(db, productId, closings) : []
      return { method, entries, lateCosts: [...charged, ...lateCosts], frozen }
    },
    entriesOf: (productId, ids) => costed(someEntries(db, productId, ids)).entries,
  }
}

// What was told of its cost last holds; most movements were told nothing.
const columns = `m.id, m.moved_on AS "on", m.warehouse_id AS warehouseId, m.batch_id AS batchId, m.kind,
  m.qty_milli AS qtyMilli, m.value_minor AS valueMinor, m.reverses_id AS reversesId, m.origin_id AS originId,
  m.document_id AS documentId`

function allEntries(db: ReadDb, productId: Id): LedgerEntry[] {
  const entries = db.all<LedgerEntry>(
    `SELECT ${columns} FROM stock_movements m INDEXED BY stock_movements_by_product WHERE m.product_id = ?`,
    productId,
  )
  return withToldCosts(db, entries)
}

function someEntries(db: ReadDb, productId: Id, ids: readonly Id[]): LedgerEntry[] {
  const entries = db.all<LedgerEntry>(
    `SELECT ${columns} FROM json_each(?) j CROSS JOIN stock_movements m ON m.id = j.value WHERE m.product_id = ?`,
    JSON.stringify(ids),
    productId,
  )
  return withToldCosts(db, entries)
}

/** What came in without a cost has the one that was told last; one that was taken back is unknown again. */
function withToldCosts(db: ReadDb, entries: LedgerEntry[]): LedgerEntry[] {
  const open = entries.filter(canBeTold)
  if (open.length === 0 || !db.get('SELECT 1 FROM told_costs LIMIT 1')) return entries
  const told = toldValues(
    db,
    open.map(({ id }) => id),
  )
  return entries.map((entry) => {
    const valueMinor = told.get(entry.id)
    return valueMinor === undefined || entry.valueMinor !== null ? entry : { ...entry, valueMinor }
  })
}

/** Goods that came in from outside, with no cost of their own and none that they take over. */
export function canBeTold(entry: Pick<CostEntry, 'qtyMilli' | 'valueMinor' | 'reversesId' | 'originId'>): boolean {
  return entry.qtyMilli > 0 && entry.valueMinor === null && entry.reversesId === null && entry.originId === null
}

/** The value told last for each movement; null where that was taken back. */
export function toldValues(db: ReadDb, movementIds: readonly Id[]): Map<Id, number | null> {
  const rows = db.all<{ id: Id; on: Day; movementId: Id; valueMinor: number | null }>(
    `SELECT t.id, '' AS "on", t.movement_id AS movementId, t.value_minor AS valueMinor
     FROM json_each(?) j CROSS JOIN told_costs t INDEXED BY told_costs_by_movement ON t.movement_id = j.value`,
    JSON.stringify(movementIds),
  )
  return new Map(inCostOrder(rows, clocksOfFew(db)).map(({ movementId, valueMinor }) => [movementId, valueMinor]))
}

type Costed = { entries: CostEntry[]; lateCosts: LateCost[] }

/** What was put together out of parts costs what these cost, and what they are charged later. */
function withAssemblyCosts(db: ReadDb, entries: LedgerEntry[]): Costed {
  const made = entries.filter((entry) => entry.kind === 'assembly' && canBeTold(entry) && entry.documentId !== null)
  if (made.length === 0) return { entries, lateCosts: [] }
  const costs = assemblyCosts(db, made)
  return {
    entries: entries.map((entry) => {
      const cost = costs.get(entry.id)
      return cost ? { ...entry, valueMinor: cost.valueMinor } : entry
    }),
    lateCosts: made.flatMap((entry) => costs.get(entry.id)?.lateCosts ?? []),
  }
}

/** Shares of charges that fell on the product's receipts. */
function chargedLater(db: ReadDb, productId: Id, clocks: ClockFinder): LateCost[] {
  const rows = db.all<LateCost & { id: Id }>(
    `SELECT s.id, s.movement_id AS receiptId, c.posted_on AS "on", s.base_minor AS amountMinor
     FROM stock_movements m INDEXED BY stock_movements_by_product
     CROSS JOIN landed_cost_shares s INDEXED BY landed_cost_shares_by_movement ON s.movement_id = m.id
     CROSS JOIN landed_costs c ON c.id = s.landed_cost_id
     WHERE m.product_id = ? AND m.qty_milli > 0`,
    productId,
  )
  return inCostOrder(rows, clocks).map(({ receiptId, on, amountMinor }) => ({ receiptId, on, amountMinor }))
}

type Closing = { id: Id; on: Day }

/** Closings that stand, the earliest first. */
function standingClosings(db: ReadDb, clocks: ClockFinder): Closing[] {
  const rows = db.all<Closing>('SELECT id, through_on AS "on" FROM period_closings WHERE deleted = 0')
  return inCostOrder(rows, clocks)
}

function frozenValues(db: ReadDb, productId: Id, closings: readonly Closing[]): FrozenValues[] {
  const rows = db.raw(
    `SELECT v.closing_id, v.movement_id, v.value_minor FROM stock_movements m INDEXED BY stock_movements_by_product
     CROSS JOIN closed_values v INDEXED BY closed_values_by_movement ON v.movement_id = m.id WHERE m.product_id = ?`,
    productId,
  ) as [Id, Id, number | null][]
  const values = new Map<Id, Map<Id, number | null>>(closings.map(({ id }) => [id, new Map()]))
  for (const [closing, movement, value] of rows) values.get(closing)?.set(movement, value)
  return closings.map(({ id, on }) => ({ through: on, values: values.get(id) ?? new Map() }))
}
