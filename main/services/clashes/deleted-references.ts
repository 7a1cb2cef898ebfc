// Living rows that point at a deleted one: one copy deleted what another went on working with.
import type { ReadDb } from '#main/db/database.ts'
import { tableList } from '#main/db/table-list.ts'
import type { ClashRow, ClashRule, FoundClash, Mender } from '#main/services/clashes/clash-rule.ts'
import { keptPartySql } from '#main/services/parties/merged-parties.ts'
import { ownedSql } from '#main/services/records/record-kind.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { rowRecords } from '#main/services/records/row-records.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordKind } from '#shared/schemas/records.ts'

/** A column that names rows of `target`; with `kind` where rows of many tables are named by kind and id. */
type Edge = { table: string; column: string; target: string; kind: RecordKind | null; isNeeded: boolean }

/** Deleted rows are found by an index where there may be many of their table. */
const deletedRows: Readonly<Record<string, string>> = {
  products: 'products INDEXED BY products_list_by_sku',
  parties: 'parties INDEXED BY parties_deleted',
  sales_orders: 'sales_orders INDEXED BY sales_orders_list_by_number',
  tasks: 'tasks INDEXED BY tasks_list_by_day',
  papers: 'papers INDEXED BY papers_list_by_number',
  bins: 'bins INDEXED BY bins_deleted',
  batches: 'batches INDEXED BY batches_deleted',
  purchase_orders: 'purchase_orders INDEXED BY purchase_orders_list_by_number',
  expected_goods: 'expected_goods INDEXED BY expected_goods_deleted',
  offers: 'offers INDEXED BY offers_deleted',
  certificates: 'certificates INDEXED BY certificates_deleted',
  quote_requests: 'quote_requests INDEXED BY quote_requests_list_by_day',
  order_lines: 'order_lines INDEXED BY order_lines_deleted',
  dispatches: 'dispatches INDEXED BY dispatches_deleted',
  settlements: 'settlements INDEXED BY settlements_deleted',
  settlement_lines: 'settlement_lines INDEXED BY settlement_lines_deleted',
  sales_costs: 'sales_costs INDEXED BY sales_costs_deleted',
  quote_request_lines: 'quote_request_lines INDEXED BY quote_request_lines_deleted',
  quote_answers: 'quote_answers INDEXED BY quote_answers_deleted',
  purchase_lines: 'purchase_lines INDEXED BY purchase_lines_deleted',
  purchase_receipts: 'purchase_receipts INDEXED BY purchase_receipts_deleted',
  milestones: 'milestones INDEXED BY milestones_deleted',
  inspections: 'inspections INDEXED BY inspections_deleted',
  claims: 'claims INDEXED BY claims_deleted',
  supplier_decisions: 'supplier_decisions INDEXED BY supplier_decisions_deleted',
  stock_documents: 'stock_documents INDEXED BY stock_documents_list_by_day',
  stock_counts: 'stock_counts INDEXED BY stock_counts_list_by_day',
}

export const pointersAtDeleted: ClashRule = {
  id: 'references/deleted',
  tables: Object.keys(tableList).filter((table) => tableList[table]?.kind === 'record' || table === 'stock_movements'),
  find: (db) => [
    ...edges(db)
      .filter(({ target }) => hasDeleted(db, target))
      .flatMap((edge) => clashesOf(db, edge)),
    ...stockOfDeleted(db),
  ],
  rows: (db, clashes) => [...pointing(db, clashes), ...pointedAt(db, clashes)],
  suggests: (db, { facts }) => [
    ...(keptOf(db, facts) === null ? [] : (['follow'] as const)),
    'restore',
    ...(edgeOf(db, facts) ? (['unlink'] as const) : []),
  ],
  mendings: [
    {
      id: 'follow',
      mend({ tx, update, touch }, { keep, facts }) {
        const kept = keptOf(tx, facts)
        if (kept === null) throw new AppError('clashes/not-this-way')
        update(String(facts.table), keep, { [String(facts.column)]: kept })
        touch(String(facts.table), [keep])
      },
    },
    { id: 'restore', mend: (mender, { facts }) => restore(mender, String(facts.target), Number(facts.targetId)) },
    {
      id: 'unlink',
      mend({ tx, update, touch }, { keep, facts }) {
        const edge = edgeOf(tx, facts)
        if (!edge) throw new AppError('clashes/not-this-way')
        const { table, column, isNeeded, kind } = edge
        const cleared = kind ? { record_kind: '', record_id: null } : { [column]: null }
        update(table, keep, isNeeded ? { deleted: 1 } : cleared)
        touch(table, [keep])
      },
    },
  ],
}

function hasDeleted(db: ReadDb, target: string): boolean {
  return db.get(`SELECT 1 FROM ${deletedRows[target] ?? target} WHERE deleted = 1 LIMIT 1`) !== undefined
}

/** The items of a checklist say nothing without their task; who deletes the task means them, too. */
const silent = ['task_items', 'alert_marks', 'books']

const known = new WeakMap<readonly string[], Edge[]>()

/** Every column of the schema by which a record points at another that can be deleted. The schema is the same in every book. */
function edges(db: ReadDb): readonly Edge[] {
  const kept = known.get(silent)
  if (kept) return kept
  const tables = Object.keys(tableList).filter(
    (table) => tableList[table]?.kind === 'record' && !silent.includes(table),
  )
  const found = tables.flatMap((table) => [...keyEdges(db, table), ...hangingEdges(table)])
  known.set(silent, found)
  return found
}

function keyEdges(db: ReadDb, table: string): Edge[] {
  const needed = new Set(
    db.raw('SELECT name FROM pragma_table_info(?) WHERE "notnull" = 1', table).map(([name]) => String(name)),
  )
  const keys = db.raw('SELECT "from", "table" FROM pragma_foreign_key_list(?)', table) as [string, string][]
  return keys.flatMap(([column, target]) =>
    tableList[target]?.kind === 'record' && target !== 'books'
      ? [{ table, column, target, kind: null, isNeeded: needed.has(column) }]
      : [],
  )
}

function hangingEdges(table: string): Edge[] {
  if (!['notes', 'record_attachments', 'tasks', 'papers'].includes(table)) return []
  return (Object.keys(recordKindRules) as RecordKind[]).flatMap((kind) => {
    const target = recordKindRules[kind].table
    const isNeeded = table === 'notes' || table === 'record_attachments'
    // What stands in a ledger is never deleted.
    const canGo = target !== 'books' && tableList[target]?.kind === 'record'
    return canGo ? [{ table, column: 'record_id', target, kind, isNeeded }] : []
  })
}

type Pointer = { id: Id; targetId: Id }

function clashesOf(db: ReadDb, edge: Edge): FoundClash[] {
  const { table, column, target, kind } = edge
  return pointersOf(db, edge)
    .filter((pointer) => target !== 'tasks' || isNewer(db, table, pointer))
    .map(({ id, targetId }) => ({
      key: `${table}.${column} ${id} ${targetId}`,
      ids: [id],
      facts: { table, column, target, targetId, kind },
    }))
}

function pointersOf(db: ReadDb, { table, column, target, kind }: Edge): Pointer[] {
  const deleted = deletedRows[target] ?? target
  const rows = (where: string) =>
    db.all<Pointer>(
      `SELECT c.id, p.id AS targetId FROM ${deleted.replace(target, `${target} p`)}
       CROSS JOIN ${table} c ON c.${column} = p.id ${where} WHERE p.deleted = 1 AND c.deleted = 0`,
    )
  // No index holds all lines by product, only those that were sold and those that were not.
  if (table === 'order_lines' && column === 'product_id') {
    return [...rows('AND c.sold_on IS NOT NULL'), ...rows('AND c.sold_on IS NULL AND c.deleted = 0')]
  }
  // Nor all purchase lines: those that were bought, and those that were not.
  if (table === 'purchase_lines' && column === 'product_id') {
    return [...rows('AND c.bought_on IS NOT NULL'), ...rows('AND c.bought_on IS NULL')]
  }
  if (column === 'carrier_id') return rows('AND c.carrier_id IS NOT NULL')
  return rows(kind ? `AND c.record_kind = '${kind}'` : '')
}

/** Whoever removes a task leaves its notes and files where they are: only what was written after that is at odds with it. */
function isNewer(db: ReadDb, table: string, { id, targetId }: Pointer): boolean {
  const clockOf = (name: string, rowId: Id) =>
    db.get<{ clock: number }>(
      `SELECT o.clock FROM changes c INDEXED BY changes_by_row JOIN operations o ON o.id = c.operation_id
       WHERE c.table_name = ? AND c.row_id = ? ORDER BY o.clock DESC LIMIT 1`,
      name,
      rowId,
    )?.clock ?? 0
  const made =
    db.get<{ clock: number }>(
      `SELECT o.clock FROM operations o INDEXED BY operations_by_span
       WHERE o.first_id BETWEEN (CAST(? AS INTEGER) / 536870912) * 536870912 AND ? AND o.last_id >= o.first_id
       ORDER BY o.first_id DESC LIMIT 1`,
      id,
      id,
    )?.clock ?? 0
  return Math.max(made, clockOf(table, id)) > clockOf('tasks', targetId)
}

/** Stock of a product that is in the bin. The ledger itself is never changed: the product comes back. */
function stockOfDeleted(db: ReadDb): FoundClash[] {
  if (!hasDeleted(db, 'products')) return []
  const rows = db.raw(
    `SELECT p.id, sum(b.on_hand_milli) / 1000.0 FROM products p INDEXED BY products_list_by_sku
     CROSS JOIN stock_balances b ON b.product_id = p.id WHERE p.deleted = 1 AND b.on_hand_milli <> 0 GROUP BY p.id`,
  ) as [Id, number][]
  return rows.map(([id, quantity]) => ({
    key: `stock_movements.product_id ${id}`,
    ids: [id],
    facts: { table: 'stock_movements', column: 'product_id', target: 'products', targetId: id, kind: null, quantity },
  }))
}

/** The column that a clash is about; null where nothing can be taken away (stock, papers). */
function edgeOf(db: ReadDb, facts: FoundClash['facts']): Edge | null {
  if (facts.table === 'papers') return null
  return (
    edges(db).find(
      ({ table, column, target }) => table === facts.table && column === facts.column && target === facts.target,
    ) ?? null
  )
}

/** The party that the deleted one was merged into, where it lives; null for any other deleted row. */
function keptOf(db: ReadDb, { target, targetId, table }: FoundClash['facts']): Id | null {
  if (target !== 'parties' || table === 'distinct_parties') return null
  const [row] = db.raw(`SELECT ${keptPartySql('p.id')} FROM parties p WHERE p.id = ?`, Number(targetId))
  const kept = (row?.[0] ?? null) as Id | null
  return kept === null || kept === targetId || !db.get('SELECT 1 FROM live_parties WHERE id = ?', kept) ? null : kept
}

/** Brings a row back with those that belong to it and went with it. */
function restore({ tx, update, touch }: Mender, table: string, id: Id): void {
  update(table, id, table === 'parties' ? { deleted: 0, merged_into_id: null } : { deleted: 0 })
  touch(table, [id])
  const rule = Object.values(recordKindRules).find((candidate) => candidate.table === table)
  const operation = tx.get<{ id: Id }>(
    `SELECT c.operation_id AS id FROM changes c INDEXED BY changes_by_row JOIN operations o ON o.id = c.operation_id
     WHERE c.table_name = ? AND c.row_id = ? AND c.after ->> '$.deleted' = 1 ORDER BY o.clock DESC, o.replica DESC LIMIT 1`,
    table,
    id,
  )
  for (const child of rule?.children ?? []) {
    const ids = tx
      .raw(
        `SELECT r.id FROM ${child.table} r CROSS JOIN changes c INDEXED BY changes_by_row
           ON c.table_name = '${child.table}' AND c.row_id = r.id
         WHERE ${ownedSql(child)} AND r.deleted = 1 AND c.operation_id = ? AND c.after ->> '$.deleted' = 1`,
        id,
        operation?.id ?? 0,
      )
      .map((row) => row[0] as Id)
    for (const childId of ids) update(child.table, childId, { deleted: 0 })
    touch(child.table, ids)
  }
}

function pointing(db: ReadDb, clashes: readonly FoundClash[]): ClashRow[] {
  const byTable = Map.groupBy(clashes, ({ facts }) =>
    facts.table === 'stock_movements' ? 'products' : String(facts.table),
  )
  return [...byTable].flatMap(([table, own]) =>
    rowRecords(
      db,
      table,
      own.flatMap(({ ids }) => ids),
    ),
  )
}

function pointedAt(db: ReadDb, clashes: readonly FoundClash[]): ClashRow[] {
  const byTable = Map.groupBy(clashes, ({ facts }) => String(facts.target))
  return [...byTable].flatMap(([table, own]) =>
    rowRecords(
      db,
      table,
      own.map(({ facts }) => Number(facts.targetId)),
    ),
  )
}
