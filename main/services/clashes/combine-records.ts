// Two records of one thing made one: whatever points at the others points at the kept one then; what both have is there
// once; the others go to the bin. All of it ordinary changes, so that undoing it brings everything back.
import type { ReadDb } from '#main/db/database.ts'
import { tableList } from '#main/db/table-list.ts'
import type { Mender } from '#main/services/clashes/clash-rule.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordKind, RecordRef } from '#shared/schemas/records.ts'

type Pair = { keep: Id; other: Id }

/** Moves everything that points at `other` to `keep`. The other's own row is left to the caller. */
export function movePointers(mender: Mender, kind: RecordKind, pair: Pair): void {
  const { table, children } = recordKindRules[kind]
  for (const child of children) moveChildren(mender, child, pair)
  for (const pointer of pointersAt(mender.tx, table)) {
    const isChild = children.some((child) => child.table === pointer.table && child.owner === pointer.column)
    if (!isChild) repoint(mender, pointer, pair)
  }
  moveHanging(mender, kind, pair)
  moveSourceKeys(mender, kind, pair)
}

/** Takes a record to the bin with the rows that belong to it alone. */
export function deleteRecord({ tx, update, touch }: Mender, { kind, id }: RecordRef): void {
  const { table, children } = recordKindRules[kind]
  for (const child of children) {
    const ids = livingIds(tx, `SELECT id FROM live_${child.table} WHERE ${child.owner} = ?`, id)
    for (const childId of ids) update(child.table, childId, { deleted: 1 })
    touch(child.table, ids)
  }
  update(table, id, { deleted: 1 })
  touch(table, [id])
}

/** Notes, files, tasks, papers and marks that hang on the record. */
export function moveHanging({ tx, update }: Mender, kind: RecordKind, { keep, other }: Pair, but: string[] = []): void {
  for (const table of ['notes', 'record_attachments', 'tasks', 'papers', 'alert_marks'].filter(
    (name) => !but.includes(name),
  )) {
    const ids = livingIds(tx, `SELECT id FROM live_${table} WHERE record_id = ? AND record_kind = '${kind}'`, other)
    for (const id of ids) update(table, id, { record_id: keep })
  }
}

function livingIds(db: ReadDb, sql: string, ...ids: Id[]): Id[] {
  return db.raw(sql, ...ids).map((row) => row[0] as Id)
}

type Pointer = { table: string; column: string }

/** Columns of records that refer to a table, by the schema. */
function pointersAt(db: ReadDb, target: string): Pointer[] {
  return Object.keys(tableList)
    .filter((table) => tableList[table]?.kind === 'record')
    .flatMap((table) =>
      db
        .raw('SELECT "from" FROM pragma_foreign_key_list(?) WHERE "table" = ?', table, target)
        .map(([column]) => ({ table, column: String(column) })),
    )
}

function repoint({ tx, update, touch }: Mender, { table, column }: Pointer, { keep, other }: Pair): void {
  const ids = pointing(tx, { table, column }, other)
  for (const id of ids) {
    // A kit must not hold itself, nor a variant be its own parent.
    const isCircle = id === keep || (table === 'kit_parts' && holdsItself(tx, id, { column, keep }))
    if (!isCircle) update(table, id, { [column]: keep })
    else if (table === 'kit_parts') update(table, id, { deleted: 1 })
    else update(table, id, { [column]: null })
  }
  touch(table, ids)
}

function holdsItself(db: ReadDb, id: Id, { column, keep }: { column: string; keep: Id }): boolean {
  const otherEnd = column === 'part_id' ? 'kit_id' : 'part_id'
  const row = db.get<{ end: Id; twin: number }>(
    `SELECT k.${otherEnd} AS "end", EXISTS (SELECT 1 FROM live_kit_parts t WHERE t.kit_id = k.kit_id AND t.part_id = ?
       AND t.id <> k.id) AS twin FROM kit_parts k WHERE k.id = ?`,
    keep,
    id,
  )
  return row !== undefined && (row.end === keep || (column === 'part_id' && row.twin === 1))
}

/** Lines of an order are found through two small indexes: there is none over all lines. */
function pointing(db: ReadDb, { table, column }: Pointer, other: Id): Id[] {
  if (table !== 'order_lines' || column !== 'product_id') {
    const living = table === 'books' ? table : `live_${table}`
    return livingIds(db, `SELECT id FROM ${living} WHERE ${column} = ?`, other)
  }
  return livingIds(
    db,
    `SELECT id FROM order_lines WHERE product_id = ? AND sold_on IS NOT NULL
     UNION ALL SELECT id FROM order_lines WHERE product_id = ? AND sold_on IS NULL AND deleted = 0`,
    other,
    other,
  )
}

/** Rows that belong to the other record: those that the kept one has word for word go, the rest moves over. */
function moveChildren({ tx, update, touch }: Mender, child: Pointer2, { keep, other }: Pair): void {
  const { table, owner } = child
  if (table === 'special_days' || table === 'company_numbers') return
  const sayings = sayingOf(tx, child)
  const rows = (id: Id) =>
    tx.raw(`SELECT r.id, ${sayings} FROM live_${table} r WHERE r.${owner} = ?`, id) as [Id, string][]
  const kept = new Set(rows(keep).map(([, saying]) => saying))
  // What a kit is made of is said once: two lists would add up.
  const isWhole = table === 'kit_parts' && kept.size > 0
  for (const [id, saying] of rows(other)) {
    const isThere = isWhole || kept.has(saying)
    update(table, id, isThere ? { deleted: 1 } : { [owner]: keep })
    touch(table, [id])
  }
}

type Pointer2 = { table: string; owner: string }

/** All that a row says but whose it is and where it stands, as one text; a picture by its content. */
function sayingOf(db: ReadDb, { table, owner }: Pointer2): string {
  const unsaid = ['id', owner, 'position', 'salt', 'deleted', 'archived', ...(tableList[table]?.derived ?? [])]
  const columns = db.raw('SELECT name FROM pragma_table_info(?)', table).map(([name]) => String(name))
  const said = columns
    .filter((column) => !unsaid.includes(column))
    .map((column) =>
      column === 'attachment_id' ? '(SELECT a.hash FROM attachments a WHERE a.id = r.attachment_id)' : `r.${column}`,
    )
  return `json_array(${said.join(', ')})`
}

const keyKinds: Partial<Record<RecordKind, readonly string[]>> = {
  product: ['product'],
  category: ['category'],
  party: ['customer', 'supplier', 'carrier'],
}

/** The keys under which files know the other: they name the kept one from now on. */
function moveSourceKeys({ tx, update }: Mender, kind: RecordKind, { keep, other }: Pair): void {
  const kinds = keyKinds[kind]
  if (!kinds) return
  const rows = tx.all<{ id: Id; isThere: number }>(
    `SELECT k.id, EXISTS (SELECT 1 FROM live_source_keys t WHERE t.kind = k.kind AND t.channel = k.channel
       AND t.external_id = k.external_id AND t.record_id = ?) AS isThere
     FROM live_source_keys k WHERE k.record_id = ? AND k.kind IN (SELECT value FROM json_each(?))`,
    keep,
    other,
    JSON.stringify(kinds),
  )
  for (const { id, isThere } of rows) update('source_keys', id, isThere ? { deleted: 1 } : { record_id: keep })
}
