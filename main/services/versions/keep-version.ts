// Keeps versions: what a document said when it was confirmed or sent, and after every change that followed.
import type { WriteTx } from '#main/db/database.ts'
import type { OpenOperation } from '#main/db/write.ts'
import { isSameDocument } from '#main/domain/versions/diff-documents.ts'
import type { DocumentKind, DocumentRows } from '#main/services/versions/document-kind.ts'
import { documentKinds } from '#main/services/versions/document-kinds.ts'
import {
  documentsTouched,
  headerBefore,
  headerNow,
  rowsBefore,
  rowsNow,
  type TouchedDocument,
} from '#main/services/versions/document-rows.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordKind, RecordRef } from '#shared/schemas/records.ts'
import type { VersionCause } from '#shared/schemas/versions.ts'

/**
 * Follows every operation, whichever way it came to change a document (form, import, paste, bulk change, undo): no writer
 * of orders can forget it. Documents that the operation itself made have no version before they are confirmed or changed.
 */
export function keepChangedVersions(tx: WriteTx, operation: OpenOperation): void {
  for (const [name, kind] of Object.entries(documentKinds) as [RecordKind, DocumentKind][]) {
    if (!operation.touched.has(kind.header) && !operation.touched.has(kind.lines.table)) continue
    for (const document of documentsTouched(tx, kind, operation)) keepChanged(tx, name, document, operation)
  }
}

function keepChanged(
  tx: WriteTx,
  name: RecordKind,
  { id, isReworded }: TouchedDocument,
  operation: OpenOperation,
): void {
  const record = { kind: name, id }
  const kind = kindOf(record)
  const header = headerNow(tx, kind, id)
  if (!header) return
  const last = lastVersion(tx, record)
  const before = last ? null : headerBefore(tx, kind, id, operation)
  const wasFixed = last !== null || (before !== null && kind.isFixed(before))
  if (!wasFixed) {
    if (kind.isFixed(header)) keepFirstVersion(tx, record)
    return
  }
  if (isReworded) keepReworded(tx, record, last, operation)
}

type LastVersion = ReturnType<typeof lastVersion>

/** Another version where a fixed document says something else than before. */
function keepReworded(tx: WriteTx, record: RecordRef, last: LastVersion, operation: OpenOperation): void {
  const kind = kindOf(record)
  const documentOf = (rows: DocumentRows | null) => rows && kind.documentOf(tx, rows)
  const document = documentOf(rowsNow(tx, kind, record.id))
  const earlier = last ? last.document : documentOf(rowsBefore(tx, kind, record.id, operation))
  const isErased = last !== null && last.document === null
  if (!isErased && isSameDocument(kind.compared(earlier), kind.compared(document))) return
  if (!last) insertVersion(tx, record, { version: 1, cause: 'before', document: earlier })
  insertVersion(tx, record, { version: (last?.version ?? 1) + 1, cause: 'changed', document })
}

/** The first version of a document that was made fixed: typed in as confirmed. Files bring too many for that. */
export function keepFirstVersion(tx: WriteTx, record: RecordRef): void {
  const kind = kindOf(record)
  const rows = rowsNow(tx, kind, record.id)
  if (!rows || !kind.isFixed(rows.header)) return
  insertVersion(tx, record, { version: 1, cause: kind.fixedBy ?? 'confirmed', document: kind.documentOf(tx, rows) })
}

/** The version that goes out with a paper: the last one where nothing changed since. Null for kinds that keep none. */
export function keepSentVersion(tx: WriteTx, record: RecordRef): Id | null {
  const kind = documentKinds[record.kind]
  if (!kind) return null
  const rows = rowsNow(tx, kind, record.id)
  if (!rows) throw new AppError('records/not-found')
  const document = kind.documentOf(tx, rows)
  const last = lastVersion(tx, record)
  if (last?.document && isSameDocument(kind.compared(last.document), kind.compared(document))) return last.id
  return insertVersion(tx, record, { version: (last?.version ?? 0) + 1, cause: 'sent', document })
}

type NewVersion = { version: number; cause: VersionCause; document: unknown }

function insertVersion(tx: WriteTx, { kind, id }: RecordRef, { version, cause, document }: NewVersion): Id {
  return tx.insert('document_versions', {
    record_kind: kind,
    record_id: id,
    version,
    cause,
    snapshot: JSON.stringify(document),
  })
}

function lastVersion(tx: WriteTx, { kind, id }: RecordRef): { id: Id; version: number; document: unknown } | null {
  const row = tx.get<{ id: Id; version: number; snapshot: string }>(
    `SELECT id, version, snapshot FROM document_versions INDEXED BY document_versions_by_record
     WHERE record_kind = ? AND record_id = ? ORDER BY version DESC, id DESC LIMIT 1`,
    kind,
    id,
  )
  if (!row) return null
  // One whose person was erased says nothing any more: whatever comes next differs from it.
  return { id: row.id, version: row.version, document: row.snapshot === '' ? null : JSON.parse(row.snapshot) }
}

function kindOf({ kind }: RecordRef): DocumentKind {
  const found = documentKinds[kind]
  if (!found) throw new RangeError(`No versions are kept of ${kind}`)
  return found
}
