// For `check`: everything that costing derived, held against the ledger, each difference by name. Nothing is written.
import type { ReadDb } from '#main/db/database.ts'
import { replayCosts } from '#main/domain/costing/replay-costs.ts'
import { type HistorySource, historySource } from '#main/services/costing/cost-history.ts'
import {
  balanceValues,
  type Cell,
  type CostTable,
  costTables,
  issueCostRows,
  layerRows,
  stateRows,
  type TableRows,
  valueRows,
} from '#main/services/costing/cost-rows.ts'
import { differenceOf, keptRows } from '#main/services/costing/cost-store.ts'
import { settledOn } from '#main/services/costing/settle-costs.ts'
import type { Id } from '#shared/ids.ts'

export type CostProblem = { code: string; where: string }

const codes: Readonly<Record<CostTable, string>> = {
  stock_values: 'stock-value',
  stock_layers: 'stock-layer',
  issue_costs: 'issue-cost',
  stock_cost_states: 'cost-state',
}

/** Each difference once per product and table, and for values and costs of issues per movement; at most `most` of a kind. */
export function costProblems(db: ReadDb, most = 20): CostProblem[] {
  const source = historySource(db, { isWhole: true })
  const found = [
    ...productsWithStock(db).flatMap((productId) => problemsOf(db, source, productId)),
    ...chargeProblems(db),
  ]
  return [...Map.groupBy(found, ({ code }) => code).values()].flatMap((some) => some.slice(0, most))
}

/** Those that moved, and those of which anything derived is left without a movement. */
function productsWithStock(db: ReadDb): Id[] {
  const tables = ['stock_movements', 'stock_balances', ...Object.keys(costTables)]
  const rows = db.raw(tables.map((table) => `SELECT product_id FROM ${table}`).join(' UNION '))
  return rows.map(([id]) => id as Id)
}

function problemsOf(db: ReadDb, source: HistorySource, productId: Id): CostProblem[] {
  const history = source.historyOf(productId)
  const run = replayCosts(history)
  const wanted: TableRows[] =
    history.entries.length === 0
      ? (Object.keys(costTables) as CostTable[]).map((table) => ({ table, rows: [] }))
      : [
          valueRows(productId, run.rows, history.entries),
          layerRows(productId, run.state),
          issueCostRows(productId, run),
          stateRows(productId, run.state, settledOn(history)),
        ]
  return [
    ...wanted.flatMap((rows) => differences(db, productId, rows)),
    ...balanceProblems(db, productId, balanceValues(run.state)),
  ]
}

function differences(db: ReadDb, productId: Id, { table, rows }: TableRows): CostProblem[] {
  const { gone, come } = differenceOf(keptRows(db, table, productId), rows)
  const movements = new Set([...gone, ...come].map((row) => movementOf(table, row)))
  return [...movements].map((movement) => ({
    code: codes[table],
    where: movement === null ? String(productId) : `${productId} ${movement}`,
  }))
}

function movementOf(table: CostTable, row: readonly Cell[]): Cell {
  const columns: readonly string[] = costTables[table].columns
  const at = columns.indexOf(table === 'stock_layers' ? 'layer_id' : 'movement_id')
  return at < 0 ? null : (row[at] ?? null)
}

function balanceProblems(db: ReadDb, productId: Id, wanted: ReturnType<typeof balanceValues>): CostProblem[] {
  const rows = db.raw(
    'SELECT warehouse_id, value_minor, uncosted_milli FROM stock_balances WHERE product_id = ?',
    productId,
  ) as [Id, number | null, number][]
  return rows
    .filter(([place, valueMinor, uncostedMilli]) => {
      const value = wanted.get(place) ?? { valueMinor: 0, uncostedMilli: 0 }
      return value.valueMinor !== valueMinor || value.uncostedMilli !== uncostedMilli
    })
    .map(([place]) => ({ code: 'stock-balance-value', where: `${productId} ${place}` }))
}

/** Charges whose shares do not add up to them, and closed values of movements that their closing did not reach. */
function chargeProblems(db: ReadDb): CostProblem[] {
  const charges = db.raw(
    `SELECT c.id FROM landed_costs c LEFT JOIN landed_cost_shares s ON s.landed_cost_id = c.id
     GROUP BY c.id HAVING coalesce(sum(s.base_minor), 0) <> c.base_minor`,
  )
  const closed = db.raw(
    `SELECT v.id FROM closed_values v JOIN period_closings c ON c.id = v.closing_id
     JOIN stock_movements m ON m.id = v.movement_id WHERE m.moved_on > c.through_on`,
  )
  return [
    ...charges.map(([id]) => ({ code: 'landed-cost', where: String(id) })),
    ...closed.map(([id]) => ({ code: 'closed-value', where: String(id) })),
  ]
}
