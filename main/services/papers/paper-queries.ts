// One issued paper, and its page exactly as it was made.
import type { ReadDb } from '#main/db/database.ts'
import { rowMakers } from '#main/services/history/row-makers.ts'
import { pageText } from '#main/services/papers/paper-contents.ts'
import { paperSelect, type SelectedPaper, totalOf } from '#main/services/papers/paper-list.ts'
import { recordKey, recordRefOf, recordTitles } from '#main/services/records/record-titles.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { type Paper, paperKinds } from '#shared/schemas/papers.ts'

type Extra = { templateVersion: string; archived: number; versionId: Id | null; version: number | null }

/** The paper, or `papers/not-found`. */
export function getPaper(db: ReadDb, id: Id): Paper {
  const row = db.get<SelectedPaper>(`${paperSelect} WHERE r.id = ? AND r.deleted = 0`, id)
  if (!row || !paperKinds.includes(row.kind)) throw new AppError('papers/not-found')
  const extra = db.get<Extra>(
    `SELECT r.template_version AS templateVersion, r.archived, v.id AS versionId, v.version
     FROM papers r LEFT JOIN document_versions v ON v.id = r.version_id WHERE r.id = ?`,
    id,
  )
  const maker = rowMakers(db, [id]).get(id)
  const { recordKind, recordId, totalMinor, ...rest } = row
  const ref = recordRefOf(recordKind, recordId)
  return {
    ...rest,
    record: ref ? (recordTitles(db, [ref]).get(recordKey(ref)) ?? null) : null,
    total: totalOf({ totalMinor, currency: row.currency }),
    version:
      extra && extra.versionId !== null && extra.version !== null
        ? { id: extra.versionId, version: extra.version }
        : null,
    templateVersion: extra?.templateVersion ?? '',
    archived: extra?.archived === 1,
    issuedAt: maker?.at ?? null,
    issuedBy: maker?.person?.name ?? '',
  }
}

/** The page as it was issued, letter for letter. */
export function paperHtml(db: ReadDb, id: Id): { html: string; title: string } {
  const row = db.get<{ html: Uint8Array; data: string }>(
    'SELECT c.html, c.data FROM live_papers r JOIN paper_contents c ON c.id = r.content_id WHERE r.id = ?',
    id,
  )
  if (!row) throw new AppError('papers/not-found')
  const { title } = JSON.parse(row.data) as { title: string }
  return { html: pageText(row.html), title }
}
