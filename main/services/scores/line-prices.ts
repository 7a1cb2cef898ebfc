// What lines would have cost by the price agreed with their supplier on the order day, and by what others offered then. In base
// currency, VAT as the order's prices hold it; an offer in the order's currency by the order's own rate, so that only the
// price differs and never the rate.
import type { ReadDb } from '#main/db/database.ts'
import { costConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { groupKeys, linesSql } from '#main/services/scores/bought-lines.ts'
import type { GroupKey } from '#main/services/scores/line-tallies.ts'
import { type OfferShelf, offerShelf, priceOf, type ShelfOffer } from '#main/services/scores/offer-shelf.ts'
import type { FullQuestion } from '#main/services/scores/score-question.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import type { Conversion } from '#shared/rates.ts'

/** Minor units of base currency. */
export type PricedLine = {
  id: Id
  key: GroupKey
  day: Day
  actualMinor: number
  agreedMinor: number | null
  /** The mean of the other suppliers' offers. */
  marketMinor: number | null
}

type Row = [
  id: Id,
  key: GroupKey,
  supplierId: Id | null,
  productId: Id,
  orderedOn: Day,
  dueOn: Day | null,
  qty: number,
  baseMinor: number,
  currency: string,
  rate: string | null,
  vatIncluded: number,
  vatPpm: number,
]

/** Lines of products for which anybody ever made an offer. */
export function forEachPricedLine(db: ReadDb, question: FullQuestion, take: (line: PricedLine) => void): void {
  const shelf = offerShelf(db, question.productId)
  if (shelf.isEmpty) return
  const { from, where, params } = linesSql(question)
  const rows = db.raw(
    `SELECT l.id, ${groupKeys[question.groupBy]}, o.supplier_id, l.product_id, l.bought_on, l.due_on, l.qty_milli, l.base_minor,
       o.currency, o.rate, o.vat_included, o.vat_ppm
     FROM ${from} WHERE ${where} AND l.base_minor IS NOT NULL AND l.qty_milli > 0
       AND l.product_id IN (SELECT product_id FROM offers WHERE deleted = 0 AND archived = 0)`,
    ...params,
  ) as Row[]
  const price = linePricer(db, shelf)
  for (const row of rows) take(price(row))
}

function linePricer(db: ReadDb, shelf: OfferShelf): (row: Row) => PricedLine {
  const amount = offerAmount(db)
  return (row) => {
    const [id, key, supplierId, productId, orderedOn, dueOn, , baseMinor] = row
    let [agreedMinor, sum, others]: [number | null, number, number] = [null, 0, 0]
    for (const offer of shelf.on(productId, orderedOn)) {
      const minor = amount(offer, row)
      if (minor === null) continue
      if (offer.supplierId === supplierId) agreedMinor = minor
      else {
        sum += minor
        others += 1
      }
    }
    const marketMinor = others === 0 ? null : Math.round(sum / others)
    return { id, key, day: dueOn ?? orderedOn, actualMinor: baseMinor, agreedMinor, marketMinor }
  }
}

type Amount = (offer: ShelfOffer, row: Row) => number | null

/** What the quantity of a line costs by an offer; null while no rate is known. Rounded once. */
function offerAmount(db: ReadDb): Amount {
  const base = baseCurrency(db)
  const rates = rateFinder(db)
  const converters = new Map<string, ReturnType<typeof costConverter>>()
  return (offer, [, , , , orderedOn, , qty, , currency, rate, vatIncluded, vatPpm]) => {
    const price = priceOf(offer, qty)
    const by = conversionOf(offer, { currency, rate, base, orderedOn })
    if (price === null || by === null) return null
    const vat = vatFactor(offer, { vatIncluded: vatIncluded === 1, vatPpm })
    const key = `${by.multiply} ${by.divide} ${vat.multiply} ${vat.divide}`
    let convert = converters.get(key)
    if (!convert) {
      convert = costConverter(base, {
        multiply: new Decimal(by.multiply).times(vat.multiply).toFixed(),
        divide: new Decimal(by.divide).times(vat.divide).toFixed(),
      })
      converters.set(key, convert)
    }
    return convert(price, qty)
  }

  function conversionOf(
    offer: ShelfOffer,
    order: { currency: string; rate: string | null; base: string; orderedOn: Day },
  ): Conversion | null {
    if (offer.currency === order.currency && order.rate !== null) return { multiply: order.rate, divide: '1' }
    const found = rates(offer.currency, order.base, order.orderedOn)
    return found.status === 'ok' ? found.by : null
  }
}

/** Takes an offer's VAT out and the order's in, where they differ. */
function vatFactor(offer: ShelfOffer, order: { vatIncluded: boolean; vatPpm: number }): Conversion {
  const inside = (included: boolean, ppm: number) => (included ? 1_000_000 + ppm : 1_000_000)
  const [multiply, divide] = [inside(order.vatIncluded, order.vatPpm), inside(offer.vatIncluded, offer.vatPpm)]
  return multiply === divide ? { multiply: '1', divide: '1' } : { multiply: String(multiply), divide: String(divide) }
}
