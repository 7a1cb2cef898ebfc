// Weights and lengths in the unit that the cell or the column names, as whole grams and millimetres.
import { Decimal, toUnits } from '#shared/decimal.ts'
import type { CellValue, DecimalMark } from './cell-value.ts'
import { halfWidth } from './plain-text.ts'
import { decimalText } from './read-decimal.ts'

export type WeightUnit = 'kg' | 'g' | 'lb' | 'oz' | 't'
export type LengthUnit = 'cm' | 'mm' | 'm' | 'in' | 'ft'

/** Grams in a unit; pound and ounce are exact by the international agreement of 1959. */
const grams: Readonly<Record<WeightUnit, string>> = {
  kg: '1000',
  g: '1',
  lb: '453.59237',
  oz: '28.349523125',
  t: '1000000',
}
/** Millimetres in a unit; the inch is 25.4 mm by the same agreement. */
const millimetres: Readonly<Record<LengthUnit, string>> = { cm: '10', mm: '1', m: '1000', in: '25.4', ft: '304.8' }

const weightWords: Readonly<Record<WeightUnit, readonly string[]>> = {
  kg: ['kg', 'kgs', 'kilo', 'kilos', 'kilogram', 'kilograms', 'kgm', '千克', '公斤'],
  g: ['g', 'gr', 'grm', 'gram', 'grams', 'gramm', '克'],
  lb: ['lb', 'lbs', 'lbr', 'pound', 'pounds', '磅'],
  oz: ['oz', 'onz', 'ounce', 'ounces', '盎司'],
  t: ['t', 'ton', 'tons', 'tonne', 'tonnes', 'tne', 'mt', '吨'],
}
const lengthWords: Readonly<Record<LengthUnit, readonly string[]>> = {
  cm: ['cm', 'cms', 'cmt', 'centimeter', 'centimeters', 'centimetre', 'centimetres', '厘米', '公分'],
  mm: ['mm', 'mmt', 'millimeter', 'millimeters', 'millimetre', 'millimetres', '毫米'],
  m: ['m', 'mtr', 'meter', 'meters', 'metre', 'metres', '米'],
  in: ['in', 'inch', 'inches', 'inh', '"', '英寸'],
  ft: ['ft', 'foot', 'feet', '英尺'],
}

/** The unit of weight that a word names (`KGS`, `磅`), or null. */
export function weightUnitNamed(word: string): WeightUnit | null {
  return unitNamed(word, weightWords)
}

/** The unit of length that a word names (`CMS`, `inch`), or null. */
export function lengthUnitNamed(word: string): LengthUnit | null {
  return unitNamed(word, lengthWords)
}

/** A weight in whole grams, rounded half away from zero. A unit in the cell wins over the column's. */
export function readWeight(text: string, mark: DecimalMark, columnUnit: WeightUnit): CellValue<number> {
  const measured = numberAndUnit(text, mark)
  const unit = measured?.word === '' ? columnUnit : weightUnitNamed(measured?.word ?? '')
  if (measured === null || unit === null) return { expected: 'weight' }
  return scaled(measured.digits, grams[unit], 'weight')
}

/** A length in whole millimetres, rounded half away from zero. A unit in the cell wins over the column's. */
export function readLength(text: string, mark: DecimalMark, columnUnit: LengthUnit): CellValue<number> {
  const measured = numberAndUnit(text, mark)
  const unit = measured?.word === '' ? columnUnit : lengthUnitNamed(measured?.word ?? '')
  if (measured === null || unit === null) return { expected: 'length' }
  return scaled(measured.digits, millimetres[unit], 'length')
}

function numberAndUnit(text: string, mark: DecimalMark): { digits: string; word: string } | null {
  const match = /^([^\p{L}"]*\d[^\p{L}"]*?)\s*([\p{L}"]*)\.?$/u.exec(halfWidth(text).trim())
  const digits = match === null ? null : decimalText(match[1] ?? '', mark)
  return digits === null ? null : { digits, word: match?.[2] ?? '' }
}

function scaled(digits: string, factor: string, expected: 'weight' | 'length'): CellValue<number> {
  const exact = new Decimal(digits).times(factor)
  return exact.lt(0) || exact.gt(1e15) ? { expected } : { value: toUnits(exact, 0) }
}

function unitNamed<U extends string>(word: string, words: Readonly<Record<U, readonly string[]>>): U | null {
  const wanted = word.toLowerCase()
  for (const unit of Object.keys(words) as U[]) if (words[unit].includes(wanted)) return unit
  return null
}
