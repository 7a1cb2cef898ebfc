// An amount with or without its currency in the same cell: `AU $3,000.00`, `EUR 90,00`, `¥1,200`, `90.00 USD`.
import type { CellValue, DecimalMark } from './cell-value.ts'
import { currenciesNamed } from './currency-signs.ts'
import { decimalText, readDecimal } from './read-decimal.ts'

export type MoneyCell = {
  /** Exact decimal text in the major unit. */
  readonly amount: string
  /** The currency that the cell itself names, or null: none, or a sign that several share. */
  readonly currency: string | null
  /** The currencies that share the sign in the cell (`$`, `¥`); empty when there is no doubt. */
  readonly couldBe: readonly string[]
}

const plain = /^-?\d+(?:\.\d+)?$/
const parts = /^([^\d,.]*?)\s*([-+(]*\s*[\d.,][\d.,\s'\u2019\u00a0\u2009\u202f]*?[)-]?)\s*([^\d,.]*)$/
const certain: readonly string[] = []

/** Reads an amount and the currency named beside it, before or after, sign outside or inside. */
export function readMoney(text: string, mark: DecimalMark): CellValue<MoneyCell> {
  if (mark === '.' && plain.test(text)) return { value: { amount: text, currency: null, couldBe: certain } }
  const bare = decimalText(text, mark)
  if (bare !== null) return { value: { amount: bare, currency: null, couldBe: certain } }
  return readWithSign(text, mark) ?? failed(mark)
}

function readWithSign(text: string, mark: DecimalMark): CellValue<MoneyCell> | null {
  const unwrapped = unwrap(text)
  const match = parts.exec(unwrapped.body)
  if (match === null) return null
  const before = takeSign(match[1] ?? '')
  const after = match[3] ?? ''
  const named = namedBy(before.rest, after)
  if (named === null) return null
  const amount = decimalText(match[2] ?? '', mark)
  if (amount === null || (before.negative && amount.startsWith('-'))) return null
  const negative = before.negative !== unwrapped.negative
  return { value: { amount: negative ? negate(amount) : amount, ...named } }
}

/** Book-keepers' brackets round currency and amount: `($12.00)`. */
function unwrap(text: string): { negative: boolean; body: string } {
  const body = text.normalize('NFKC').replaceAll('\u2212', '-').trim()
  const wrapped = body.startsWith('(') && body.endsWith(')')
  return wrapped ? { negative: true, body: body.slice(1, -1).trim() } : { negative: false, body }
}

function takeSign(text: string): { negative: boolean; rest: string } {
  const rest = text.trim()
  return rest.startsWith('-') ? { negative: true, rest: rest.slice(1).trim() } : { negative: false, rest }
}

/** The currency named before or after the amount; null when the words there are no currency, or two that differ. */
function namedBy(before: string, after: string): Pick<MoneyCell, 'currency' | 'couldBe'> | null {
  const first = before === '' ? null : currenciesNamed(before)
  const second = after === '' ? null : currenciesNamed(after)
  const shared = first !== null && second !== null ? first.filter((code) => second.includes(code)) : (first ?? second)
  if (shared === null) return { currency: null, couldBe: certain }
  if (shared.length === 0) return null
  return shared.length === 1 ? { currency: shared[0] ?? null, couldBe: certain } : { currency: null, couldBe: shared }
}

function negate(amount: string): string {
  if (amount.startsWith('-')) return amount.slice(1)
  return /[1-9]/.test(amount) ? `-${amount}` : amount
}

function failed(mark: DecimalMark): CellValue<MoneyCell> {
  const number = readDecimal('', mark)
  return 'expected' in number ? number : { expected: 'number-with-point' }
}
