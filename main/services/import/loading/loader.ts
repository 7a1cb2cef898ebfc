// What every kind of record offers the import: take a typed row, say what became of it.

import type { WriteTx } from '#main/db/database.ts'
import type { MoneyCell } from '#main/domain/import/cells/read-money.ts'
import type { ToldElsewhere } from '#main/domain/import/cells/read-told.ts'
import type { ChannelWork } from '#main/services/import/loading/channel/channel-work.ts'
import type { SourceKeys } from '#main/services/import/loading/source-keys.ts'
import type { RateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { ChannelKind } from '#shared/schemas/channels.ts'

export type FieldValue = string | number | boolean | MoneyCell | ToldElsewhere

/** A row after its cells were read: values by field key. An empty cell has no value. */
export type TypedRow = {
  readonly line: number
  readonly values: Readonly<Record<string, FieldValue | undefined>>
  /** Fields whose amount stands beside a sign that several currencies share. */
  readonly doubtful?: readonly string[]
}

/** Why a row was refused: the field, what stood there, what was expected (a key with a sentence in both languages). */
export type RowProblem = { field: string; value: string; expected: string }

export type Refused = { problems: RowProblem[] }

/** `merged`: it told of a record beside its lines. `later`: the row waits for rows below it, and `finish` says what became of it. */
export type Outcome = 'new' | 'changed' | 'unchanged' | 'merged' | 'later' | Refused

/** What became of a row that waited. */
export type LateOutcome = { line: number; outcome: Settled }

export type Settled = Exclude<Outcome, 'later'>

/** What is odd about a row that is taken all the same: the field, and a key with a sentence in both languages. */
export type RowNote = { line: number; field: string; said: string }

/** What an import learns of a purchase order besides its lines, to settle when all files are read. */
export type PurchaseTraits = {
  /** Made by this import, or put together by it: there were no lines before. */
  isFresh: boolean
  /** A file told its status. */
  hasStatus: boolean
  /** A file has a column of the days on which goods came in. */
  hasReceiptDays: boolean
  /** It has one of how much came in; and one of what was rejected beside it. */
  hasQuantities: boolean
  hasRejects: boolean
}

export type Loader = {
  /** Looks up at once what the rows of a group refer to; without it, `take` looks up one by one. */
  prepare?(rows: readonly TypedRow[]): void
  take(row: TypedRow): Outcome
  /** A row may write something before it is refused: then all that it wrote is taken back. */
  writesAhead?: boolean
  /** Rows that waited may be refused in the end: their cells are kept for the file of refused rows. */
  refusesLate?: boolean
  /** What became of waiting rows so far; asked after each group. */
  drain?(): LateOutcome[]
  /** Forgets what was looked up, after a row was taken back. */
  forget?(): void
  /** After the last row of the file: what became of the rows that waited. */
  finish?(): LateOutcome[]
}

/** What the loaders of one import share. */
export type LoadContext = {
  tx: WriteTx
  /** Whose keys the file carries: files of one channel link up by them. */
  channel: string
  /** The kind of shop or marketplace, and its site's country; empty: a file like any other. */
  platform: ChannelKind | ''
  site: string
  /** What orders of channels leave to do, and to tell. */
  channels: ChannelWork
  /** The book's own currency. */
  baseCurrency: string
  /** The currency of amounts that name none. */
  currency: string
  /** The file names orders by their number, not by the key of the program they come from. */
  ordersByNumber: boolean
  /** A file of refused rows come back: its rows are additions, and never meant to change a line that is there. */
  isMended: boolean
  /** The currency that rates which name none lead to; empty: the row must say it. */
  toCurrency: string
  /** Make what a row refers to and the book does not know, instead of refusing the row. */
  makeMissing: boolean
  today: Day
  keys: SourceKeys
  rates: RateFinder
  /** Records made because a row referred to them, by kind. */
  made: Map<string, number>
  /** What rows refer to that is not in the book, by kind, where the row goes in without it: it could be made on request. */
  wanting: Map<string, Set<string>>
  /** Orders whose lines changed, and products whose cost did: settled once, at the end. */
  touchedOrders: Set<Id>
  /** Orders that got lines whose day of sale and cost are right already: only their totals are left to settle. */
  ordersWithNewLines: Set<Id>
  /** Orders that got a line below zero: those with no other are credits. */
  ordersWithBackLines: Set<Id>
  touchedProducts: Set<Id>
  touchedPurchases: Map<Id, PurchaseTraits>
  /** Shipments whose derived columns are settled once, at the end. */
  touchedShipments: Set<Id>
  /** What suppliers sent under a number of their own, by source and number. */
  toldShipments: Map<string, { channel: string; reference: string; lines: Set<Id> }>
  /** The fields that the file has a column for. */
  mappedFields: ReadonlySet<string>
  /** What is odd about the rows of this file; a row that is refused in the end takes its notes back. */
  notes: RowNote[]
}

export function textOf(row: TypedRow, field: string): string | undefined {
  const value = row.values[field]
  return typeof value === 'string' ? value : undefined
}

export function numberOf(row: TypedRow, field: string): number | undefined {
  const value = row.values[field]
  return typeof value === 'number' ? value : undefined
}

export function flagOf(row: TypedRow, field: string): boolean | undefined {
  const value = row.values[field]
  return typeof value === 'boolean' ? value : undefined
}

export function moneyOf(row: TypedRow, field: string): MoneyCell | undefined {
  const value = row.values[field]
  // Asked for every amount of every row: a property that is read is cheaper than one that is asked for by name.
  return typeof value === 'object' && (value as MoneyCell).amount !== undefined ? (value as MoneyCell) : undefined
}

export function toldOf(row: TypedRow, field: string): ToldElsewhere | undefined {
  const value = row.values[field]
  return typeof value === 'object' && 'word' in value ? value : undefined
}

export function problem(field: string, value: string, expected: string): Refused {
  return { problems: [{ field, value, expected }] }
}

/** What a row refers to: `null` where nobody knows it, `undefined` where the row names none. */
export type Reference = { field: string; value: string | undefined; id: Id | null | undefined; expected: string }

/** All that a row refers to and nobody knows, told at once: from it is counted what an import would make. */
export function unknownAmong(references: readonly Reference[]): Refused | null {
  const unknown = references.filter(({ id }) => id === null)
  if (unknown.length === 0) return null
  return { problems: unknown.map(({ field, value = '', expected }) => ({ field, value, expected })) }
}

/** Takes a row whole or not at all: a refused one leaves nothing, nor what only it referred to. */
export function takeWhole(context: LoadContext, loader: Loader, row: TypedRow): Outcome {
  const noted = context.notes.length
  const outcome = takeOrLeave(context, loader, row)
  if (typeof outcome === 'object') context.notes.length = noted
  return outcome
}

function takeOrLeave(context: LoadContext, loader: Loader, row: TypedRow): Outcome {
  const unclear = unclearSign(context, row)
  if (unclear) return unclear
  if (!loader.writesAhead && !context.makeMissing) return takeWithin(loader, row)
  const made = new Map(context.made)
  const outcome = context.tx.attempt(
    () => takeWithin(loader, row),
    (result) => typeof result !== 'object',
  )
  if (typeof outcome !== 'object') return outcome
  context.keys.forget()
  loader.forget?.()
  context.made.clear()
  for (const [kind, count] of made) context.made.set(kind, count)
  return outcome
}

/** `$` and `¥` name several currencies: the one that is said for the row or the file must be among them. */
function unclearSign(context: LoadContext, row: TypedRow): Refused | null {
  for (const field of row.doubtful ?? []) {
    const value = moneyOf(row, field)
    if (!value || value.currency !== null) continue
    const said = textOf(row, `${field}Currency`) ?? textOf(row, 'currency') ?? context.currency
    if (!value.couldBe.includes(said)) return problem(field, value.amount, 'which-currency')
  }
  return null
}

/** A number past exact arithmetic is the row's fault, wherever it is found out. */
function takeWithin(loader: Loader, row: TypedRow): Outcome {
  try {
    return loader.take(row)
  } catch (error) {
    if (error instanceof AppError && error.code === 'input/too-large') {
      return problem('', String(error.details.value), 'smaller-number')
    }
    throw error
  }
}

/** The worst of several outcomes of one row: anything new or changed counts. */
export function merged(
  ...outcomes: readonly ('new' | 'changed' | 'unchanged' | 'merged')[]
): 'new' | 'changed' | 'unchanged' {
  if (outcomes.includes('new')) return 'new'
  return outcomes.includes('changed') ? 'changed' : 'unchanged'
}
