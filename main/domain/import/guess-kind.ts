// Guesses what a file holds: by headers that only one kind has, by how many of its columns the kind knows, by its name.

import { type ImportKind, importKinds } from '#shared/schemas/imports.ts'
import type { ColumnProfile } from './column-profile.ts'
import { guessMapping } from './guess-mapping.ts'
import { guessRatesLayout } from './guess-rates-layout.ts'
import { fileNameHints, hasNeededFields } from './kinds.ts'

export interface KindGuess {
  readonly kind: ImportKind
  readonly score: number
  /** What speaks for it. */
  readonly reasons: {
    /** Columns under headers that only this kind has. */
    readonly ownHeaders: readonly string[]
    /** Columns that the kind knows. */
    readonly knownHeaders: readonly string[]
    readonly fileName: boolean
  }
}

const ownWeight = 3
const nameWeight = 2
/** The share of columns that a kind must know when little else speaks for it. */
const leastShare = 0.4

/** The kinds that the file may be, the likeliest first; none when nothing fits. */
export function guessKind(columns: readonly ColumnProfile[], fileName: string): KindGuess[] {
  const guesses = importKinds.flatMap((kind) => {
    const guess = guessFor(kind, columns, fileName)
    return guess === null || !isLikely(guess, columns.length) ? [] : [guess]
  })
  return guesses.sort((left, right) => right.score - left.score)
}

/** The kind that the guesses agree on; null where there is none, or where two have as much for them. */
export function clearKind(guesses: readonly KindGuess[]): ImportKind | null {
  const [first, second] = guesses
  return first !== undefined && first.score > (second?.score ?? 0) ? first.kind : null
}

/**
 * `code, name` could be anything: a kind must know every column, or have a header of its own or the file's name on its side
 * and know more than a few columns. A file of purchase orders has a `ProductID` and a price and still holds no products.
 */
function isLikely(guess: KindGuess, columnCount: number): boolean {
  const { ownHeaders, knownHeaders, fileName } = guess.reasons
  if (knownHeaders.length === columnCount) return true
  if (ownHeaders.length === 0 && !fileName) return false
  return ownHeaders.length > 1 || fileName || knownHeaders.length >= columnCount * leastShare
}

function guessFor(kind: ImportKind, columns: readonly ColumnProfile[], fileName: string): KindGuess | null {
  if (kind === 'rates') return guessRates(columns, fileName)
  const mapped = guessMapping(kind, columns).filter((column) => column.field !== null)
  const keys = new Set(mapped.map((column) => column.field ?? ''))
  if (!hasNeededFields(kind, keys)) return null
  const ownHeaders = mapped.filter((column) => column.isOwn).map((column) => column.column)
  const hinted = fileNameHints[kind].test(fileName)
  const score = mapped.length + ownHeaders.length * (ownWeight - 1) + (hinted ? nameWeight : 0)
  return { kind, score, reasons: { ownHeaders, knownHeaders: mapped.map((column) => column.column), fileName: hinted } }
}

function guessRates(columns: readonly ColumnProfile[], fileName: string): KindGuess | null {
  const layout = guessRatesLayout(columns)
  if (layout === null) return null
  const known = layout.form === 'wide' ? [layout.on, ...Object.keys(layout.currencies)] : Object.values(layout.columns)
  const hinted = fileNameHints.rates.test(fileName)
  const score = known.length * (layout.form === 'single' ? 1 : ownWeight) + (hinted ? nameWeight : 0)
  return { kind: 'rates', score, reasons: { ownHeaders: known, knownHeaders: known, fileName: hinted } }
}
