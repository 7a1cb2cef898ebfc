// What a redaction would take out of a book, counted table by table.
import type { ReadDb } from '#main/db/database.ts'
import { isFull } from '#main/services/copies/empty-cells.ts'
import { type CellsOut, type RedactionPlan, redactionPlan } from '#main/services/copies/redaction-plan.ts'
import { redactionRules } from '#main/services/copies/redaction-rules.ts'
import type { RedactedTable, Redaction, RedactionPreview } from '#shared/schemas/copies.ts'

/** Goes along without being worth a line: the log's other half, what only this copy has, references to what goes. */
const quiet = new Set([
  'changes',
  'erasures',
  'erased_leaves',
  'undoings',
  'drafts',
  'grid_states',
  'recent_records',
  'merges',
])

export function redactionPreview(db: ReadDb, redact: readonly Redaction[]): RedactionPreview {
  return { tables: redact.length === 0 ? [] : redactedTables(db, redactionPlan(redact)) }
}

/** Tables of which rows or cells go; those that hold nothing of the kind are not told. */
export function redactedTables(db: ReadDb, plan: RedactionPlan): RedactedTable[] {
  const whole = plan.rows
    .filter(({ table }) => !quiet.has(table))
    .map(({ table, where }) => ({ table, rows: count(db, table, where), isWhole: true, columns: [] }))
  const parts = [...byTable(plan.cells)].map(([table, cells]) => partOf(db, table, cells, plan))
  // In the order of the rules: people first, the program's own things last.
  const order = Object.keys(redactionRules)
  return [...whole, ...parts]
    .filter(({ rows }) => rows > 0)
    .sort((left, right) => order.indexOf(left.table) - order.indexOf(right.table))
}

function byTable(cells: readonly CellsOut[]): Map<string, CellsOut[]> {
  const tables = new Map<string, CellsOut[]>()
  for (const cell of cells) {
    if (cell.class !== 'gone') tables.set(cell.table, [...(tables.get(cell.table) ?? []), cell])
  }
  return tables
}

/** Rows that stay and lose something, and the columns in which any of them does. */
function partOf(db: ReadDb, table: string, cells: readonly CellsOut[], plan: RedactionPlan): RedactedTable {
  const out = plan.rows.find((rows) => rows.table === table)?.where ?? 'false'
  const full = cells.map((cell) => ({
    column: cell.column,
    where: `NOT (${out}) AND (${cell.where}) AND ${isFull(db, cell)}`,
  }))
  const columns = full
    .filter(({ where }) => db.get(`SELECT 1 FROM ${table} WHERE ${where} LIMIT 1`) !== undefined)
    .map(({ column }) => column)
  const any = full.map(({ where }) => `(${where})`).join(' OR ')
  return { table, rows: count(db, table, any), isWhole: false, columns }
}

function count(db: ReadDb, table: string, where: string): number {
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`)?.n ?? 0
}
