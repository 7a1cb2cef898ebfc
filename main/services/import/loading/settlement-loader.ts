// Payouts of a channel from a file: one row says the settlement and its total, the others what it is made of. A settlement is
// kept as a whole, so nothing is written before the last row.
import {
  type LateOutcome,
  type LoadContext,
  type Loader,
  moneyOf,
  problem,
  type Refused,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { keepSettlement, type ToldLine, type ToldSettlement } from '#main/services/sales/keep-settlement.ts'
import type { Day } from '#shared/dates.ts'
import { minorFromDecimal } from '#shared/money.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'

type Gathered = Omit<ToldSettlement, 'currency' | 'totalMinor' | 'lines'> & {
  currency: string | null
  total: string | null
  rows: TypedRow[]
  /** File lines of all its rows, its own among them. */
  fileLines: number[]
}

export function settlementLoader(context: LoadContext): Loader {
  const settlements = new Map<string, Gathered>()
  return {
    refusesLate: true,
    take(row) {
      const externalId = textOf(row, 'settlement')
      if (!externalId) return problem('settlement', '', 'required')
      const wrong = wrongAmount(row)
      if (wrong) return wrong
      gather(settlements, { context, externalId, row })
      return 'later'
    },
    finish: () => [...settlements.values()].flatMap((settlement) => keep(context, settlement)),
  }
}

function wrongAmount(row: TypedRow): Refused | null {
  const quantity = textOf(row, 'quantity')
  return quantity !== undefined && qtyFromDecimal(quantity) === null ? problem('quantity', quantity, 'quantity') : null
}

type Row = { context: LoadContext; externalId: string; row: TypedRow }

function gather(settlements: Map<string, Gathered>, { context, externalId, row }: Row): void {
  const days = {
    startsOn: dayIn(row, 'startsOn'),
    endsOn: dayIn(row, 'endsOn'),
    depositedOn: dayIn(row, 'depositedOn'),
  }
  const before = settlements.get(externalId)
  const settlement: Gathered = before ?? {
    ...{ channel: context.channel, externalId, ...days },
    ...{ currency: null, total: null, rows: [], fileLines: [] },
  }
  settlement.startsOn ??= days.startsOn
  settlement.endsOn ??= days.endsOn
  settlement.depositedOn ??= days.depositedOn
  settlement.currency ??=
    textOf(row, 'currency') ?? moneyOf(row, 'total')?.currency ?? moneyOf(row, 'amount')?.currency ?? null
  // The total stands in the first row, and in some files in every one.
  settlement.total ??= moneyOf(row, 'total')?.amount ?? null
  settlement.fileLines.push(row.line)
  if (saysSomething(row)) settlement.rows.push(row)
  settlements.set(externalId, settlement)
}

function dayIn(row: TypedRow, field: string): Day | null {
  return (textOf(row, field) as Day | undefined) ?? null
}

/** Pairs of what an amount is and the amount; the last ones have no word of their own. */
const pairs = [
  { amount: 'amount', type: 'amountType', word: 'description', as: '' },
  { amount: 'price', type: null, word: 'priceType', as: 'ItemPrice' },
  { amount: 'itemFee', type: null, word: 'itemFeeType', as: 'ItemFees' },
  { amount: 'shipmentFee', type: null, word: 'shipmentFeeType', as: 'ShipmentFees' },
  { amount: 'orderFee', type: null, word: 'orderFeeType', as: 'OrderFees' },
  { amount: 'promotion', type: null, word: 'promotionType', as: 'Promotion' },
  { amount: 'directPayment', type: null, word: 'directPaymentType', as: 'DirectPayment' },
  { amount: 'miscFee', type: null, word: null, as: 'MiscFees' },
  { amount: 'otherFee', type: null, word: 'otherFeeReason', as: 'OtherFees' },
  { amount: 'otherAmount', type: null, word: 'description', as: 'other-transaction' },
] as const

function saysSomething(row: TypedRow): boolean {
  return pairs.some(({ amount }) => moneyOf(row, amount) !== undefined)
}

function keep(context: LoadContext, { rows, fileLines, currency, total, ...settlement }: Gathered): LateOutcome[] {
  const inCurrency = currency ?? context.currency
  const lines = rows.flatMap((row) => linesOf(row, inCurrency))
  const totalMinor = total === null ? null : minorFromDecimal(total, inCurrency)
  const { outcome } = keepSettlement(context.tx, { ...settlement, currency: inCurrency, totalMinor, lines })
  const settled = outcome === 'posted' ? problem('settlement', settlement.externalId, 'settlement-not-posted') : outcome
  return fileLines.map((line) => ({ line, outcome: settled }))
}

function linesOf(row: TypedRow, currency: string): ToldLine[] {
  const quantity = textOf(row, 'quantity')
  const shared = {
    transactionType: textOf(row, 'transactionType') ?? '',
    externalOrderId: textOf(row, 'order') ?? '',
    externalLineId: textOf(row, 'line') ?? '',
    externalSku: textOf(row, 'sku') ?? '',
    qtyMilli: quantity === undefined ? null : qtyFromDecimal(quantity),
    postedOn: dayIn(row, 'postedOn'),
  }
  return pairs.flatMap(({ amount, type, word, as }) => {
    const money = moneyOf(row, amount)
    if (money === undefined) return []
    return [
      {
        ...shared,
        amountType: type === null ? as : (textOf(row, type) ?? ''),
        description: (word === null ? undefined : textOf(row, word)) ?? '',
        amountMinor: minorFromDecimal(money.amount, currency),
      },
    ]
  })
}
