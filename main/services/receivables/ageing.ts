// What is owed to us as of a day, by how long it is overdue: in each currency, in base, and by who owes it.
import type { ReadDb } from '#main/db/database.ts'
import { sumInBase } from '#main/domain/receivables/foreign-amounts.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { partyNames } from '#main/services/parties/party-names.ts'
import { advanceEntries } from '#main/services/receivables/advances-as-of.ts'
import { type InBase, worthOn } from '#main/services/receivables/base-worth.ts'
import { type AskedItems, openItemsSql } from '#main/services/receivables/open-items.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { allocateMinor, minorText, minorToDecimal } from '#shared/money.ts'
import {
  type AgeBucket,
  type AgeingInput,
  type AgeingReport,
  type AgeSums,
  ageBuckets,
  type CurrencyAgeing,
  type DebtorAgeing,
} from '#shared/schemas/receivables.ts'

/** Open minor units of one currency, or of one debtor in it. */
export type OpenSums = Record<AgeBucket, number> & {
  customerId: Id | null
  channel: string
  currency: string
  unappliedMinor: number
  count: number
  oldestOn: Day | null
}

export function ageingReport(db: ReadDb, input: AgeingInput): AgeingReport {
  const asOf = input.asOf ?? bookToday(db, db.now)
  const base = baseCurrency(db)
  const inBase = worthOn(db, asOf)
  const byDebtor = openSums(db, { ...input, asOf })
  const byCurrency = [...Map.groupBy(byDebtor, ({ currency }) => currency).values()]
    .map(added)
    .sort((one, other) => (one.currency < other.currency ? -1 : 1))
  const { unconverted } = sumInBase(
    byCurrency.map((sums) => ({ currency: sums.currency, minor: totalOf(sums) + sums.unappliedMinor })),
    inBase,
  )
  return {
    asOf,
    baseCurrency: base,
    currencies: byCurrency.map((sums) => currencyRow(sums, inBase, base)),
    base: baseSums(byCurrency, inBase, base),
    unconverted: unconverted.map(({ currency, minor }) => ({ currency, amount: minorToDecimal(minor, currency) })),
    debtors: debtorRows(db, byDebtor, { inBase, base }),
  }
}

/** By debtor and currency. */
export function openSums(db: ReadDb, asked: AskedItems): OpenSums[] {
  const { sql, params } = openItemsSql(db, asked)
  const day = (daysOverdue: number) => addDays(asked.asOf, -daysOverdue)
  const bucket = (condition: string) => `sum(iif(i.open > 0 AND ${condition}, i.open, 0))`
  // Of a channel's many customers each is a row by itself first: so the index gives the order, and nothing is sorted.
  const rows = db.raw(
    `SELECT i.collectedBy, i.customerId, i.currency, i.channel, ${bucket('i.due >= ?')}, ${bucket('i.due < ? AND i.due >= ?')},
       ${bucket('i.due < ? AND i.due >= ?')}, ${bucket('i.due < ? AND i.due >= ?')}, ${bucket('i.due < ?')},
       sum(min(i.open, 0)), sum(i.open > 0), min(iif(i.open > 0, i.due, NULL))
     FROM (${sql}) i GROUP BY i.collectedBy, i.customerId, i.currency, iif(i.collectedBy = 'channel', i.channel, '')`,
    ...[day(0), day(0), day(30), day(30), day(60), day(60), day(90), day(90), ...params],
  ) as SumRow[]
  const sums = rows.map(sumsFrom)
  return withAdvances(sums.some(({ channel }) => channel !== '') ? merged(sums) : sums, db, asked)
}

type Figures = [number, number, number, number, number, number, number, Day | null]
type SumRow = [side: string, customer: Id | null, currency: string, channel: string, ...Figures]

function sumsFrom([side, customer, currency, channel, ...figures]: SumRow): OpenSums {
  const [current, d1to30, d31to60, d61to90, over90, unappliedMinor, count, oldestOn] = figures
  const isChannel = side === 'channel'
  return {
    ...{ customerId: isChannel ? null : customer, channel: isChannel ? channel : '' },
    ...{ currency, current, d1to30, d31to60, d61to90, over90, unappliedMinor, count, oldestOn },
  }
}

/** Those of one debtor and currency as one. */
function merged(sums: readonly OpenSums[]): OpenSums[] {
  const groups = Map.groupBy(sums, (one) => `${one.customerId} ${one.channel} ${one.currency}`)
  return [...groups.values()].map((group) => (group.length === 1 && group[0] ? group[0] : added(group)))
}

function withAdvances(sums: readonly OpenSums[], db: ReadDb, asked: AskedItems): OpenSums[] {
  const advances = advanceEntries(db, asked)
  if (advances.length === 0) return [...sums]
  const all = advances.map(
    ({ customerId, currency, minor }): OpenSums => ({
      ...noSums(currency),
      customerId,
      unappliedMinor: -minor,
    }),
  )
  return merged([...sums, ...all])
}

function noSums(currency: string): OpenSums {
  return {
    ...{ customerId: null, channel: '', currency, unappliedMinor: 0, count: 0, oldestOn: null },
    ...{ current: 0, d1to30: 0, d31to60: 0, d61to90: 0, over90: 0 },
  }
}

/** Of one currency; whose they are stays as in the first. */
export function added(parts: readonly OpenSums[]): OpenSums {
  const [first] = parts
  const sums = {
    ...noSums(first?.currency ?? ''),
    customerId: first?.customerId ?? null,
    channel: first?.channel ?? '',
  }
  for (const part of parts) {
    for (const bucket of ageBuckets) sums[bucket] += part[bucket]
    sums.unappliedMinor += part.unappliedMinor
    sums.count += part.count
    if (part.oldestOn !== null && (sums.oldestOn === null || part.oldestOn < sums.oldestOn))
      sums.oldestOn = part.oldestOn
  }
  return sums
}

/** The buckets alone. */
export function totalOf(sums: OpenSums): number {
  return ageBuckets.reduce((total, bucket) => total + sums[bucket], 0)
}

function ageText(sums: Record<AgeBucket, number> & { unappliedMinor: number }, currency: string): AgeSums {
  const money = (minor: number) => minorToDecimal(minor, currency)
  return {
    current: money(sums.current),
    d1to30: money(sums.d1to30),
    d31to60: money(sums.d31to60),
    d61to90: money(sums.d61to90),
    over90: money(sums.over90),
    totalOpen: money(ageBuckets.reduce((total, bucket) => total + sums[bucket], 0)),
    unapplied: money(sums.unappliedMinor),
  }
}

export function currencyRow(sums: OpenSums, inBase: InBase, base: string): CurrencyAgeing {
  const { currency, count } = sums
  return { currency, count, ...ageText(sums, currency), openBase: minorText(inBase(totalOf(sums), currency), base) }
}

/** Each currency's total is converted once and divided among its buckets, so that they add up to it. */
export function bucketsInBase(
  byCurrency: readonly OpenSums[],
  inBase: InBase,
): Record<AgeBucket, number> & { unappliedMinor: number } {
  const all = { current: 0, d1to30: 0, d31to60: 0, d61to90: 0, over90: 0, unappliedMinor: 0 }
  for (const sums of byCurrency) {
    const total = inBase(totalOf(sums), sums.currency)
    all.unappliedMinor += inBase(sums.unappliedMinor, sums.currency) ?? 0
    if (total === null || total === 0) continue
    const parts = allocateMinor(
      total,
      ageBuckets.map((bucket) => sums[bucket]),
    )
    for (const [at, bucket] of ageBuckets.entries()) all[bucket] += parts?.[at] ?? 0
  }
  return all
}

function baseSums(byCurrency: readonly OpenSums[], inBase: InBase, base: string): AgeSums {
  return ageText(bucketsInBase(byCurrency, inBase), base)
}

type InBaseOf = { inBase: InBase; base: string }

function debtorRows(db: ReadDb, sums: readonly OpenSums[], { inBase, base }: InBaseOf): DebtorAgeing[] {
  const names = partyNames(
    db,
    sums.map(({ customerId }) => customerId),
  )
  return sums
    .map((one) => ({ one, worth: inBase(totalOf(one), one.currency) }))
    .sort((left, right) => (right.worth ?? -1) - (left.worth ?? -1) || compareDebtors(left.one, right.one))
    .map(({ one, worth }) => {
      const { customerId, channel, currency, count, oldestOn } = one
      const { name, nameZh } = (customerId === null ? null : names.get(customerId)) ?? { name: channel, nameZh: '' }
      const openBase = minorText(worth, base)
      return { customerId, channel, currency, count, oldestOn, name, nameZh, ...ageText(one, currency), openBase }
    })
}

function compareDebtors(one: OpenSums, other: OpenSums): number {
  const key = ({ customerId, channel, currency }: OpenSums) =>
    `${channel} ${String(customerId ?? 0).padStart(16, '0')} ${currency}`
  return key(one) < key(other) ? -1 : 1
}
