// The rows of a document as they stand, and as they stood before an operation that is still open.
import type { ReadDb } from '#main/db/database.ts'
import type { OpenOperation } from '#main/db/write.ts'
import type { DocumentKind, DocumentRows, Row } from '#main/services/versions/document-kind.ts'
import type { Id } from '#shared/ids.ts'

/** Its living rows, lines in their order; null where the document is deleted or was never there. */
export function rowsNow(db: ReadDb, kind: DocumentKind, id: Id): DocumentRows | null {
  const header = db.get<Row>(`SELECT * FROM live_${kind.header} WHERE id = ?`, id)
  return header ? { header, lines: inOrder(allLines(db, kind, id)) } : null
}

/** The same with everything that the operation changed taken back; null where the operation made the document. */
export function rowsBefore(db: ReadDb, kind: DocumentKind, id: Id, operation: OpenOperation): DocumentRows | null {
  if (isMadeIn(operation, id)) return null
  const now = db.get<Row>(`SELECT * FROM ${kind.header} WHERE id = ?`, id)
  if (!now) return null
  const [header] = takenBack(db, kind.header, [now], operation)
  const lines = allLines(db, kind, id).filter((line) => !isMadeIn(operation, line.id))
  return { header: header ?? now, lines: inOrder(takenBack(db, kind.lines.table, lines, operation)) }
}

/** Documents that were there before the operation and that it, or one of their lines in it, touched. */
export function documentsTouched(db: ReadDb, kind: DocumentKind, { id, firstId, lastId }: OpenOperation): Id[] {
  const { table, owner } = kind.lines
  const changed = 'SELECT row_id FROM changes INDEXED BY changes_by_operation WHERE operation_id = ? AND table_name = ?'
  return db
    .raw(
      `SELECT row_id FROM (${changed})
       UNION SELECT ${owner} FROM ${table} WHERE id IN (${changed})
       UNION SELECT ${owner} FROM ${table} WHERE id BETWEEN ? AND ? AND ${owner} NOT BETWEEN ? AND ?`,
      ...[id, kind.header],
      ...[id, table],
      ...[firstId, lastId, firstId, lastId],
    )
    .map((row) => row[0] as Id)
    .filter((documentId) => documentId < firstId || documentId > lastId)
}

function isMadeIn({ firstId, lastId }: OpenOperation, id: Id): boolean {
  return id >= firstId && id <= lastId
}

function allLines(db: ReadDb, { lines: { table, owner } }: DocumentKind, id: Id): Row[] {
  return db.all<Row>(`SELECT * FROM ${table} WHERE ${owner} = ?`, id)
}

function inOrder(lines: readonly Row[]): Row[] {
  const place = (line: Row) => Number(line.position ?? 0)
  return lines
    .filter((line) => line.deleted === 0)
    .sort((left, right) => place(left) - place(right) || left.id - right.id)
}

/** Rows with the operation's own changes undone, the last one first. */
function takenBack(db: ReadDb, table: string, rows: readonly Row[], { id }: OpenOperation): Row[] {
  const changes = db.raw(
    `SELECT c.row_id, c.before FROM changes c INDEXED BY changes_by_operation
     WHERE c.operation_id = ? AND c.table_name = ? AND c.row_id IN (SELECT value FROM json_each(?)) ORDER BY c.id DESC`,
    id,
    table,
    JSON.stringify(rows.map((row) => row.id)),
  ) as [Id, string][]
  const before = new Map(rows.map((row) => [row.id, { ...row }]))
  for (const [rowId, text] of changes) Object.assign(before.get(rowId) ?? {}, JSON.parse(text))
  return [...before.values()]
}
