// Where in a value the searched text stands, for the screen to mark: by its letters, by its sound, or by the digits of a
// number whatever stands between them.
import { foldWithPlaces, isHanUnit, type MappedText } from './fold-text.ts'
import { isSpelling } from './match-record.ts'
import { spelledFrom } from './pinyin-readings.ts'
import type { Reading } from './search-query.ts'

export type Range = readonly [from: number, to: number]

/** Ranges in UTF-16 units, in order, none touching another; empty where the value has nothing of the text. */
export function marksIn(value: string, readings: readonly Reading[]): Range[] {
  const mapped = foldWithPlaces(value)
  for (const { phrase, terms } of readings) {
    const places = mapped.folded.includes(phrase)
      ? placesOf(mapped.folded, phrase)
      : placesOfTerms(mapped.folded, terms)
    if (places.length > 0) return joined(places.map(([from, to]) => inOriginal(mapped, from, to)))
  }
  const solid = withoutBlanks(mapped)
  for (const { phrase } of readings) {
    const places = placesOf(solid.folded, phrase)
    if (places.length > 0) return joined(places.map(([from, to]) => inOriginal(solid, from, to)))
  }
  return []
}

/** How many of the words that were typed a value holds. */
export function termsIn(value: string, { terms }: Reading): number {
  const { folded } = foldWithPlaces(value)
  return terms.filter((term) => placesOfTerms(folded, [term]).length > 0).length
}

function placesOfTerms(folded: string, terms: readonly string[]): Range[] {
  return terms.flatMap((term) => {
    const literal = placesOf(folded, term)
    return literal.length > 0 ? literal : soundsOf(folded, term)
  })
}

/** The beginnings of words if there are any, else all places. */
function placesOf(folded: string, part: string): Range[] {
  const places: Range[] = []
  for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + part.length))
    places.push([at, at + part.length])
  const starts = places.filter(([from]) => from === 0 || folded[from - 1] === ' ' || isHanUnit(folded.charCodeAt(from)))
  return starts.length > 0 ? starts : places
}

function soundsOf(folded: string, term: string): Range[] {
  if (!isSpelling(term)) return []
  for (let at = 0; at < folded.length; at += 1) {
    const length = spelledFrom(folded, at, term)
    if (length > 0 && (at === 0 || term.length > 1)) return [[at, at + length]]
  }
  return []
}

function withoutBlanks({ folded, from, to }: MappedText): MappedText {
  const kept = folded.split('').flatMap((unit, index) => (unit === ' ' ? [] : [index]))
  return {
    folded: folded.replaceAll(' ', ''),
    from: kept.map((index) => from[index] as number),
    to: kept.map((index) => to[index] as number),
  }
}

function inOriginal({ from, to }: MappedText, start: number, end: number): Range {
  return [from[start] as number, to[end - 1] as number]
}

function joined(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((left, right) => left[0] - right[0])
  const result: [number, number][] = []
  for (const [from, to] of sorted) {
    const before = result.at(-1)
    if (before && from <= before[1]) before[1] = Math.max(before[1], to)
    else result.push([from, to])
  }
  return result
}
