// Finds out what parts the cells of a text file: the sign under which most records have the same number of cells.
import { readRecords } from './read-records.ts'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

export interface DelimiterGuess {
  readonly delimiter: string
  /** True where the file says it itself in a first line `sep=;`, which is then no record. */
  readonly isDeclared: boolean
  /** False where no sign parts the lines into more than one cell. */
  readonly isSure: boolean
}

const comparedRecords = 100

/** Guesses from the beginning of a text with LF line ends. A record cut off at its end does not count. */
export function detectDelimiter(head: string): DelimiterGuess {
  const declared = /^"?sep=(.)"?(?:\n|$)/i.exec(head)
  if (declared?.[1] !== undefined) return { delimiter: declared[1], isDeclared: true, isSure: true }
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const score = scoreOf(head, delimiter)
    if (score > best.score) best = { delimiter, score }
  }
  return { delimiter: best.delimiter, isDeclared: false, isSure: best.score > 0 }
}

/** Share of records with the commonest number of cells, a little more for more cells; 0 when that number is one. */
function scoreOf(head: string, delimiter: string): number {
  const counts: number[] = []
  let broken = 0
  for (const group of readRecords([head], { delimiter })) {
    for (const record of group) {
      if (counts.length + broken >= comparedRecords) break
      if (record.problem === null) counts.push(record.cells.length)
      else broken += 1
    }
  }
  const { cells, share } = commonest(counts.length > 2 ? counts.slice(0, -1) : counts)
  if (cells < 2) return 0
  const whole = counts.length / (counts.length + broken)
  return whole * share * (1 + Math.min(cells, 30) / 30)
}

function commonest(counts: readonly number[]): { cells: number; share: number } {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  let cells = 0
  let most = 0
  for (const [count, seen] of times) if (seen > most || (seen === most && count > cells)) [cells, most] = [count, seen]
  return { cells, share: counts.length === 0 ? 0 : most / counts.length }
}
