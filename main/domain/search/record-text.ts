// The text of one record as the index keeps it: a line for each of its values, folded, marked by what it is.
import { foldSpelledOut, foldText } from './fold-text.ts'

/** What a value is: a code or number, a name, a phone number, or any other words. */
export type ValueKind = 'code' | 'name' | 'phone' | 'word'

export const lineMark = { code: '\u0001', name: '\u0002', word: '\u0003' } as const
export const lineEnd = '\n'
/** Longer text is a note, not a name. */
const maxValueLength = 500

/** The lines of one value: as it is, without its dashes, spelled out; a phone number by its digits. */
export function linesOf(kind: ValueKind, value: string): string {
  const text = value.length > maxValueLength ? value.slice(0, maxValueLength) : value
  const mark = kind === 'phone' ? lineMark.word : lineMark[kind]
  const plain = foldText(text)
  if (plain === '') return ''
  const line = mark + plain + lineEnd
  const others = otherForms(kind, text, plain)
  if (others === null) return line
  return (kind === 'phone' && isNumber.test(plain) ? '' : line) + others.map((form) => mark + form + lineEnd).join('')
}

const isNumber = /^[\d ]+$/

/** Other ways to write a value, by which it is found as well. */
function otherForms(kind: ValueKind, text: string, plain: string): string[] | null {
  if (kind === 'phone') return phoneForms(text)
  const joined = kind === 'code' && plain.includes(' ') ? plain.replaceAll(' ', '') : null
  const spelled = foldSpelledOut(text)
  if (joined === null && spelled === null) return null
  return [joined, spelled].filter((form) => form !== null)
}

/** The digits, also without the zero in brackets that is dialled within the country only: `+49 (0)30 1234`. */
function phoneForms(text: string): string[] {
  const digits = foldText(text).replaceAll(/\D/g, '')
  const fromAbroad = foldText(text.replace(trunkZero, ' ')).replaceAll(/\D/g, '')
  return [...new Set([digits, fromAbroad])].filter((form) => form !== '')
}

const trunkZero = /[(（]\s*[0０]\s*[)）]/
