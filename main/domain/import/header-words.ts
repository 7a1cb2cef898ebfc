// What a header says: its words without case, spaces and signs, and the unit or currency it names in passing.
import { currenciesNamed } from './cells/currency-signs.ts'
import { type LengthUnit, lengthUnitNamed, type WeightUnit, weightUnitNamed } from './cells/read-measure.ts'

/** `Unit_Price`, `unitPrice` and `UNIT PRICE` are one: letters and digits only, in lower case. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

export interface HeaderWords {
  /** The whole header, folded. */
  readonly whole: string
  /** The header without what stands in brackets and without a unit or currency behind it. */
  readonly bare: string
  readonly currency: string | null
  readonly weightUnit: WeightUnit | null
  readonly lengthUnit: LengthUnit | null
  /** The header says that its numbers are percents: `Discount %`. */
  readonly isPercent: boolean
}

const bracketed = /[(（[【]([^)）\]】]*)[)）\]】]/g

/** Takes a header apart: `Price (USD)`, `净重(kg)`, `Length cm`, `Freight_EUR`. */
export function headerWords(header: string): HeaderWords {
  const inBrackets = [...header.matchAll(bracketed)].map((match) => match[1] ?? '')
  const outside = header.replace(bracketed, ' ').trim()
  const words = outside.split(/[\s_\-/:：,]+|(?<=\p{Ll})(?=\p{Lu})/u).filter((word) => word !== '')
  const last = words.length > 1 ? [words[words.length - 1] ?? ''] : []
  const hints = [...inBrackets, ...inBrackets.flatMap((text) => text.split(/[\s/,:]+/)), ...last]
  const isLastHint = last.some((word) => saysSomething(word))
  return {
    whole: foldHeader(header),
    bare: foldHeader(isLastHint ? outside.slice(0, outside.length - (last[0] ?? '').length) : outside),
    currency: firstOf(hints, onlyCurrency),
    weightUnit: firstOf(hints, weightUnitNamed),
    lengthUnit: firstOf(hints, lengthUnitNamed),
    isPercent: /[%％]|percent|百分/i.test(header),
  }
}

function saysSomething(word: string): boolean {
  return onlyCurrency(word) !== null || weightUnitNamed(word) !== null || lengthUnitNamed(word) !== null
}

function onlyCurrency(word: string): string | null {
  const named = currenciesNamed(word)
  return named.length === 1 ? (named[0] ?? null) : null
}

function firstOf<T>(words: readonly string[], find: (word: string) => T | null): T | null {
  for (const word of words) {
    const found = find(word)
    if (found !== null) return found
  }
  return null
}
