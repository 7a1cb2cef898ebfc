// What the book says in SQL, against the definitions that the reference cases prove: ageing against ageInvoices, revaluation
// against positionGains, on random books and of random days.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageInvoices } from '#main/domain/receivables/ageing.ts'
import { positionGains } from '#main/domain/receivables/exchange.ts'
import { ageingReport } from '#main/services/receivables/ageing.ts'
import { revaluation } from '#main/services/receivables/revaluation.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { minorToDecimal } from '#shared/money.ts'
import { ageBuckets, ageingInput, revaluationInput } from '#shared/schemas/receivables.ts'
import { makeRate } from '#tests/support/records.ts'
import { receivableBook } from './receivable-book.ts'

const today = '2026-11-22' as Day
const currencies = ['CNY', 'USD', 'EUR', 'JPY'] as const
const rates = { CNY: '1', USD: '7.10', EUR: '7.83', JPY: '0.0471' } as const
const closing = { USD: '7.2034', EUR: '7.9', JPY: '0.04655' } as const
type Currency = (typeof currencies)[number]

type Given = {
  currency: Currency
  isCredit: boolean
  minor: number
  daysAgo: number
  dueDays: number
  /** Shares of the whole in per cent, above 100 all told where too much came. */
  payments: readonly { percent: number; daysAgo: number; rate: number }[]
}

const given: fc.Arbitrary<Given> = fc.record({
  currency: fc.constantFrom(...currencies),
  isCredit: fc.boolean(),
  minor: fc.integer({ min: 100, max: 5_000_000 }).map((minor) => minor - (minor % 100)),
  daysAgo: fc.integer({ min: 0, max: 200 }),
  dueDays: fc.integer({ min: 0, max: 60 }),
  payments: fc.array(
    fc.record({
      percent: fc.integer({ min: 1, max: 70 }),
      daysAgo: fc.integer({ min: 0, max: 200 }),
      rate: fc.integer({ min: 900, max: 1100 }),
    }),
    { maxLength: 3 },
  ),
})

/** One sale with its payments in the book, and the same as the definitions take it. */
function sell(book: ReturnType<typeof receivableBook>, one: Given) {
  const { currency, isCredit, daysAgo, dueDays } = one
  const sign = isCredit ? -1 : 1
  const price = minorToDecimal(one.minor, currency)
  const invoicedOn = addDays(today, -daysAgo)
  const head = { currency, rate: currency === 'CNY' ? '' : rates[currency], orderedOn: invoicedOn, dueDays }
  const id = isCredit ? book.credit(price, head) : book.order(price, head)
  const payments = one.payments.map(({ percent, daysAgo: paidAgo, rate }) => {
    const minor = Math.max(1, Math.round((one.minor * percent) / 100))
    // Nobody gives back before there is something to give back for.
    const on = addDays(today, -(isCredit ? Math.min(paidAgo, daysAgo) : paidAgo))
    const paidRate = currency === 'CNY' ? '' : String((Number(rates[currency]) * rate) / 1000)
    const amount = minorToDecimal(minor, currency)
    const purpose = isCredit ? ('refund' as const) : ('balance' as const)
    book.pay(amount, [{ saleId: id, amount, purpose }], {
      ...{ on, currency, rate: paidRate },
      ...(isCredit ? { direction: 'out' as const } : {}),
    })
    return { on, amountMinor: sign * minor, rate: paidRate }
  })
  const amountMinor = sign * one.minor
  // What goes back to a customer has no terms: too much given back is owed from the credit's own day.
  return { id, invoice: { currency, amountMinor, invoicedOn, dueOn: null, termDays: isCredit ? 0 : dueDays, payments } }
}

test('ageing of a random book on random days is what the definition says', () => {
  fc.assert(
    fc.property(fc.array(given, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 150 }), (all, ago) => {
      const book = receivableBook()
      const invoices = all.map((one) => sell(book, one).invoice)
      for (const asOf of [today, addDays(today, -ago)]) {
        const report = book.read((db) => ageingReport(db, ageingInput.parse({ asOf })))
        const told = new Map(report.currencies.map((row) => [row.currency, row]))
        // Of an invoice that is not there yet a payment is money on account.
        const early = invoices.filter(({ invoicedOn }) => (invoicedOn ?? '') > asOf)
        for (const [currency, sums] of ageInvoices(invoices, asOf)) {
          const money = (minor: number) => minorToDecimal(minor || 0, currency)
          const onAccount = early
            .filter((one) => one.currency === currency)
            .flatMap(({ payments }) => payments.filter(({ on }) => on <= asOf))
            .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
          const row = told.get(currency)
          const figures = ageBuckets.map((bucket) => row?.[bucket] ?? money(0))
          expect(figures).toEqual(ageBuckets.map((bucket) => money(sums[bucket])))
          expect(row?.totalOpen ?? money(0)).toBe(money(sums.openMinor))
          expect(row?.unapplied ?? money(0)).toBe(money(sums.unappliedMinor - onAccount))
        }
      }
    }),
    { numRuns: 15 },
  )
})

test('what is open in other currencies is revalued order by order as the definition says', () => {
  fc.assert(
    fc.property(fc.array(given, { minLength: 1, maxLength: 6 }), (all) => {
      const book = receivableBook()
      book.write((tx) => {
        for (const [currency, rate] of Object.entries(closing)) makeRate(tx, currency, 'CNY', today, rate)
      })
      const sold = all.map((one) => sell(book, one))
      const report = book.read((db) => revaluation(db, revaluationInput.parse({ asOf: today })))
      const gains = new Map(report.items.map(({ orderId, open, gain }) => [orderId, { open, gain }]))
      let total = 0
      for (const { id, invoice } of sold) {
        const { amountMinor, payments } = invoice
        const currency = invoice.currency as Currency
        const open = amountMinor - payments.reduce((sum, payment) => sum + payment.amountMinor, 0)
        if (currency === 'CNY' || Math.sign(open) !== Math.sign(amountMinor)) {
          expect(gains.has(id)).toBe(false)
          continue
        }
        const { unrealisedMinor } = positionGains({
          ...{ side: 'AR', amount: minorToDecimal(amountMinor, currency) },
          booked: { rate: rates[currency], decimals: 2 },
          settlements: payments.map((payment) => ({
            amount: minorToDecimal(payment.amountMinor, currency),
            rate: payment.rate,
          })),
          closingRate: closing[currency],
        })
        expect(gains.get(id)).toEqual({
          open: minorToDecimal(open, currency),
          gain: minorToDecimal(unrealisedMinor ?? Number.NaN, 'CNY'),
        })
        total += unrealisedMinor ?? 0
      }
      expect(report.gain).toBe(minorToDecimal(total, 'CNY'))
    }),
    { numRuns: 15 },
  )
})
