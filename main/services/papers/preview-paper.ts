// A paper as it would be issued today: nothing is written, no number is given.
import type { ReadDb } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { freezePaper } from '#main/services/papers/freeze-paper.ts'
import { renderPaper } from '#main/services/papers/render-paper.ts'
import { checkedTemplate } from '#main/services/papers/templates/check-template.ts'
import { findTemplate } from '#main/services/papers/templates/find-template.ts'
import { AppError } from '#shared/errors.ts'
import type { PaperPreview, PaperWish } from '#shared/schemas/papers.ts'
import { paperKindFacts } from '#shared/schemas/papers.ts'

type Wish = PaperWish & { template: { header?: unknown; body: string } | null }

/** `now` in UTC milliseconds. */
export function previewPaper(db: ReadDb, wish: Wish, now: number): PaperPreview {
  const template = wish.template
    ? checkedTemplate(db, { header: wish.template.header, body: wish.template.body })
    : findTemplate(db, wish.templateId)
  refuseUnfit(wish, template.kind)
  const { prefix } = paperKindFacts[wish.kind]
  const { paper, data } = freezePaper(db, wish, { number: `${prefix}-…`, today: bookToday(db, now) })
  return { html: renderPaper(paper, template), title: paper.title, warnings: data.warnings }
}

/** A template of another kind, a page size that the kind does not come in, a record that it is not made from. */
export function refuseUnfit({ kind, pageSize, record, versionId }: PaperWish, templateKind: string): void {
  const { pageSizes, records } = paperKindFacts[kind]
  if (templateKind !== kind) throw new AppError('papers/template-kind', { kind: templateKind })
  if (!pageSizes.includes(pageSize)) throw new AppError('papers/page-size', { size: pageSize, field: 'pageSize' })
  if (record && !records.includes(record.kind)) throw new AppError('papers/wrong-record', { field: 'record' })
  if (versionId !== null && record === null) throw new AppError('papers/no-version', { field: 'versionId' })
}
