// The rows of a document as they stand, and as they stood before an operation that is still open.
import type { ReadDb } from '#main/db/database.ts'
import type { OpenOperation } from '#main/db/write.ts'
import type { DocumentKind, DocumentRows, Row } from '#main/services/versions/document-kind.ts'
import type { Id } from '#shared/ids.ts'

/** Its header; null where the document is deleted or was never there. */
export function headerNow(db: ReadDb, kind: DocumentKind, id: Id): Row | null {
  return db.get<Row>(`SELECT * FROM live_${kind.header} WHERE id = ?`, id) ?? null
}

/** Its living rows, lines in their order; null where the document is deleted or was never there. */
export function rowsNow(db: ReadDb, kind: DocumentKind, id: Id): DocumentRows | null {
  const header = headerNow(db, kind, id)
  return header ? { header, lines: inOrder(allLines(db, kind, id)) } : null
}

/** Its header before the operation, as `rowsBefore` has it. */
export function headerBefore(db: ReadDb, kind: DocumentKind, id: Id, operation: OpenOperation): Row | null {
  if (isMadeIn(operation, id)) return null
  const now = db.get<Row>(`SELECT * FROM ${kind.header} WHERE id = ?`, id)
  if (!now) return null
  const [header] = takenBack(db, kind.header, [now], operation)
  return header ?? now
}

/** The rows with everything that the operation changed taken back; null where the operation made the document. */
export function rowsBefore(db: ReadDb, kind: DocumentKind, id: Id, operation: OpenOperation): DocumentRows | null {
  const header = headerBefore(db, kind, id, operation)
  if (!header) return null
  const lines = allLines(db, kind, id).filter((line) => !isMadeIn(operation, line.id))
  return { header, lines: inOrder(takenBack(db, kind.lines.table, lines, operation)) }
}

export type TouchedDocument = {
  id: Id
  /** More of it changed than whether it is fixed. */
  isReworded: boolean
}

/**
 * Documents that were there before the operation and of which it changed what they say, or whether they are fixed. Columns
 * are logged in groups: one counts only where its value is another one.
 */
export function documentsTouched(db: ReadDb, kind: DocumentKind, operation: OpenOperation): TouchedDocument[] {
  const { id, firstId, lastId } = operation
  const { table, owner } = kind.lines
  const weight = `(SELECT max(CASE WHEN k.key IN (SELECT value FROM json_each(?)) THEN 0
      WHEN k.key IN (SELECT value FROM json_each(?)) THEN 1 ELSE 2 END)
    FROM json_each(c.after) k WHERE k.atom IS NOT json_extract(c.before, '$.' || k.key))`
  const changes = 'changes c INDEXED BY changes_by_operation'
  return db
    .raw(
      `SELECT document, max(weight) FROM (
         SELECT c.row_id AS document, ${weight} AS weight FROM ${changes} WHERE c.operation_id = ? AND c.table_name = ?
         UNION ALL SELECT l.${owner}, ${weight} FROM ${changes} CROSS JOIN ${table} l ON l.id = c.row_id
           WHERE c.operation_id = ? AND c.table_name = ?
         UNION ALL SELECT ${owner}, 2 FROM ${table} WHERE id BETWEEN ? AND ?)
       WHERE document NOT BETWEEN ? AND ? AND weight > 0 GROUP BY document`,
      ...[JSON.stringify(kind.unread.header), JSON.stringify(kind.state), id, kind.header],
      ...[JSON.stringify(kind.unread.lines), '[]', id, table],
      ...[firstId, lastId],
      ...[firstId, lastId],
    )
    .map(([documentId, most]) => ({ id: documentId as Id, isReworded: most === 2 }))
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
    `SELECT c.row_id, c.before FROM changes c INDEXED BY changes_by_row
     WHERE c.table_name = ? AND c.row_id IN (SELECT value FROM json_each(?)) AND c.operation_id = ? ORDER BY c.id DESC`,
    table,
    JSON.stringify(rows.map((row) => row.id)),
    id,
  ) as [Id, string][]
  const before = new Map(rows.map((row) => [row.id, { ...row }]))
  for (const [rowId, text] of changes) Object.assign(before.get(rowId) ?? {}, JSON.parse(text))
  return [...before.values()]
}
