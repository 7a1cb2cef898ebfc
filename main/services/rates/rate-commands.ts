// What a seller does with exchange rates. Every change reaches the orders that wait for a rate, and the costs of lines
// sold on the days it serves; an order that has its rate keeps it.

import type { z } from 'zod'
import type { WriteTx } from '#main/db/database.ts'
import { type RefusedLine, readPastedRates } from '#main/domain/rates/read-pasted-rates.ts'
import { fillMissingChargeRates } from '#main/services/charges/charge-rates.ts'
import { recostAfterRates, recostOrders } from '#main/services/orders/line-costs.ts'
import { fillMissingRates } from '#main/services/orders/order-rates.ts'
import { fillMissingPurchaseRates } from '#main/services/purchases/purchase-rates.ts'
import { plainKey } from '#main/services/records/unique-key.ts'
import { fillMissingCostRates } from '#main/services/sales/cost-rates.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { pasteRatesInput, RateInput } from '#shared/schemas/rates.ts'

export type RateEffect = { ordersFilled: number }
export type PasteReport = { added: number; changed: number; unchanged: number; refused: RefusedLine[] } & RateEffect

/** Adds a rate; where the pair has one on that day, that one is changed. */
export function addRate(tx: WriteTx, rate: RateInput): { id: Id } & RateEffect {
  const { id } = keepRate(tx, rate)
  return { id, ...atField('rate', () => applyRates(tx, [rate.on])) }
}

export const rateKeys = [plainKey('rates', ['from_currency', 'to_currency', 'rate_on'])]

/** Changes a rate; refused where another rate has the pair and day already. */
export function editRate(tx: WriteTx, id: Id, rate: RateInput): RateEffect {
  const before = livingRate(tx, id)
  const other = rateOfDay(tx, rate)
  if (other && other.id !== id)
    throw new AppError('rates/day-taken', { from: rate.from, to: rate.to, on: rate.on, field: 'on' })
  tx.update('rates', id, columns(rate))
  return atField('rate', () => applyRates(tx, [before.on, rate.on]))
}

/** Takes a rate out of the table. Orders made with it keep theirs. */
export function removeRate(tx: WriteTx, id: Id): RateEffect {
  const before = livingRate(tx, id)
  tx.update('rates', id, { deleted: 1 })
  return applyRates(tx, [before.on])
}

/** Rates of one pair as pasted lines; lines that cannot be read are reported, the others are kept. */
export function pasteRates(tx: WriteTx, input: z.output<typeof pasteRatesInput>): PasteReport {
  const { from, to, text } = input
  if (from === to) throw new AppError('rates/same-currency', { currency: from, field: 'to' })
  const { rates, refused } = readPastedRates(text)
  const counts = { added: 0, changed: 0, unchanged: 0 }
  for (const { on, rate } of rates) counts[keepRate(tx, { from, to, on, rate, source: '' }).what] += 1
  const effect = applyRates(
    tx,
    rates.map((rate) => rate.on),
  )
  return { ...counts, refused, ...effect }
}

/** Writes a rate without its consequences (7.10 for 7.1 is no change), as an import does for thousands; `applyRates` follows once. */
export function keepRate(tx: WriteTx, rate: RateInput): { id: Id; what: 'added' | 'changed' | 'unchanged' } {
  const before = rateOfDay(tx, rate)
  if (!before) return { id: tx.insert('rates', columns(rate)), what: 'added' }
  if (before.rate === rate.rate || new Decimal(before.rate).eq(rate.rate)) return { id: before.id, what: 'unchanged' }
  tx.update('rates', before.id, { rate: rate.rate, source: rate.source })
  return { id: before.id, what: 'changed' }
}

/** Lets changed rates reach what waits for them. `days` are the days of the rates that changed. */
export function applyRates(tx: WriteTx, days: readonly Day[]): RateEffect {
  if (days.length === 0) return { ordersFilled: 0 }
  const sorted = [...days].sort()
  const ordersFilled = fillMissingRates(tx) + fillMissingPurchaseRates(tx)
  fillMissingChargeRates(tx)
  fillMissingCostRates(tx)
  recostAfterRates(tx, sorted[0] as Day, sorted.at(-1) as Day)
  return { ordersFilled }
}

/** The same after the book's base currency or its limit for old rates changed: every rate may answer differently now. */
export function applyAllRates(tx: WriteTx): RateEffect {
  const ordersFilled = fillMissingRates(tx) + fillMissingPurchaseRates(tx)
  fillMissingChargeRates(tx)
  fillMissingCostRates(tx)
  recostOrders(tx, 'all')
  return { ordersFilled }
}

function columns(rate: RateInput) {
  return {
    from_currency: rate.from,
    to_currency: rate.to,
    rate_on: rate.on,
    rate: rate.rate,
    source: rate.source,
  }
}

function rateOfDay(tx: WriteTx, { from, to, on }: RateInput): { id: Id; rate: string } | undefined {
  return tx.get<{ id: Id; rate: string }>(
    `SELECT id, rate FROM rates INDEXED BY rates_by_pair WHERE from_currency = ? AND to_currency = ? AND rate_on = ? AND deleted = 0
     ORDER BY id DESC LIMIT 1`,
    from,
    to,
    on,
  )
}

function livingRate(tx: WriteTx, id: Id): { on: Day } {
  const row = tx.get<{ on: Day }>('SELECT rate_on AS "on" FROM live_rates WHERE id = ?', id)
  if (!row) throw new AppError('rates/not-found')
  return row
}
