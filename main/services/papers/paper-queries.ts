// One issued paper, and its page exactly as it was made.
import type { ReadDb } from '#main/db/database.ts'
import { rowMakers } from '#main/services/history/row-makers.ts'
import { pageText } from '#main/services/papers/paper-contents.ts'
import { paperSelect, type SelectedPaper, totalOf } from '#main/services/papers/paper-list.ts'
import { recordKey, recordRefOf, recordTitles } from '#main/services/records/record-titles.ts'
import { versionNumber } from '#main/services/versions/version-queries.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { type Paper, paperKinds } from '#shared/schemas/papers.ts'

type Extra = { templateVersion: string; archived: number; versionId: Id | null }

/** The paper, or `papers/not-found`. */
export function getPaper(db: ReadDb, id: Id): Paper {
  const row = db.get<SelectedPaper>(`${paperSelect} WHERE r.id = ? AND r.deleted = 0`, id)
  if (!row || !paperKinds.includes(row.kind)) throw new AppError('papers/not-found')
  const extra = db.get<Extra>(
    'SELECT template_version AS templateVersion, archived, version_id AS versionId FROM papers WHERE id = ?',
    id,
  )
  const maker = rowMakers(db, [id]).get(id)
  const { recordKind, recordId, totalMinor, ...rest } = row
  const ref = recordRefOf(recordKind, recordId)
  return {
    ...rest,
    record: ref ? (recordTitles(db, [ref]).get(recordKey(ref)) ?? null) : null,
    total: totalOf({ totalMinor, currency: row.currency }),
    version: versionOf(db, extra?.versionId ?? null),
    templateVersion: extra?.templateVersion ?? '',
    archived: extra?.archived === 1,
    issuedAt: maker?.at ?? null,
    issuedBy: maker?.person?.name ?? '',
  }
}

function versionOf(db: ReadDb, id: Id | null): Paper['version'] {
  const version = id === null ? null : versionNumber(db, id)
  return id === null || version === null ? null : { id, version }
}

/** The page as it was issued, letter for letter. */
export function paperHtml(db: ReadDb, id: Id): { html: string; title: string } {
  const row = db.get<{ html: Uint8Array; data: string }>(
    'SELECT c.html, c.data FROM live_papers r JOIN paper_contents c ON c.id = r.content_id WHERE r.id = ?',
    id,
  )
  if (!row) throw new AppError('papers/not-found')
  if (row.data === '') throw new AppError('papers/erased')
  const { title } = JSON.parse(row.data) as { title: string }
  return { html: pageText(row.html), title }
}
