// Settles how cells are to be read where the cells themselves settle it, and asks where they do not: the order of dates, the
// decimal mark, the currency, units, percents, and what words like NULL mean.

import type { ImportKind } from '#shared/schemas/imports.ts'
import type { ColumnProfile } from './column-profile.ts'
import type { FieldType } from './fields/field.ts'
import { headerWords } from './header-words.ts'
import { fieldOf } from './kinds.ts'
import type { ReadingOptions } from './mapping.ts'
import type { Question, Settled, UsedColumn } from './questions.ts'
import { currencyGuess } from './settle-currency.ts'
import { settleDateOrder, settleDecimal } from './settle-order.ts'

export interface GuessedOptions {
  /** What the data settle for the whole file and for single columns. */
  readonly settled: ReadingOptions & { readonly byColumn: Readonly<Record<string, ReadingOptions>> }
  readonly questions: readonly Question[]
}

export interface OptionsInput {
  readonly kind: ImportKind
  /** Field by column. */
  readonly columns: Readonly<Record<string, string | null>>
  readonly profiles: readonly ColumnProfile[]
  readonly delimiter?: string
}

export function guessOptions(input: OptionsInput): GuessedOptions {
  const used = usedColumns(input)
  const parts: Settled[] = [
    settleDateOrder(used),
    settleDecimal(used, input.delimiter),
    currencyGuess(input.kind, used),
    settlePercents(used),
    settleUnits(used, 'weight'),
    settleUnits(used, 'length'),
    settlePointZeros(used),
    askNullWords(used),
  ]
  const byColumn: Record<string, ReadingOptions> = {}
  for (const part of parts) {
    for (const [column, options] of Object.entries(part.byColumn ?? {})) {
      byColumn[column] = { ...byColumn[column], ...options }
    }
  }
  return {
    settled: { ...Object.assign({}, ...parts.map((part) => part.file ?? {})), byColumn },
    questions: parts.flatMap((part) => part.question ?? []),
  }
}

function usedColumns(input: OptionsInput): UsedColumn[] {
  return input.profiles.flatMap((profile) => {
    const key = input.columns[profile.header]
    const field = key ? fieldOf(input.kind, key) : null
    return field === null ? [] : [{ field, profile }]
  })
}

/** Numbers over 1 in a column of percentages are percents, numbers below are fractions; a header with % says it outright. */
function settlePercents(used: readonly UsedColumn[]): Settled {
  const byColumn: Record<string, ReadingOptions> = {}
  const asked: string[] = []
  for (const { profile } of used.filter(({ field }) => field.type === 'percent')) {
    const isPercent = headerWords(profile.header).isPercent || profile.overOne > 0
    // Nothing but 1 and 0 may be 1 % or all of it: nobody gives everything away, but it is asked.
    const isOnlyOnes = profile.ones > 0 && profile.overOne === 0 && profile.fractions === 0
    if ((profile.overOne > 0 && profile.fractions > 0) || (isOnlyOnes && !isPercent)) asked.push(profile.header)
    byColumn[profile.header] = { percentForm: isPercent || isOnlyOnes ? 'percent' : 'fraction' }
  }
  if (asked.length === 0) return { byColumn }
  return {
    byColumn,
    question: { key: 'percentForm', columns: asked, options: ['fraction', 'percent'], guess: 'percent' },
  }
}

function settleUnits(used: readonly UsedColumn[], type: FieldType & ('weight' | 'length')): Settled {
  const key = type === 'weight' ? 'weightUnit' : 'lengthUnit'
  const byColumn: Record<string, ReadingOptions> = {}
  const asked: string[] = []
  for (const { profile } of used.filter(({ field }) => field.type === type || field.type === `told-${type}`)) {
    const unit = headerWords(profile.header)[key]
    if (unit !== null) byColumn[profile.header] = { [key]: unit }
    else if (profile.numbers > 0) asked.push(profile.header)
  }
  if (asked.length === 0) return { byColumn }
  const options = type === 'weight' ? ['kg', 'g', 'lb', 'oz', 't'] : ['cm', 'mm', 'm', 'in', 'ft']
  return { byColumn, question: { key, columns: asked, options, guess: options[0] ?? null } }
}

const keyFields = new Set(['externalId', 'number', 'order'])

/** Keys that a program wrote as numbers with a point: every one in the column ends in `.0`. */
function settlePointZeros(used: readonly UsedColumn[]): Settled {
  const byColumn: Record<string, ReadingOptions> = {}
  for (const { field, profile } of used) {
    const isKey = field.type === 'reference' || keyFields.has(field.key)
    if (isKey && profile.filled > 0 && profile.pointZeros === profile.filled) {
      byColumn[profile.header] = { dropPointZero: true }
    }
  }
  return { byColumn }
}

function askNullWords(used: readonly UsedColumn[]): Settled {
  const words: Record<string, number> = {}
  const columns: string[] = []
  for (const { profile } of used) {
    if (profile.nullWords.size > 0) columns.push(profile.header)
    for (const [word, times] of profile.nullWords) words[word] = (words[word] ?? 0) + times
  }
  if (columns.length === 0) return {}
  return { question: { key: 'nullWords', columns, options: ['empty', 'text'], guess: 'empty', words } }
}
