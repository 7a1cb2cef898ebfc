// What people type into number fields, read exactly: grouping, full-width digits, and the unit on screen (kg, cm) against
// the unit that travels (g, mm). Nothing is guessed: `12,50` stays what it is and is refused by the field.
import { Decimal, isDecimal, trimZeros } from '#shared/decimal.ts'

const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/

/** Decimal text of what was typed, or the text as it is where it is no number. */
export function typedDecimal(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').replace(/^\+/, '')
  if (grouped.test(plain)) return plain.replaceAll(',', '')
  if (/^-?\d+\.$/.test(plain)) return plain.slice(0, -1)
  return isDecimal(plain) ? plain.replace(/^(-?)\./, '$10.') : text.trim()
}

/** A unit on screen: how many of the unit that travels it holds, and the problem's code when the text is finer than that. */
export type Scale = { factor: number; places: number; problem: string }

export const scales = {
  kg: { factor: 1000, places: 0, problem: 'thousandths' },
  cm: { factor: 10, places: 0, problem: 'tenths' },
  whole: { factor: 1, places: 0, problem: 'whole' },
  quantity: { factor: 1, places: 3, problem: 'thousandths' },
  percent: { factor: 1, places: 4, problem: 'ten_thousandths' },
} as const satisfies Record<string, Scale>

export type ScaleName = keyof typeof scales

/** The number that travels as text for the field: 480 g is `0.48` kg. Null is empty text. */
export function numberToText(value: number | null, scale: ScaleName): string {
  return value === null ? '' : trimZeros(new Decimal(value).div(scales[scale].factor).toFixed())
}

/** The field's text as the number that travels: null where empty, a problem's code where it does not fit. */
export function textToNumber(text: string, scale: ScaleName): { value: number | null } | { problem: string } {
  const typed = typedDecimal(text)
  if (typed === '') return { value: null }
  if (!isDecimal(typed)) return { problem: 'decimal' }
  const { factor, places, problem } = scales[scale]
  const scaled = new Decimal(typed).times(factor)
  if (!scaled.round(places, 0).eq(scaled)) return { problem }
  return { value: Number(scaled.toFixed()) }
}

/** Reads the number fields of a form one by one and gathers what is wrong with them by field path. */
export function newFieldReader() {
  const problems: Record<string, string> = {}
  return {
    problems,
    /** The number of an optional field. Where the text does not fit, null and a problem under `path`. */
    number(path: string, text: string, scale: ScaleName): number | null {
      const result = textToNumber(text, scale)
      if ('value' in result) return result.value
      problems[path] = result.problem
      return null
    },
    /** The number of a field that must be given. */
    needed(path: string, text: string, scale: ScaleName): number {
      const value = this.number(path, text, scale)
      if (value === null) problems[path] ??= 'required'
      return value ?? 0
    },
  }
}
