// What records are called, whatever their kind.
import type { ReadDb } from '#main/db/database.ts'
import { titlesOf } from '#main/services/records/record-kind.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { AppError } from '#shared/errors.ts'
import type { RecordKind, RecordRef, RecordTitle } from '#shared/schemas/records.ts'

/** One key for a record of any kind. */
export function recordKey({ kind, id }: RecordRef): string {
  return `${kind} ${id}`
}

/** Titles by `recordKey`, one query a kind. Records that are deleted have one; ones that never were have none. */
export function recordTitles(db: ReadDb, records: readonly RecordRef[]): Map<string, RecordTitle> {
  const titles = new Map<string, RecordTitle>()
  for (const [kind, refs] of Map.groupBy(records, (ref) => ref.kind)) {
    const ids = [...new Set(refs.map((ref) => ref.id))]
    for (const title of titlesOf(db, recordKindRules[kind], ids))
      titles.set(recordKey({ kind, id: title.id }), { kind, ...title })
  }
  return titles
}

/** Throws `records/not-found` unless the record is there and living. */
export function refuseMissingRecord(db: ReadDb, { kind, id }: RecordRef): void {
  const title = recordTitles(db, [{ kind, id }]).get(recordKey({ kind, id }))
  if (!title || title.deleted) throw new AppError('records/not-found')
}

/** A stored pair of columns as a reference; null where they name none, or a kind that only a newer program knows. */
export function recordRefOf(kind: string, id: number | null): RecordRef | null {
  return id !== null && kind in recordKindRules ? { kind: kind as RecordKind, id } : null
}
