// What is open in other currencies, revalued at the rate of a day: what it would gain or lose if it came in then.
import type { ReadDb } from '#main/db/database.ts'
import { gainOf } from '#main/domain/receivables/exchange.ts'
import { carriedMinor } from '#main/domain/receivables/settled-shares.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { partyNames } from '#main/services/parties/party-names.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { worthOn } from '#main/services/receivables/base-worth.ts'
import { openItemsSql } from '#main/services/receivables/open-items.ts'
import type { Id } from '#shared/ids.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'
import type { Revaluation, RevaluationInput, RevaluedItem } from '#shared/schemas/receivables.ts'

type Row = {
  orderId: Id
  number: string
  customerId: Id | null
  currency: string
  rate: string | null
  grossMinor: number
  grossBaseMinor: number | null
  openMinor: number
}

type Revalued = Row & { carryingMinor: number | null; closingMinor: number | null; gainMinor: number | null }

/**
 * Orders and credits in other currencies than base. What was paid beyond an order, and money on account, is no claim and is
 * not revalued. Each order is rounded by itself, so that the rows add up to the sums.
 */
export function revaluation(db: ReadDb, input: RevaluationInput): Revaluation {
  const asOf = input.asOf ?? bookToday(db, db.now)
  const base = baseCurrency(db)
  const inBase = worthOn(db, asOf)
  const rows = openRows(db, { ...input, asOf, base }).map((row): Revalued => {
    const { grossMinor, grossBaseMinor: bookMinor, openMinor } = row
    const booked = bookMinor === null ? null : { askedMinor: grossMinor, bookMinor }
    const carryingMinor = booked && carriedMinor(booked, grossMinor - openMinor)
    const closingMinor = inBase(openMinor, row.currency)
    const isKnown = carryingMinor !== null && closingMinor !== null
    return {
      ...row,
      carryingMinor,
      closingMinor,
      gainMinor: isKnown ? gainOf('AR', carryingMinor, closingMinor) : null,
    }
  })
  const find = rateFinder(db)
  const currencies = [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, own]) => {
    const found = find(currency, base, asOf)
    const known = found.status === 'ok' ? { closingRate: found.rate, closingOn: found.rateOn } : noClosing
    return { currency, ...known, ...sumsOf(own, { currency, base }) }
  })
  const page = rows.slice(input.offset, input.offset + input.limit)
  return {
    asOf,
    baseCurrency: base,
    currencies,
    gain: minorToDecimal(sum(rows, 'gainMinor'), base),
    items: itemsOf(db, page, base),
    total: rows.length,
  }
}

const noClosing = { closingRate: null, closingOn: null }

type Of = { currency: string; base: string }

function sumsOf(rows: readonly Revalued[], { currency, base }: Of) {
  const booked = rows.filter(({ carryingMinor }) => carryingMinor !== null)
  const isClosed = rows.every(({ closingMinor }) => closingMinor !== null)
  return {
    open: minorToDecimal(sum(booked, 'openMinor'), currency),
    carrying: minorToDecimal(sum(booked, 'carryingMinor'), base),
    closing: isClosed ? minorToDecimal(sum(booked, 'closingMinor'), base) : null,
    gain: isClosed ? minorToDecimal(sum(booked, 'gainMinor'), base) : null,
    withoutRate: minorToDecimal(
      sum(
        rows.filter(({ carryingMinor }) => carryingMinor === null),
        'openMinor',
      ),
      currency,
    ),
  }
}

function sum(rows: readonly Revalued[], what: 'openMinor' | 'carryingMinor' | 'closingMinor' | 'gainMinor'): number {
  return rows.reduce((all, row) => all + (row[what] ?? 0), 0)
}

type Asked = { asOf: NonNullable<RevaluationInput['asOf']>; currency: string; base: string }

function openRows(db: ReadDb, { asOf, currency, base }: Asked): Row[] {
  const { sql, params } = openItemsSql(db, { asOf, currency, customerId: null, channel: '' })
  const rows = db.all<Row>(
    `SELECT o.id AS orderId, o.number, o.customer_id AS customerId, o.currency, o.rate, o.gross_minor AS grossMinor,
       o.gross_base_minor AS grossBaseMinor, i.open AS openMinor
     FROM (${sql}) i CROSS JOIN sales_orders o ON o.id = i.id WHERE o.currency <> ?`,
    ...[...params, base],
  )
  return rows
    .filter(({ grossMinor, openMinor }) => Math.sign(openMinor) === Math.sign(grossMinor))
    .sort((one, other) =>
      one.currency === other.currency ? one.orderId - other.orderId : one.currency < other.currency ? -1 : 1,
    )
}

function itemsOf(db: ReadDb, rows: readonly Revalued[], base: string): RevaluedItem[] {
  const names = partyNames(
    db,
    rows.map(({ customerId }) => customerId),
  )
  return rows.map(({ orderId, number, customerId, currency, rate, ...row }) => {
    const named = (customerId === null ? null : names.get(customerId)) ?? { name: '', nameZh: '' }
    return {
      ...{ orderId, number, currency, rate, customer: named.name, customerZh: named.nameZh },
      open: minorToDecimal(row.openMinor, currency),
      carrying: minorText(row.carryingMinor, base),
      closing: minorText(row.closingMinor, base),
      gain: minorText(row.gainMinor, base),
    }
  })
}
