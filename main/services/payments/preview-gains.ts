// What a payment would gain or lose by exchange, before it is written down.
import type { ReadDb } from '#main/db/database.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import { baseParts, settledShares } from '#main/domain/receivables/settled-shares.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { sharesOf } from '#main/services/payments/payment-shares.ts'
import { type SaleBalance, saleBalances } from '#main/services/payments/sale-dues.ts'
import { toldOrTableRate } from '#main/services/rates/document-rate.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { minorFromDecimal, minorText, minorToDecimal } from '#shared/money.ts'
import type { GainPreview, PaymentInput } from '#shared/schemas/payments.ts'

export function previewGains(db: ReadDb, input: PaymentInput): GainPreview {
  const base = baseCurrency(db)
  const { currency, on, rate: told } = input
  const shares = sharesOf(db, input.shares, input)
  const amountMinor = minorFromDecimal(input.amount, currency)
  const { rate, rateOn } = toldOrTableRate(rateFinder(db), { currency, base, on, told })
  if (rate === null) return { baseCurrency: base, rate: null, rateOn: null, baseAmount: null, gain: null, shares: [] }
  const baseMinor = minorConverter(currency, base, { multiply: rate, divide: '1' })(amountMinor)
  const parts = baseParts(
    { amountMinor, baseMinor },
    shares.map(({ paymentMinor }) => paymentMinor),
  )
  const balances = new Map(
    saleBalances(
      db,
      shares.flatMap(({ saleId }) => saleId ?? []),
    ).map((balance) => [balance.id, balance]),
  )
  const gains = shares.map(({ saleId, number, orderMinor, paymentMinor }, at) => {
    const sign = Math.sign(orderMinor) === Math.sign(paymentMinor) ? 1 : -1
    const settled = settledNow(balances.get(saleId ?? 0), { orderMinor, baseMinor: sign * (parts[at] ?? 0) })
    return { saleId, number, ...settled }
  })
  const isKnown = gains.every(({ gainMinor }) => gainMinor !== null)
  const gain = gains.reduce((sum, { gainMinor }) => sum + (gainMinor ?? 0), 0)
  return {
    ...{ baseCurrency: base, rate, rateOn, baseAmount: minorToDecimal(baseMinor, base) },
    gain: isKnown ? minorToDecimal(gain, base) : null,
    shares: gains.map(({ saleId, number, settledMinor, bookedMinor, gainMinor }) => ({
      ...{ saleId, number, settledBase: minorToDecimal(settledMinor, base) },
      ...{ bookedBase: minorText(bookedMinor, base), gain: minorText(gainMinor, base) },
    })),
  }
}

type NewShare = { orderMinor: number; baseMinor: number }

/** After all that was paid before, whatever that brought. */
function settledNow(balance: SaleBalance | undefined, share: NewShare) {
  const none = { settledMinor: share.baseMinor, bookedMinor: null, gainMinor: null }
  if (!balance) return none
  const { askedMinor, grossBaseMinor: bookMinor, paidMinor } = balance
  const before = { orderMinor: paidMinor, baseMinor: 0 }
  return settledShares({ askedMinor, bookMinor }, [before, share]).at(-1) ?? none
}
