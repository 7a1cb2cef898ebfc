// Lines to records in constant memory, each with the physical line on which it begins. A record that cannot be read is
// reported with its line, and reading goes on with the line after it, so that one bad quote never swallows the rest.
import { readLines } from './read-lines.ts'
import { type RecordProblem, type SplitResult, splitRecord } from './split-record.ts'

export interface TextRecord {
  /** The physical line, the first of the file being 1. */
  readonly line: number
  readonly cells: string[]
  readonly problem: RecordProblem | null
}

export interface RecordOptions {
  readonly delimiter: string
  /** Columns of the header, once known: tells a quote that swallowed lines from a cell that has several. */
  readonly columns?: number
}

/** What is kept of a record that cannot be read, to show and to mend it by. */
const shownLength = 4096

/** The records of a text in groups of a few hundred. Blank lines are counted but left out. */
export function* readRecords(pieces: Iterable<string>, options: RecordOptions): Generator<TextRecord[]> {
  const groups = readLines(pieces)
  let lines: string[] = []
  let firstLine = 1
  for (;;) {
    const next = groups.next()
    if (next.done) break
    lines = lines.length === 0 ? next.value : lines.concat(next.value)
    const taken = { records: [], count: 0 }
    takeRecords(lines, firstLine, { ...options, isEnd: false, taken })
    if (taken.records.length > 0) yield taken.records
    firstLine += taken.count
    lines = taken.count === lines.length ? [] : lines.slice(taken.count)
  }
  const taken = { records: [], count: 0 }
  takeRecords(lines, firstLine, { ...options, isEnd: true, taken })
  if (taken.records.length > 0) yield taken.records
}

type TakeOptions = RecordOptions & { isEnd: boolean; taken: { records: TextRecord[]; count: number } }

/** Takes as many whole records as the lines hold. */
function takeRecords(lines: readonly string[], firstLine: number, options: TakeOptions): void {
  const { delimiter, taken } = options
  let at = 0
  while (at < lines.length) {
    if (lines[at] === '') {
      at += 1
      continue
    }
    const split = splitRecord(lines, at, delimiter)
    if (split === 'needs-more-lines' && !options.isEnd) break
    const result = isPlain(split) ? split : judged(split, lines[at + 1], options)
    const isRead = 'cells' in result
    const cells = isRead ? result.cells : [(lines[at] ?? '').slice(0, shownLength)]
    taken.records.push({ line: firstLine + at, cells, problem: isRead ? null : result.problem })
    at += isRead ? result.linesTaken : 1
  }
  taken.count = at
}

function isPlain(result: SplitResult): result is { cells: string[]; linesTaken: 1 } {
  return typeof result === 'object' && 'cells' in result && result.linesTaken === 1
}

type Judged = Exclude<SplitResult, 'needs-more-lines'>

/**
 * A quote still open at the end of the file never closes. Nor did one that closed by chance further down: the record over
 * several lines has the wrong number of cells, while the next line alone has the right one.
 */
function judged(result: SplitResult, following: string | undefined, options: TakeOptions): Judged {
  if (result === 'needs-more-lines') return { problem: 'quote-never-closes' }
  if ('problem' in result || following === undefined || options.columns === undefined) return result
  if (fits(result.cells, options.columns)) return result
  const alone = splitRecord([following], 0, options.delimiter)
  const isOwnRecord = typeof alone === 'object' && 'cells' in alone && fits(alone.cells, options.columns)
  return isOwnRecord ? { problem: 'quote-never-closes' } : result
}

/** Whether a record has a cell for each column, and beyond them nothing but empty ones. */
export function fits(cells: readonly string[], columns: number): boolean {
  if (cells.length < columns) return false
  for (let at = columns; at < cells.length; at += 1) if (cells[at] !== '') return false
  return true
}
