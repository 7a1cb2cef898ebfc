// How closely a record's text answers a query. The lower the class, the closer.
import { isHanUnit } from './fold-text.ts'
import { spelledFrom } from './pinyin-readings.ts'
import { lineEnd, lineMark } from './record-text.ts'
import type { Reading } from './search-query.ts'

export const closeness = {
  exactCode: 0,
  codeStart: 1,
  nameStart: 2,
  wordStart: 3,
  phraseWithin: 4,
  within: 5,
  none: 6,
} as const
export type Closeness = (typeof closeness)[keyof typeof closeness]

/** The closest of all readings. */
export function closenessOf(text: string, readings: readonly Reading[]): Closeness {
  let best: Closeness = closeness.none
  for (const reading of readings) {
    const found = closenessTo(text, reading)
    if (found < best) best = found
  }
  return best
}

function closenessTo(text: string, reading: Reading): Closeness {
  if (isExactCode(text, reading)) return closeness.exactCode
  if (isCodeStart(text, reading)) return closeness.codeStart
  if (isNameStart(text, reading)) return closeness.nameStart
  if (areWordStarts(text, reading)) return closeness.wordStart
  if (!isWithin(text, reading)) return closeness.none
  return isPhrase(text, reading) ? closeness.phraseWithin : closeness.within
}

export const isExactCode = (text: string, { phrase }: Reading) => text.includes(lineMark.code + phrase + lineEnd)
export const isCodeStart = (text: string, { phrase }: Reading) => text.includes(lineMark.code + phrase)
export const isNameStart = (text: string, { phrase }: Reading) => text.includes(lineMark.name + phrase)
/** Several words, standing together as they were typed. */
export const isPhrase = (text: string, { phrase, terms }: Reading) => terms.length > 1 && text.includes(phrase)

/** Each word is the beginning of a word, or spells the beginning of a Chinese value. */
export function areWordStarts(text: string, { terms }: Reading): boolean {
  return terms.every((term) => isWordStart(text, term) || isSpelledStart(text, term))
}

/** Each word is somewhere, or spells Chinese characters that are. */
export function isWithin(text: string, { terms }: Reading): boolean {
  return terms.every((term) => text.includes(term) || isSpelledWithin(text, term))
}

function isWordStart(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    // Marks and blanks are all up to 32; every Chinese character begins a word.
    if (text.charCodeAt(at - 1) <= 32 || isHanUnit(text.charCodeAt(at))) return true
  }
  return false
}

const anyHan = /[\u3005-\u9fff\uf900-\ufaff\ud840-\udfff]/

function isSpelledStart(text: string, term: string): boolean {
  // In a string of one-byte characters this looks at nothing at all.
  if (!isSpelling(term) || !anyHan.test(text)) return false
  for (let at = 1; at > 0 && at < text.length; at = text.indexOf(lineEnd, at) + 2) {
    if (isHanUnit(text.charCodeAt(at)) && spelledFrom(text, at, term) > 0) return true
  }
  return false
}

/** A single letter spells nothing but the beginning of a value: it would be found everywhere. */
function isSpelledWithin(text: string, term: string): boolean {
  if (term.length === 1) return isSpelledStart(text, term)
  if (!isSpelling(term) || !anyHan.test(text)) return false
  for (let at = 1; at < text.length; at += 1) {
    if (isHanUnit(text.charCodeAt(at)) && spelledFrom(text, at, term) > 0) return true
  }
  return false
}

/** Whether a word could be pinyin at all. */
export function isSpelling(term: string): boolean {
  return /^[a-z]+$/.test(term)
}
