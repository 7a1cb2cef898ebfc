// The kept versions of a document, and what differs between two.
import type { ReadDb } from '#main/db/database.ts'
import { diffDocuments, isSameDocument } from '#main/domain/versions/diff-documents.ts'
import { makerOf, operationHeads } from '#main/services/history/log-entries.ts'
import type { DocumentKind } from '#main/services/versions/document-kind.ts'
import { documentKinds } from '#main/services/versions/document-kinds.ts'
import { rowsNow } from '#main/services/versions/document-rows.ts'
import { AppError } from '#shared/errors.ts'
import { type Id, replicaLetters } from '#shared/ids.ts'
import type { RecordKind, RecordRef } from '#shared/schemas/records.ts'
import type { KeptVersion, VersionCause, VersionDiff } from '#shared/schemas/versions.ts'

type VersionRow = { id: Id; kind: RecordKind; recordId: Id; version: number; cause: VersionCause; snapshot: string }

const select = `SELECT id, record_kind AS kind, record_id AS recordId, version, cause, snapshot FROM document_versions`

/** Newest first. Two copies of a book may each have kept a version of the same number: both are told. */
export function versionsOf(db: ReadDb, { kind, id }: RecordRef): KeptVersion[] {
  const rows = db.all<VersionRow>(
    `${select} WHERE record_kind = ? AND record_id = ? ORDER BY version DESC, id DESC`,
    kind,
    id,
  )
  const makers = new Map(rows.map((row) => [row.id, makerOf(db, row.id)]))
  const heads = new Map(
    operationHeads(
      db,
      [...makers.values()].filter((maker) => maker !== null),
    ).map((head) => [head.id, head]),
  )
  const isCurrent = sameAsNow(db, { kind, id })
  return rows.map((row) => {
    const head = heads.get(makers.get(row.id) ?? 0)
    return {
      id: row.id,
      version: row.version,
      cause: row.cause,
      at: head?.at ?? 0,
      person: head?.person ?? null,
      copy: replicaLetters(head?.replica ?? 1),
      isCurrent: isCurrent(row.snapshot),
    }
  })
}

/** How many versions are kept of a record. */
export function countVersionsOf(db: ReadDb, { kind, id }: RecordRef): number {
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM document_versions INDEXED BY document_versions_by_record
     WHERE record_kind = ? AND record_id = ?`,
    kind,
    id,
  )
  return row?.n ?? 0
}

/** A kept document, or `versions/not-found`. */
export function keptDocument(db: ReadDb, versionId: Id): { record: RecordRef; version: number; document: unknown } {
  const row = db.get<VersionRow>(`${select} WHERE id = ?`, versionId)
  if (!row) throw new AppError('versions/not-found')
  return { record: { kind: row.kind, id: row.recordId }, version: row.version, document: documentOf(row) }
}

/** The document that a record's own version keeps; null where it has no such version. */
export function keptDocumentOf(db: ReadDb, { kind, id }: RecordRef, versionId: Id): unknown {
  const row = db.get<VersionRow>(`${select} WHERE id = ? AND record_kind = ? AND record_id = ?`, versionId, kind, id)
  return row ? documentOf(row) : null
}

/** The number of a version, whether or not it still says anything. */
export function versionNumber(db: ReadDb, versionId: Id): number | null {
  return db.get<VersionRow>(`${select} WHERE id = ?`, versionId)?.version ?? null
}

/** Blank where a person was erased with their documents. */
function documentOf({ snapshot }: VersionRow): unknown {
  if (snapshot === '') throw new AppError('versions/erased')
  return JSON.parse(snapshot)
}

/** By field and by line; `to` null is the document as it stands. `versions/other-record` for versions of two documents. */
export function versionDiff(db: ReadDb, { from, to }: { from: Id; to: Id | null }): VersionDiff {
  const before = keptDocument(db, from)
  const kind = kindOf(before.record)
  const after = to === null ? documentNow(db, before.record) : keptOf(db, before.record, to)
  if (after === null) throw new AppError('records/not-found')
  return {
    currency: { before: kind.currencyOf(before.document), after: kind.currencyOf(after) },
    ...diffDocuments(kind.compared(before.document), kind.compared(after)),
  }
}

function keptOf(db: ReadDb, record: RecordRef, versionId: Id): unknown {
  const kept = keptDocument(db, versionId)
  const isSame = kept.record.kind === record.kind && kept.record.id === record.id
  if (!isSame) throw new AppError('versions/other-record', { field: 'to' })
  return kept.document
}

function sameAsNow(db: ReadDb, record: RecordRef): (snapshot: string) => boolean {
  const now = documentNow(db, record)
  if (now === null) return () => false
  const kind = kindOf(record)
  const compared = kind.compared(now)
  return (snapshot) => snapshot !== '' && isSameDocument(kind.compared(JSON.parse(snapshot)), compared)
}

function documentNow(db: ReadDb, record: RecordRef): unknown {
  const kind = documentKinds[record.kind]
  const rows = kind && rowsNow(db, kind, record.id)
  return rows ? kind.documentOf(db, rows) : null
}

function kindOf({ kind }: RecordRef): DocumentKind {
  const found = documentKinds[kind]
  if (!found) throw new AppError('versions/not-found')
  return found
}
