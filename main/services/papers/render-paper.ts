// A paper's page from its three parts: template, frozen data, language. The same parts always give the same page.

import { renderBody, usualLimitMs } from '#main/services/papers/engine/liquid-engine.ts'
import { checkMarkup } from '#main/services/papers/engine/page-check.ts'
import { framedPage, pageMm } from '#main/services/papers/engine/page-frame.ts'
import { runInTime } from '#main/services/papers/engine/run-in-time.ts'
import { figureColumns, type PaperFields } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { paperKindRules } from '#main/services/papers/kinds/paper-kind-rules.ts'
import { builtInOf } from '#main/services/papers/templates/built-in-templates.ts'
import { AppError } from '#shared/errors.ts'
import type { PairText, PaperTemplateHeader } from '#shared/schemas/paper-templates.ts'
import type { PageSize, PaperKind, PaperLanguage } from '#shared/schemas/papers.ts'

/** What is frozen when a paper is issued. */
export type FrozenPaper = {
  kind: PaperKind
  language: PaperLanguage
  pageSize: PageSize
  number: string
  title: string
  date: { en: string; zh: string }
  withStamp: boolean | null
  wording: Readonly<Record<string, PairText>>
  fields: PaperFields
  /** Columns in which no line has anything. */
  emptyColumns: readonly string[]
}

type Template = { header: PaperTemplateHeader; body: string }

/** The whole document. Throws `papers/template-…` where the template is at fault, with the line of its body. */
export function renderPaper(paper: FrozenPaper, template: Template, limitMs = usualLimitMs): string {
  const { language, pageSize, title } = paper
  const markup = renderBody(template.body, templateScope(paper, template.header), { language, limitMs })
  runInTime(() => checkOutput(markup), limitMs)
  const words = wordsOf(paper, template.header)
  const left = printedPlain(words.title, language)
  const running = paperKindRules[paper.kind].isSheet ? { left, right: paper.number } : null
  return framedPage(markup, { title, language, pageSize, header: template.header, running })
}

/** The line of what came out tells nobody anything. */
function checkOutput(markup: string): void {
  try {
    checkMarkup(markup)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { line: _line, ...details } = error.details
    throw new AppError(error.code, details)
  }
}

/** What a template's body can name. */
function templateScope(paper: FrozenPaper, header: PaperTemplateHeader): object {
  const { fields, number, date, withStamp } = paper
  const { show, logo, terms } = header
  const picture = (fields.picture ?? { logo: '', stamp: '' }) as { logo: string; stamp: string }
  const words = wordsOf(paper, header)
  const columns = shownColumns(paper, header, words)
  const amountSpan = Math.min(3, Math.max(1, columns.length - 1))
  return {
    ...fields,
    number,
    date,
    words,
    show,
    terms,
    hasTerms: terms.en !== '' || terms.zh !== '',
    logo: { source: show.logo ? picture.logo : '', side: logo.side, heightMm: logo.heightMm },
    stamp: (withStamp ?? show.stamp) ? picture.stamp : '',
    columns,
    allSpan: columns.length,
    totalSpan: Math.max(1, columns.length - amountSpan),
    amountSpan,
    size: labelSize(paper.pageSize, header),
  }
}

/**
 * The template's words; those it leaves out are the program's, those said otherwise on this paper come first. One kind of paper
 * may have several titles: what it is made of says which.
 */
function wordsOf({ kind, wording, fields }: FrozenPaper, header: PaperTemplateHeader): Record<string, PairText> {
  const words = { ...builtInOf(kind).header.wording, ...header.wording, ...wording }
  const title = wording.title ?? words[`title_${fields.titleOf}`]
  return title ? { ...words, title } : words
}

function shownColumns({ emptyColumns }: FrozenPaper, header: PaperTemplateHeader, words: Record<string, PairText>) {
  const shown = header.columns.filter(({ key }) => !emptyColumns.includes(key))
  const sum = shown.reduce((total, { width }) => total + width, 0)
  const hasUnits = shown.some(({ key }) => key === 'unit')
  return shown.map(({ key, width }) => ({
    key,
    width: Math.round((width * 10_000) / sum) / 100,
    side: figureColumns.has(key) ? 'figure' : 'text',
    label: words[`column_${key}`] ?? { en: key, zh: key },
    currency: key === 'amount' || key === 'unitPrice',
    withUnit: !hasUnits,
  }))
}

/** Lengths of a label in millimetres, from the room inside its margins. */
function labelSize(pageSize: PageSize, { page: { margins } }: PaperTemplateHeader) {
  const [pageWidth, pageHeight] = pageMm[pageSize]
  const width = pageWidth - margins.left - margins.right
  // A hair less than the page, so that rounding never makes a second one.
  const height = pageHeight - margins.top - margins.bottom - 0.2
  const barHeight = Math.min(30, Math.round(height * 3.2) / 10)
  return {
    width,
    height,
    barWidth: Math.min(80, width),
    barHeight,
    qr: Math.min(width, Math.round(height * 5) / 10),
    nameMm: Math.round(height * 3) / 10,
    fontPt: Math.max(5, Math.min(14, Math.round(height / 5 + 1))),
  }
}

function printedPlain(words: PairText | undefined, language: PaperLanguage): string {
  if (!words) return ''
  if (language === 'zh-CN') return words.zh || words.en
  return language === 'en' || words.zh === '' ? words.en || words.zh : `${words.en} ${words.zh}`.trim()
}
