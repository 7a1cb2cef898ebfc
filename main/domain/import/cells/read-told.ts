// Cells of forwarders and agencies in which words stand where an amount or a weight would: that it is in the price, that it
// comes on another paper, or on which line it stands.
import type { CellValue, DecimalMark } from './cell-value.ts'
import { halfWidth } from './plain-text.ts'
import { readWeight, type WeightUnit } from './read-measure.ts'
import { type MoneyCell, readMoney } from './read-money.ts'

export type ToldElsewhere = {
  readonly word: 'included' | 'separate' | 'see'
  /** The line, by its key, on which it stands; empty unless the word is `see`. */
  readonly toldWith: string
}

const included = /^(?!not )(?:(?:\p{L}+ )?(?:is |are )?included\b.*|incl\.?|free|已含.*|包含.*|含.{0,8}价.*|包邮)$/iu
const separate =
  /^(?!not )(?:(?:\p{L}+ )?(?:is |are )?(?:invoiced|captured|billed|charged|weighed|recorded) separately|separate(?:ly)?|另计|另行.*|单独.*|另开.*)$/iu
const see = /^(?:see|refer to|under|见|参见|同)[:：]?\s*(.+)$/iu
const keyInside = /\(\s*(?:id|line|key|行号|编号)\s*#?\s*[:：]?\s*([^\s()]+)\s*\)/iu

/** What the words say; null where they say nothing that is understood. */
export function toldElsewhere(text: string): ToldElsewhere | null {
  const cell = halfWidth(text).trim().replace(/\s+/g, ' ')
  if (included.test(cell)) return { word: 'included', toldWith: '' }
  if (separate.test(cell)) return { word: 'separate', toldWith: '' }
  const named = see.exec(cell)?.[1]
  if (named === undefined) return null
  return { word: 'see', toldWith: keyInside.exec(named)?.[1] ?? named }
}

/** An amount, or where it is told instead. */
export function readToldMoney(text: string, mark: DecimalMark): CellValue<MoneyCell | ToldElsewhere> {
  const amount = readMoney(text, mark)
  if (!('expected' in amount)) return amount
  const told = toldElsewhere(text)
  return told === null ? { expected: 'amount-or-words' } : { value: told }
}

/** A weight in whole grams, or where it is told instead. */
export function readToldWeight(
  text: string,
  mark: DecimalMark,
  columnUnit: WeightUnit,
): CellValue<number | ToldElsewhere> {
  const weight = readWeight(text, mark, columnUnit)
  if (!('expected' in weight)) return weight
  const told = toldElsewhere(text)
  return told === null ? { expected: 'weight-or-words' } : { value: told }
}
