// The signature of a record: numbers of rows in a bit table that its letters, pairs of letters, beginnings and readings
// fall on. What a query asks for falls on the same rows, so a record that lacks one of them cannot be an answer. Different
// pairs may share a row; the text itself decides in the end.
import { isHanUnit } from './fold-text.ts'
import { isHushing, readingsOf } from './pinyin-readings.ts'
import { lineEnd, lineMark } from './record-text.ts'

/** Rows of the bit table. More would mean fewer false answers, and more memory: 2560 bits are 320 bytes a record. */
export const rowCount = 2560

/** What a row stands for. */
const what = { letter: 0, wordStart: 1, codeStart: 2, nameStart: 3, sound: 4, soundStart: 5 } as const
const pairOf = { letters: 11, wordStart: 12, codeStart: 13, nameStart: 14, code: 15 } as const

/**
 * Single letters and digits, and the pairs of letters in pinyin, have rows of their own: a short query has nothing else to
 * tell records apart by.
 */
const firstSoundPair = 6 * 36
const ownRows = firstSoundPair + 26 * 26

const soundPairRow = (first: number, second: number) => firstSoundPair + (first - 97) * 26 + second - 97

/** Of a plain unit, -1 where it is neither a letter nor a digit. */
const letterNumbers = Int8Array.from({ length: 128 }, (_, unit) => {
  if (unit >= 97 && unit <= 122) return unit - 97
  return unit >= 48 && unit <= 57 ? unit - 22 : -1
})

function singleRow(kind: number, unit: number): number {
  const letter = letterNumbers[unit] ?? -1
  return letter >= 0 ? kind * 36 + letter : hashedRow(kind, unit, 0)
}

/** Other pairs and whole codes share the other rows. */
function hashedRow(kind: number, first: number, second: number): number {
  let mixed = Math.imul(kind, 0x9e3779b1) ^ Math.imul(first + 1, 0x85ebca6b) ^ Math.imul(second + 1, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return ownRows + (((mixed >>> 16) * (rowCount - ownRows)) >>> 16)
}

/** Rows of the pairs of plain units, looked up: a build asks for thirty million of them. */
function plainPairs(kind: number): Uint16Array {
  return Uint16Array.from({ length: 128 * 128 }, (_, at) => hashedRow(kind, at >>> 7, at & 127))
}

const plainLetters = plainPairs(pairOf.letters)
const plainStarts = {
  wordStart: plainPairs(pairOf.wordStart),
  codeStart: plainPairs(pairOf.codeStart),
  nameStart: plainPairs(pairOf.nameStart),
}

const pairRow = (first: number, second: number) =>
  (first | second) < 128 ? (plainLetters[first * 128 + second] as number) : hashedRow(pairOf.letters, first, second)

const startPairRow = (start: Start, first: number, second: number) =>
  (first | second) < 128
    ? (plainStarts[start][first * 128 + second] as number)
    : hashedRow(pairOf[start], first, second)

const letterRow = (unit: number) => singleRow(what.letter, unit)

const [codeMark, nameMark] = [lineMark.code.charCodeAt(0), lineMark.name.charCodeAt(0)]
const end = lineEnd.charCodeAt(0)
const blank = 32

/** Rows of one record: the first `count` of a list that is used again for the next. A row may come more than once. */
export type RecordRows = { rows: Uint16Array; count: number }

let rows = new Uint16Array(4096)
let count = 0
const result: RecordRows = { rows, count }

function add(row: number): void {
  if (count === rows.length) {
    const larger = new Uint16Array(rows.length * 2)
    larger.set(rows)
    rows = larger
  }
  rows[count] = row
  count += 1
}

/** The rows that a record's text falls on. */
export function rowsOf(text: string): RecordRows {
  count = 0
  let mark = 0
  let startedAt = 0
  let before = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < end) {
      mark = unit
      startedAt = at + 1
    } else if (unit === end) {
      if (mark === codeMark) add(wholeCodeRow(text.slice(startedAt, at)))
    } else {
      if (before > end) add(pairRow(before, unit))
      if (before <= blank) addStarts(text, at, at === startedAt ? mark : 0)
      if (unit >= 128) addBeyondPlain(text, at, before > blank, at === startedAt)
    }
    before = unit
  }
  addLetters(text)
  result.rows = rows
  result.count = count
  return result
}

/** Each plain letter once, however often it comes. */
function addLetters(text: string): void {
  let [low, high] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    const number = letterNumbers[text.charCodeAt(at)] ?? -1
    if (number < 0) continue
    if (number < 26) low |= 1 << number
    else high |= 1 << (number - 26)
  }
  for (let number = 0; number < 26; number += 1) if (low & (1 << number)) add(number)
  for (let number = 26; number < 36; number += 1) if (high & (1 << (number - 26))) add(number)
}

function addStarts(text: string, at: number, mark: number): void {
  addStart('wordStart', text, at)
  if (mark === codeMark) addStart('codeStart', text, at)
  if (mark === nameMark) addStart('nameStart', text, at)
}

/** A beginning by its first letter, and by its first two. */
function addStart(start: Start, text: string, at: number): void {
  const first = text.charCodeAt(at)
  const second = text.charCodeAt(at + 1)
  add(singleRow(what[start], first))
  if (second !== end) add(startPairRow(start, first, second))
}

/** Other letters than plain ones; each Chinese one begins a word, and sounds. */
function addBeyondPlain(text: string, at: number, isInside: boolean, isStart: boolean): void {
  const unit = text.charCodeAt(at)
  add(letterRow(unit))
  if (!isHanUnit(unit)) return
  if (isInside) addStart('wordStart', text, at)
  const followers = readingsOf(text.charCodeAt(at + 1))
  for (const reading of readingsOf(unit)) addSounds(reading, followers, isStart)
}

function addSounds(reading: string, followers: readonly string[], isStart: boolean): void {
  const first = reading.charCodeAt(0)
  const last = reading.charCodeAt(reading.length - 1)
  add(singleRow(what.sound, first))
  if (isStart) add(singleRow(what.soundStart, first))
  for (let letter = 1; letter < reading.length; letter += 1)
    add(soundPairRow(reading.charCodeAt(letter - 1), reading.charCodeAt(letter)))
  for (const next of followers) {
    const follower = next.charCodeAt(0)
    add(soundPairRow(first, follower))
    add(soundPairRow(last, follower))
    if (isHushing(reading)) add(soundPairRow(reading.charCodeAt(1), follower))
  }
}

type Start = 'wordStart' | 'codeStart' | 'nameStart'

function wholeCodeRow(code: string): number {
  let hash = 0
  for (let at = 0; at < code.length; at += 1) hash = (Math.imul(hash, 31) + code.charCodeAt(at)) | 0
  return hashedRow(pairOf.code, hash, code.length)
}

/** The rows that a text which holds `part` has. */
export function partRows(part: string): number[] {
  if (part.length === 1) return [letterRow(part.charCodeAt(0))]
  return [
    ...new Set(
      Array.from({ length: part.length - 1 }, (_, at) => pairRow(part.charCodeAt(at), part.charCodeAt(at + 1))),
    ),
  ]
}

/** The rows that a text with a word that begins with `term` has. */
export const wordStartRows = (term: string) => [startRow('wordStart', term), ...partRows(term)]
export const nameStartRows = (phrase: string) => [startRow('nameStart', phrase), ...partRows(phrase)]
export const codeStartRows = (phrase: string) => [startRow('codeStart', phrase), ...partRows(phrase)]
export const codeRows = (phrase: string) => [wholeCodeRow(phrase), ...codeStartRows(phrase)]

function startRow(start: Start, text: string): number {
  const first = text.charCodeAt(0)
  return text.length > 1 ? startPairRow(start, first, text.charCodeAt(1)) : singleRow(what[start], first)
}

/** The rows that a text has in which `term` spells Chinese characters; from the start of a value, or anywhere. */
export function spellingRows(term: string, isStart: boolean): number[] {
  const pairs = Array.from({ length: term.length - 1 }, (_, at) =>
    soundPairRow(term.charCodeAt(at), term.charCodeAt(at + 1)),
  )
  return [singleRow(isStart ? what.soundStart : what.sound, term.charCodeAt(0)), ...new Set(pairs)]
}
