// Issuing: the paper gets its number, and what it was made of and what came out are kept as they are.
import type { WriteTx } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { nextNumber } from '#main/services/numbers/document-numbers.ts'
import { freezePaper } from '#main/services/papers/freeze-paper.ts'
import { keepPaperContent } from '#main/services/papers/paper-contents.ts'
import { refuseUnfit } from '#main/services/papers/preview-paper.ts'
import { renderPaper } from '#main/services/papers/render-paper.ts'
import { findTemplate } from '#main/services/papers/templates/find-template.ts'
import { keepSentVersion } from '#main/services/versions/keep-version.ts'
import { AppError } from '#shared/errors.ts'
import { type IssuedPaper, type PaperWish, paperKindFacts } from '#shared/schemas/papers.ts'

const paperNumbers = { table: 'papers', index: 'papers_by_number' }

/** `papers/nothing-to-issue` where there is only a sample to show, or no product at all. */
export function issuePaper(tx: WriteTx, wish: PaperWish): IssuedPaper {
  const { prefix, records } = paperKindFacts[wish.kind]
  const hasProducts = wish.products.length > 0 || wish.productQuery !== null
  if (records.length > 0 ? wish.record === null : !hasProducts) throw new AppError('papers/nothing-to-issue')
  const template = findTemplate(tx, wish.templateId)
  refuseUnfit(wish, template.kind)
  const today = bookToday(tx, tx.now)
  const number = nextNumber(tx, paperNumbers, { kind: prefix, on: today })
  const { paper, data } = freezePaper(tx, wish, { number, today })
  if (records.length === 0 && data.rows.length === 0) throw new AppError('papers/nothing-to-issue')
  const html = renderPaper(paper, template)
  const contentId = keepPaperContent(tx, { template: template.content, data: JSON.stringify(paper), html })
  const id = tx.insert('papers', {
    kind: wish.kind,
    number,
    record_kind: wish.record?.kind ?? '',
    record_id: wish.record?.id ?? null,
    version_id: wish.versionId ?? (wish.record && keepSentVersion(tx, wish.record)),
    party_id: data.partyId,
    content_id: contentId,
    template_name: template.name,
    template_version: template.header.version,
    language: wish.language,
    page_size: wish.pageSize,
    issued_on: today,
    currency: data.currency,
    total_minor: data.totalMinor,
  })
  return { id, number }
}
