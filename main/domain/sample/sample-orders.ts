// Orders of the sample company over eighteen months, the last ones of today.
import { addDays, type Day } from '#shared/dates.ts'
import type { Random } from '../stats/random.ts'
import { ordersExpected, type SampleWindow } from './sample-demand.ts'
import type { SampleOrder, SampleOrderLine, SampleProduct } from './sample-drafts.ts'
import { type Buyer, buyerWeights, type Goods, goodsWeights, type Market, openMarket } from './sample-market.ts'
import { listPrice } from './sample-prices.ts'
import { progressOf } from './sample-progress.ts'
import type { CarrierWords, SampleWords } from './sample-words.ts'

/** Orders of every day of the window, in the order of their days. */
export function sampleOrders(
  seed: number,
  words: SampleWords,
  offer: SampleWindow & { products: readonly SampleProduct[] },
): SampleOrder[] {
  const market = openMarket(seed, words, offer)
  const orders: SampleOrder[] = []
  for (let day = offer.first; day <= offer.today; day = addDays(day, 1)) {
    for (let left = countOn(day, offer, market.random); left > 0; left -= 1) orders.push(oneOrder(day, market))
  }
  return orders
}

/** Four small chances instead of one whole number, so that quiet and busy days alternate. Today something came in. */
function countOn(day: Day, window: SampleWindow, random: Random): number {
  const share = ordersExpected(day, window) / 4
  const count = [0, 1, 2, 3].filter(() => random.chance(share)).length
  return day === window.today ? Math.max(1, count) : count
}

function oneOrder(day: Day, market: Market): SampleOrder {
  const { random } = market
  const buyer = market.buyers[random.weighted(buyerWeights(market, day))] ?? random.pick(market.buyers)
  const lines = chooseGoods(day, buyer, market).map((product) => orderLine(product, buyer.currency, random))
  const pieces = lines.reduce((sum, line) => sum + line.quantity, 0)
  const drawn = market.carriers[pieces > 600 ? 0 : random.weighted([4, 2, 2, 1])] ?? random.pick(market.carriers)
  const carrier = reaches(drawn, buyer.country) ? drawn : (market.carriers[0] ?? drawn)
  return {
    customerCode: buyer.code,
    carrierCode: carrier.code,
    draft: {
      number: '',
      orderedOn: day,
      ...progressOf({ orderedOn: day, today: market.today, daysOnTheWay: carrier.days }, random),
      currency: buyer.currency,
      freight: listPrice(16_000 + pieces * random.between(20, 45), buyer.currency),
      shipTo: shipTo(buyer),
    },
    lines,
  }
}

/** No train goes over the sea. */
const withoutTrain: readonly string[] = ['US', 'CA', 'CL', 'JP', 'KR', 'AU', 'AE']

function reaches({ mode }: CarrierWords, country: string): boolean {
  return mode !== 'rail' || !withoutTrain.includes(country)
}

function shipTo({ words, country }: Buyer): SampleOrder['draft']['shipTo'] {
  const { name, street, city, region, postal } = words
  return { name, street, city, region, postalCode: postal, country }
}

function chooseGoods(day: Day, buyer: Buyer, market: Market): Goods[] {
  const { random } = market
  const weights = goodsWeights(market, buyer, day)
  const wanted = random.between(1, 7)
  const chosen = new Set<Goods>()
  for (let draw = 0; chosen.size < wanted && draw < 40; draw += 1) {
    const product = market.goods[random.weighted(weights)]
    if (product) chosen.add(product)
  }
  return [...chosen]
}

/** Whole cartons for about 200 to 1,200 dollars; who takes much gets a discount. */
function orderLine(product: Goods, currency: string, random: Random): SampleOrderLine {
  const cents = Math.round(Number(product.draft.price?.amount ?? 0) * 100)
  const carton = product.draft.piecesPerCarton ?? 12
  const worth = random.between(20, 80) * 1000 * (random.chance(0.12) ? 3 : 1)
  const cartons = Math.max(1, Math.round(worth / (cents * carton)))
  const quantity = cartons * carton
  const value = quantity * cents
  const discountPercent = value > 150_000 ? 8 : value > 90_000 ? 5 : random.chance(0.1) ? 3 : 0
  return { sku: product.sku, quantity, unitPrice: listPrice(cents, currency), discountPercent }
}
