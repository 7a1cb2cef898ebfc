// A template as one file: a head in JSON between two lines of dashes, then a body in Liquid with its own style.
import { AppError } from '#shared/errors.ts'
import { currentFormat, type PaperTemplateHeader, paperTemplateHeader } from '#shared/schemas/paper-templates.ts'

export type TemplateFile = {
  header: PaperTemplateHeader
  body: string
  /** Lines above the body, so that a line of the body can be told as one of the file. */
  linesAbove: number
}

/** The two parts of a file. Throws `papers/template-head…` with the line where the head is wrong. */
export function readTemplateFile(content: string): TemplateFile {
  const text = content.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)
  if (!match) throw new AppError('papers/template-no-head', { line: 1 })
  const [, head = '', body = ''] = match
  if (body.trim() === '') throw new AppError('papers/template-no-body', { line: head.split('\n').length + 2 })
  return { header: readHeader(head), body, linesAbove: head.split('\n').length + 2 }
}

function readHeader(head: string): PaperTemplateHeader {
  return checkedHeader(parsedHead(head), (key) => lineOfKey(head, key))
}

/** The head of a template, from anywhere. */
export function checkedHeader(value: unknown, lineOf: (key: string) => number = () => 1): PaperTemplateHeader {
  const format = value !== null && typeof value === 'object' && 'format' in value ? value.format : undefined
  if (typeof format === 'number' && format > currentFormat)
    throw new AppError('papers/template-newer', { format, line: lineOf('format') })
  const parsed = paperTemplateHeader.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const path = [...(issue?.path ?? []), ...(unknown ? [unknown] : [])].map(String)
  throw new AppError('papers/template-head-field', {
    field: path.join('.') || 'format',
    line: lineOf(path.at(-1) ?? ''),
  })
}

function parsedHead(head: string): unknown {
  try {
    return JSON.parse(head)
  } catch (error) {
    // V8 tells where it stopped; the line is all that a person needs of it.
    const at = Number(/position (\d+)/.exec(String(error))?.[1])
    const line = Number.isFinite(at) ? head.slice(0, at).split('\n').length + 1 : 2
    throw new AppError('papers/template-head-broken', { line })
  }
}

function lineOfKey(head: string, key: string): number {
  const at = head.indexOf(`"${key}"`)
  return at === -1 ? 2 : head.slice(0, at).split('\n').length + 1
}

export function writeTemplateFile(header: PaperTemplateHeader, body: string): string {
  return `---\n${JSON.stringify(header, null, 2)}\n---\n${body}`
}
