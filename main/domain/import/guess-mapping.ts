// Puts columns onto the fields of a kind by their headers, and checks it against what the cells look like.

import type { ImportKind } from '#shared/schemas/imports.ts'
import type { ColumnProfile } from './column-profile.ts'
import type { Field, FieldType } from './fields/field.ts'
import { foldHeader, headerWords } from './header-words.ts'
import { fieldsOf } from './kinds.ts'

export interface GuessedColumn {
  readonly column: string
  readonly field: string | null
  /** 0 to 1: less where the header is an unusual one for the field, or only some cells look like it. */
  readonly confidence: number
  /** The header is one that only files of this kind have. */
  readonly isOwn: boolean
}

type Match = { column: number; field: Field; confidence: number; isOwn: boolean }

/** One guess per column, in the file's order; each field at most once. */
export function guessMapping(kind: ImportKind, columns: readonly ColumnProfile[]): GuessedColumn[] {
  const matches = columns.flatMap((column, at) => matchesOf(column, at, kind))
  matches.sort((left, right) => right.confidence - left.confidence || left.column - right.column)
  const byColumn = new Map<number, Match>()
  const taken = new Set<string>()
  for (const match of matches) {
    if (byColumn.has(match.column) || taken.has(match.field.key)) continue
    byColumn.set(match.column, match)
    taken.add(match.field.key)
  }
  return columns.map((column, at) => {
    const match = byColumn.get(at)
    const field = match === undefined ? null : (twinByCells(match.field, column, taken) ?? match.field.key)
    return { column: column.header, field, confidence: match?.confidence ?? 0, isOwn: match?.isOwn ?? false }
  })
}

type Known = { field: Field; rank: number; isOwn: boolean }

/** All headers of a kind, folded, with the fields they may mean. */
const knownHeaders = new Map<ImportKind, Map<string, Known[]>>()

function headersOf(kind: ImportKind): Map<string, Known[]> {
  const ready = knownHeaders.get(kind)
  if (ready !== undefined) return ready
  const table = new Map<string, Known[]>()
  const fields: readonly Field[] = fieldsOf[kind]
  for (const field of fields) {
    const words = [field.key, ...(field.own ?? []), ...field.synonyms].map(foldHeader)
    const own = new Set((field.own ?? []).map(foldHeader))
    for (const [rank, word] of [...new Set(words)].entries()) {
      table.set(word, [...(table.get(word) ?? []), { field, rank, isOwn: own.has(word) }])
    }
  }
  knownHeaders.set(kind, table)
  return table
}

function matchesOf(column: ColumnProfile, at: number, kind: ImportKind): Match[] {
  const table = headersOf(kind)
  const words = headerWords(column.header)
  const whole = table.get(words.whole) ?? []
  const bare = words.bare === words.whole ? [] : (table.get(words.bare) ?? [])
  const found = [...whole.map((known) => ({ known, base: 1 })), ...bare.map((known) => ({ known, base: 0.97 }))]
  return found.flatMap(({ known, base }) => {
    const confidence = (base - Math.min(known.rank, 40) * 0.004) * plausibility(column, known.field.type)
    return confidence < 0.3 ? [] : [{ column: at, field: known.field, confidence, isOwn: known.isOwn }]
  })
}

/** How well the cells go with the type: 1 when they do or say nothing, 0 when none of them does. */
function plausibility(column: ColumnProfile, type: FieldType): number {
  if (column.filled === 0) return 1
  const share = shareOf(column, type)
  return share === null || share >= 0.5 ? 1 : share > 0 ? 0.7 : 0
}

function shareOf(column: ColumnProfile, type: FieldType): number | null {
  switch (type) {
    case 'money':
    case 'quantity':
    case 'integer':
    case 'percent':
    case 'rate':
      return column.numbers / column.filled
    case 'day':
    case 'moment':
      return column.days / column.filled
    default:
      return null
  }
}

/** A name in the other language than its header's: a 品名 without a Chinese character, a `Name` full of them. */
function twinByCells(field: Field, column: ColumnProfile, taken: ReadonlySet<string>): string | null {
  if (field.twin === undefined || taken.has(field.twin) || column.filled === 0) return null
  const language = column.withChinese * 2 >= column.filled ? 'zh' : 'en'
  return field.language === language ? null : field.twin
}
