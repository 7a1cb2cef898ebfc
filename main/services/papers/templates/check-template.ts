// Whether a template may be kept: its head, its columns, its markup as written, and the page it makes of a sample in each
// language. What is wrong is thrown as `papers/template-…` with the line of the file.
import type { ReadDb } from '#main/db/database.ts'
import { checkMarkup } from '#main/services/papers/engine/page-check.ts'
import { runInTime } from '#main/services/papers/engine/run-in-time.ts'
import { writtenMarkup } from '#main/services/papers/engine/written-markup.ts'
import { freezePaper } from '#main/services/papers/freeze-paper.ts'
import { paperKindRules } from '#main/services/papers/kinds/paper-kind-rules.ts'
import { renderPaper } from '#main/services/papers/render-paper.ts'
import {
  checkedHeader,
  readTemplateFile,
  type TemplateFile,
  writeTemplateFile,
} from '#main/services/papers/templates/template-file.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { type PaperKind, paperKinds, paperLanguages, paperWish } from '#shared/schemas/papers.ts'

type Asked = { content: string } | { header: unknown; body: string }

export type CheckedTemplate = TemplateFile & { kind: PaperKind; content: string }

const sampleDay = '2026-11-22' as Day
/** A sample is small: what takes this long on it never ends on a real paper. */
const sampleLimitMs = 2_500

export function checkedTemplate(db: ReadDb, asked: Asked): CheckedTemplate {
  const content = 'content' in asked ? asked.content : writeTemplateFile(checkedHeader(asked.header), asked.body)
  const template = readTemplateFile(content)
  const kind = paperKinds.find((known) => known === template.header.kind)
  if (!kind) throw new AppError('papers/template-kind', { kind: template.header.kind, line: 1 })
  const known = paperKindRules[kind].columns
  for (const { key } of template.header.columns) {
    if (!known.includes(key)) throw new AppError('papers/template-column', { column: key, line: 1 })
  }
  atLine(template.linesAbove, () => {
    const written = writtenMarkup(template.body, sampleLimitMs)
    runInTime(() => checkMarkup(written), sampleLimitMs)
    for (const language of paperLanguages) renderSample(db, kind, template, language)
  })
  return { ...template, kind, content }
}

function renderSample(db: ReadDb, kind: PaperKind, template: TemplateFile, language: (typeof paperLanguages)[number]) {
  const pageSize = template.header.page.size
  const wish = paperWish.parse({ kind, language, pageSize, templateId: 'builtin:sample' })
  const { paper } = freezePaper(db, wish, { number: 'XX-2026-0001', today: sampleDay })
  renderPaper(paper, template, sampleLimitMs)
}

/** A line of the body as one of the whole file. */
function atLine(above: number, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof AppError) || typeof error.details.line !== 'number') throw error
    throw new AppError(error.code, { ...error.details, line: error.details.line + above })
  }
}
