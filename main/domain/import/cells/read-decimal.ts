// Numbers as people write them, kept as exact decimal text: `1.234,56`, `1,234.56`, `1 234,56`, `12,34,567.00`, `(12.00)`.
import type { CellValue, DecimalMark } from './cell-value.ts'
import { halfWidth, trimCell } from './plain-text.ts'

const plain = /^-?\d+(?:\.\d+)?$/
const spaces = /[\s\u00a0\u2009\u202f]/g
const apostrophes = /['\u2019\u02bc]/g
const minusSigns = /[\u2212\u2012\u2013]/g
const exponent = /^(-?)(\d)(?:\.(\d+))?[eE]([+-]?\d{1,2})$/

/** A number cell as plain decimal text (`-1234.56`): grouping gone, digits kept as written. */
export function readDecimal(text: string, mark: DecimalMark): CellValue<string> {
  if (mark === '.' && plain.test(text)) return { value: withoutLeadingZeros(text) }
  const value = decimalText(text, mark)
  return value === null ? { expected: mark === '.' ? 'number-with-point' : 'number-with-comma' } : { value }
}

/** As `readDecimal`, or null where the text is no number under that mark. Grouping must be regular: `1,23` is no 123. */
export function decimalText(text: string, mark: DecimalMark): string | null {
  if (mark === '.' && plain.test(text)) return withoutLeadingZeros(text)
  const signed = signAndBody(text)
  if (signed === null) return null
  const { negative, body } = signed
  const power = mark === '.' ? exponent.exec(body) : exponent.exec(body.replace(',', '.'))
  const digits = power === null ? ungroup(body, mark) : expand(power)
  if (digits === null) return null
  const value = withoutLeadingZeros(digits)
  return negative && /[1-9]/.test(value) ? `-${value}` : value
}

/** Takes sign, brackets of book-keepers and a trailing minus off; null where two signs meet. */
function signAndBody(text: string): { negative: boolean; body: string } | null {
  let body = halfWidth(trimCell(text)).replace(minusSigns, '-')
  // A spreadsheet's text mark: '1234
  if (/^'\s*[-+(]?\d/.test(body)) body = body.slice(1).trim()
  if (body.startsWith('(') && body.endsWith(')')) return { negative: true, body: body.slice(1, -1).trim() }
  if (body.startsWith('-')) return { negative: true, body: body.slice(1).trim() }
  if (body.endsWith('-')) return { negative: true, body: body.slice(0, -1).trim() }
  if (body.startsWith('+')) return { negative: false, body: body.slice(1).trim() }
  return body === '' ? null : { negative: false, body }
}

/** Drops regular grouping, gives the decimals a point; null where the grouping is not regular. */
function ungroup(body: string, mark: DecimalMark): string | null {
  const at = body.indexOf(mark)
  const whole = at === -1 ? body : body.slice(0, at)
  const decimals = at === -1 ? '' : body.slice(at + 1)
  if (at !== -1 && !/^\d+$/.test(decimals)) return null
  const digits = whole === '' && decimals !== '' ? '0' : ungroupWhole(whole, mark)
  if (digits === null) return null
  return decimals === '' ? digits : `${digits}.${decimals}`
}

function ungroupWhole(whole: string, mark: DecimalMark): string | null {
  if (/^\d+$/.test(whole)) return whole
  const unified = whole.replace(spaces, ' ').replace(apostrophes, "'")
  const separator = unified.replace(/\d/g, '')[0]
  if (separator === undefined || separator === mark || !" '.,".includes(separator)) return null
  const groups = unified.split(separator)
  return isRegular(groups, separator) ? groups.join('') : null
}

/** Groups of three, or as in India the last of three and those before of two (only with commas). */
function isRegular(groups: readonly string[], separator: string): boolean {
  if (!groups.every((group) => /^\d+$/.test(group))) return false
  const first = groups[0] ?? ''
  const rest = groups.slice(1)
  if (first.length > 3 || first.startsWith('0')) return false
  if (rest.every((group) => group.length === 3)) return true
  if (separator !== ',' || first.length > 2) return false
  return rest.every((group, index) => group.length === (index === rest.length - 1 ? 3 : 2))
}

/** `1.2345E+5` as plain digits: spreadsheets write large numbers so. */
function expand(power: RegExpExecArray): string {
  const digits = `${power[2] ?? ''}${power[3] ?? ''}`
  const point = 1 + Number(power[4])
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length)
  return `${digits.slice(0, point)}.${digits.slice(point)}`
}

function withoutLeadingZeros(digits: string): string {
  if (!digits.startsWith('0') && !digits.startsWith('-')) return digits
  const value = digits.replace(/^(-?)0+(?=\d)/, '$1')
  return value.startsWith('-') && !/[1-9]/.test(value) ? value.slice(1) : value
}
