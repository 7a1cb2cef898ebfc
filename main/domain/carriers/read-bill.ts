// Lines of a freight bill as they are pasted: a number first, an amount last, perhaps a currency beside it.
import { halfWidth } from '#main/domain/import/cells/plain-text.ts'
import { decimalText } from '#main/domain/import/cells/read-decimal.ts'
import { isCurrency } from '#shared/reference/currencies.ts'

export type BillLineText = { line: number; named: string; amount: string | null; currency: string | null }

/** A head and empty lines are left out; a line without an amount is told. */
export function readBill(text: string): BillLineText[] {
  const lines = text.split(/\r?\n/).map((line) => halfWidth(line).trim())
  const first = lines.findIndex((line) => line !== '')
  return lines.flatMap((line, at) => {
    if (line === '') return []
    const read = readLine(line)
    const isHead = at === first && read.amount === null && !/\d/.test(line)
    return isHead ? [] : [{ line: at + 1, ...read }]
  })
}

function readLine(line: string): Omit<BillLineText, 'line'> {
  const cells = cellsOf(line)
  const currency = cells.map(currencyIn).find((code) => code !== null) ?? null
  const [named = '', ...rest] = cells
  const amount =
    rest
      .toReversed()
      .map(amountIn)
      .find((text) => text !== null) ?? null
  return { named, amount, currency }
}

/** By tabs, else semicolons, else commas that stand between words, else spaces. */
function cellsOf(line: string): string[] {
  const parted = line.includes('\t') ? line.split('\t') : line.includes(';') ? line.split(';') : bySpaces(line)
  return parted.map((cell) => cell.trim()).filter((cell) => cell !== '')
}

/** A tracking number may be written in groups: what comes before the amount is one name. */
function bySpaces(line: string): string[] {
  if (!/\s/.test(line))
    return line.includes(',') ? [line.slice(0, line.indexOf(',')), line.slice(line.indexOf(',') + 1)] : [line]
  const words = line.replace(/,\s+/g, ' ').split(/\s+/)
  const tail: string[] = []
  while (
    words.length > 1 &&
    (currencyIn(words.at(-1) ?? '') !== null || (tail.every(isNoAmount) && amountIn(words.at(-1) ?? '') !== null))
  )
    tail.unshift(words.pop() ?? '')
  return [words.join(' '), ...tail]
}

function isNoAmount(word: string): boolean {
  return !/\d/.test(word)
}

function currencyIn(cell: string): string | null {
  const beside = /^([A-Z]{3})\s*[\d(-]/.exec(cell)?.[1] ?? /\d\s*([A-Z]{3})$/.exec(cell)?.[1] ?? ''
  const code = /^[A-Za-z]{3}$/.test(cell) ? cell.toUpperCase() : beside
  return code !== '' && isCurrency(code) ? code : null
}

function amountIn(cell: string): string | null {
  const bare = cell.replace(/^[^\d.,(-]+|[^\d.,)]+$/gu, '')
  return decimalText(bare, '.') ?? decimalText(bare, ',')
}
