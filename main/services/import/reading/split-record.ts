// One record of delimited text: from its first line to its cells. Quotes as in RFC 4180; a quote inside a cell that does not
// begin with one is text. Nothing is repaired: a record whose quotes do not come out is a problem of its line.
import { longestLine } from './read-lines.ts'

/** More lines than this no real cell has: a quote opened somewhere never closes. */
export const mostLines = 1000

export type RecordProblem = 'quote-never-closes' | 'stray-quote' | 'line-too-long'

export type SplitResult =
  | { readonly cells: string[]; readonly linesTaken: number }
  | { readonly problem: RecordProblem }
  /** The lines given end inside a quoted cell. */
  | 'needs-more-lines'

const quote = 34
const space = 32
const problems: Readonly<Record<RecordProblem, SplitResult>> = {
  'quote-never-closes': { problem: 'quote-never-closes' },
  'stray-quote': { problem: 'stray-quote' },
  'line-too-long': { problem: 'line-too-long' },
}

/** Splits the record that begins at `lines[at]`. */
export function splitRecord(lines: readonly string[], at: number, delimiter: string): SplitResult {
  const line = lines[at] ?? ''
  const isLong = line.length > longestLine
  if (!line.includes('"')) return isLong ? problems['line-too-long'] : { cells: line.split(delimiter), linesTaken: 1 }
  const quick = isLong ? null : splitAllQuoted(line, delimiter)
  if (quick !== null) return { cells: quick, linesTaken: 1 }
  return splitQuoted(lines, at, delimiter)
}

/** The usual line of programs that quote every cell: much faster cut at once than cell by cell. */
function splitAllQuoted(line: string, delimiter: string): string[] | null {
  if (line.length < 2 || line.charCodeAt(0) !== quote || line.charCodeAt(line.length - 1) !== quote) return null
  const cells = line.slice(1, -1).split(`"${delimiter}"`)
  for (const cell of cells) if (cell.includes('"')) return null
  return cells
}

function splitQuoted(lines: readonly string[], at: number, delimiter: string): SplitResult {
  const cells: string[] = []
  const first = lines[at] ?? ''
  const cursor: Cursor = { lines, line: first, row: at, firstRow: at, position: 0, size: first.length }
  for (;;) {
    const opensAt = quoteAt(cursor.line, cursor.position)
    if (opensAt === -1) {
      const end = cursor.line.indexOf(delimiter, cursor.position)
      cells.push(cursor.line.slice(cursor.position, end === -1 ? undefined : end))
      if (end === -1) break
      cursor.position = end + delimiter.length
      continue
    }
    const cell = quotedCell(cursor, opensAt, delimiter)
    if (cell.failure !== null) return cell.failure
    cells.push(cell.text)
    if (cursor.position >= cursor.line.length) break
    cursor.position += delimiter.length
  }
  if (cursor.line.length > longestLine) return problems['line-too-long']
  return { cells, linesTaken: cursor.row - at + 1 }
}

type Cursor = { lines: readonly string[]; line: string; row: number; firstRow: number; position: number; size: number }

/** Where a cell that begins here opens its quote; spaces before it are forgiven. */
function quoteAt(line: string, position: number): number {
  let at = position
  while (line.charCodeAt(at) === space) at += 1
  return line.charCodeAt(at) === quote ? at : -1
}

type QuotedCell = { readonly text: string; readonly failure: SplitResult | null }

/** Reads a quoted cell and leaves the cursor at the delimiter behind it, or at the line's end. */
function quotedCell(cursor: Cursor, opensAt: number, delimiter: string): QuotedCell {
  const openedIn = cursor.row
  let text = ''
  let from = opensAt + 1
  let search = from
  for (;;) {
    const closes = cursor.line.indexOf('"', search)
    if (closes === -1) {
      text += `${cursor.line.slice(from)}\n`
      const failure = nextLine(cursor)
      if (failure !== null) return { text, failure }
      from = 0
      search = 0
    } else if (cursor.line.charCodeAt(closes + 1) === quote) {
      text += cursor.line.slice(from, closes + 1)
      from = closes + 2
      search = from
    } else {
      cursor.position = afterSpaces(cursor.line, closes + 1)
      const isEnd = cursor.position === cursor.line.length || cursor.line.startsWith(delimiter, cursor.position)
      if (isEnd) return { text: text + cursor.line.slice(from, closes), failure: null }
      return { text, failure: problems[cursor.row > openedIn ? 'quote-never-closes' : 'stray-quote'] }
    }
  }
}

function nextLine(cursor: Cursor): SplitResult | null {
  if (cursor.line.length > longestLine) return problems['quote-never-closes']
  cursor.row += 1
  if (cursor.row - cursor.firstRow >= mostLines) return problems['quote-never-closes']
  const line = cursor.lines[cursor.row]
  if (line === undefined) return 'needs-more-lines'
  cursor.line = line
  cursor.size += line.length + 1
  return cursor.size > longestLine ? problems['quote-never-closes'] : null
}

function afterSpaces(line: string, position: number): number {
  let at = position
  while (line.charCodeAt(at) === space) at += 1
  return at
}
