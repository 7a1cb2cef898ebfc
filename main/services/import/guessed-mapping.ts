// A mapping guessed from a file's columns, and the questions that its data leave open.

import type { ReadDb } from '#main/db/database.ts'
import type { KnownFile } from '#main/domain/import/channels/file-profile.ts'
import type { ColumnProfile } from '#main/domain/import/column-profile.ts'
import { guessMapping } from '#main/domain/import/guess-mapping.ts'
import { guessOptions } from '#main/domain/import/guess-options.ts'
import { guessRatesLayout, type RatesLayout } from '#main/domain/import/guess-rates-layout.ts'
import type { Question } from '#main/domain/import/questions.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { dateOrderOf, decimalOf, type Site, siteOf } from '#main/services/import/channel-files.ts'
import { ratePrefix } from '#main/services/import/loading/row-reader.ts'
import type { TableChoice } from '#main/services/import/open-mapped.ts'
import type { ImportTable } from '#main/services/import/reading/open-table.ts'
import { problemColumn } from '#main/services/import/refused-rows.ts'
import { ownValue } from '#shared/own-value.ts'
import { isCurrency } from '#shared/reference/currencies.ts'
import type { ImportKind, ImportMapping, ImportQuestion } from '#shared/schemas/imports.ts'

export type GuessInput = {
  db: ReadDb
  table: ImportTable
  profiles: readonly ColumnProfile[]
  kind: ImportKind | null
  choice: TableChoice & { kind?: ImportKind }
  /** The file is one that is known by its headers. */
  known?: KnownFile | null
}

export function guessedMapping({ db, table, profiles, kind, choice, known = null }: GuessInput): {
  mapping: ImportMapping
  questions: ImportQuestion[]
} {
  const rates = kind === 'rates' ? guessRatesLayout(profiles) : null
  const columns = known
    ? known.columns
    : rates
      ? rateColumns(table.headers, rates)
      : fieldColumns(table.headers, profiles, kind)
  const delimiter = table.format.kind === 'text' ? table.format.delimiter : undefined
  const site = known ? siteOf(table, columns, profiles) : null
  const { settled, questions } = guessOptions({ kind: kind ?? 'products', columns, profiles, delimiter })
  const asked = questions.map(
    (question): ImportQuestion => ({
      key: question.key,
      columns: [...question.columns],
      options: [...question.options],
      guess: (site && guessOfSite(question, site)) ?? question.guess,
      words: Object.entries(question.words ?? {}).map(([text, count]) => ({ text, count })),
    }),
  )
  const pair = ratePair(rates)
  const base = baseCurrency(db)
  const currency = asked.find((question) => question.key === 'currency')?.guess ?? settled.currency ?? base
  const options = {
    ...settled,
    ...Object.fromEntries(
      asked.flatMap(({ key, guess }) => (guess === null || key === 'currency' ? [] : [[key, guess]])),
    ),
    currency: pair ? (pair.from ?? '') : currency,
    toCurrency: pair?.to ?? '',
    nullWords: 'empty' as const,
    channel: known?.profile.platform ?? (kind === 'settlements' ? payingChannel(db) : 'file'),
    platform: known?.profile.platform ?? ('' as const),
    site: site?.country ?? '',
    skipTotals: true,
    makeMissing: known?.profile.options?.makeMissing ?? false,
    ...formOf(choice),
  }
  return { mapping: { kind: kind ?? 'products', columns, options }, questions: [...asked, ...pairQuestions(pair)] }
}

/** Payout files have Amazon's form: whose they are, unless told, is the one channel of that kind, under whatever code. */
function payingChannel(db: ReadDb): string {
  const codes = db.raw("SELECT DISTINCT code FROM channels WHERE kind = 'amazon' AND deleted = 0 LIMIT 2")
  return codes.length === 1 ? String(codes[0]?.[0]) : 'amazon'
}

/** What the site of a known file leaves no doubt about, and a `$` that nothing else explains. */
function guessOfSite({ key, guess, options }: Question, { country, currency }: Site): string | null {
  if (key === 'dateOrder') return dateOrderOf(country) ?? guess
  if (key === 'decimal') return decimalOf(currency) ?? guess
  return key === 'currency' ? currency || guess || (options[0] ?? null) : null
}

/** What the user said of the file's form, without what was left to the guess. */
export function formOf({ kind: _, ...form }: GuessInput['choice']): TableChoice {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined))
}

type Columns = Record<string, string | null>

function fieldColumns(
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  kind: ImportKind | null,
): Columns {
  if (kind === null) return Object.fromEntries(headers.map((header) => [header, null]))
  const own = profiles.filter((profile) => profile.header !== problemColumn)
  const guessed = new Map(guessMapping(kind, own).map(({ column, field }) => [column, field]))
  return Object.fromEntries(headers.map((header) => [header, guessed.get(header) ?? null]))
}

function rateColumns(headers: readonly string[], layout: RatesLayout): Columns {
  const found =
    layout.form === 'wide'
      ? {
          [layout.on]: 'on',
          ...Object.fromEntries(Object.entries(layout.currencies).map(([header, code]) => [header, ratePrefix + code])),
        }
      : Object.fromEntries(Object.entries(layout.columns).map(([field, header]) => [header, field]))
  return Object.fromEntries(headers.map((header) => [header, ownValue(found as Columns, header) ?? null]))
}

/** What a rates file does not say in its rows: the base of a wide one, the pair of a bare one. */
type RatePair = { from: string | null; to: string | null; needsTo: boolean }

function ratePair(layout: RatesLayout | null): RatePair | null {
  if (layout === null || layout.form === 'long') return null
  if (layout.form === 'wide') return { from: layout.base, to: null, needsTo: false }
  const header = layout.columns.rate.trim().toUpperCase()
  return { from: layout.pair?.from ?? null, to: layout.pair?.to ?? (isCurrency(header) ? header : null), needsTo: true }
}

function pairQuestions(pair: RatePair | null): ImportQuestion[] {
  if (!pair) return []
  const question = (key: 'currency' | 'toCurrency', guess: string | null): ImportQuestion => ({
    key,
    columns: [],
    options: [],
    guess,
    words: [],
  })
  return [
    ...(pair.from === null ? [question('currency', null)] : []),
    ...(pair.needsTo && pair.to === null ? [question('toCurrency', null)] : []),
  ]
}
