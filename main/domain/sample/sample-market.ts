// Who buys from the sample company and what they may choose from, with how likely each is.
import { addDays, type Day } from '#shared/dates.ts'
import { type Random, seededRandom } from '../stats/random.ts'
import { isAutumn, type SampleWindow, unevenWeights } from './sample-demand.ts'
import type { SampleProduct } from './sample-drafts.ts'
import { customerCode } from './sample-parties.ts'
import type { CarrierWords, CustomerWords, SampleWords } from './sample-words.ts'

export type Buyer = {
  code: string
  country: string
  currency: string
  words: CustomerWords
  /** Keys of the categories it mostly buys from. */
  favourites: readonly string[]
  /** Its first day as a customer. */
  since: Day
  weight: number
}

export type Goods = SampleProduct & {
  weight: number
  isSeasonal: boolean
  /** The last day it was sold, for what has left the range. */
  soldUntil: Day
}

export type Market = {
  today: Day
  random: Random
  buyers: readonly Buyer[]
  goods: readonly Goods[]
  carriers: readonly CarrierWords[]
}

/** Products that have only just been listed and never sold yet. */
const unsold = 7

export function openMarket(
  seed: number,
  words: SampleWords,
  offer: SampleWindow & { products: readonly SampleProduct[] },
): Market {
  return {
    today: offer.today,
    random: seededRandom(seed, 'orders'),
    buyers: buyersOf(seed, words, offer),
    goods: goodsOf(seed, words, offer),
    carriers: words.carriers,
  }
}

function buyersOf(seed: number, words: SampleWords, { first }: SampleWindow): Buyer[] {
  const random = seededRandom(seed, 'buyers')
  const all = words.countries.flatMap((place) => place.customers.map((own) => ({ place, own })))
  const weights = unevenWeights(all.length, 7, { seed, stream: 'buyer ranks' })
  const keys = words.categories.map((category) => category.key)
  return all.map(({ place, own }, index) => ({
    code: customerCode(index + 1),
    country: place.country,
    currency: own.currency ?? place.currency,
    words: own,
    favourites: random.shuffled(keys).slice(0, 3),
    since: random.chance(0.3) ? addDays(first, random.between(30, 400)) : first,
    weight: weights[index] ?? 0,
  }))
}

function goodsOf(
  seed: number,
  words: SampleWords,
  { today, products }: SampleWindow & { products: readonly SampleProduct[] },
): Goods[] {
  const goods = products.filter((product) => product.draft.kind !== 'family')
  // Squared, so that about a third of the goods carries four fifths of the revenue.
  const weights = unevenWeights(goods.length, 14, { seed, stream: 'goods ranks' }).map((weight) => weight ** 2)
  const least = [...weights].sort((left, right) => left - right)[unsold] ?? 0
  const seasonal = words.categories.flatMap((category) => category.products.filter((product) => product.season))
  const seasonalSkus = new Set(seasonal.map((product) => `HP-${product.n}`))
  return goods.map((product, index) => {
    const weight = weights[index] ?? 0
    return {
      ...product,
      weight: weight < least ? 0 : weight,
      isSeasonal: seasonalSkus.has(product.sku),
      soldUntil: product.draft.status === 'discontinued' ? addDays(today, -240) : today,
    }
  })
}

/** How likely a buyer takes each of the goods on a day. */
export function goodsWeights({ goods }: Market, buyer: Buyer, day: Day): number[] {
  return goods.map((product) => {
    if (product.soldUntil < day || (product.isSeasonal && !isAutumn(day))) return 0
    const liking = buyer.favourites.includes(product.categoryKey) ? 3 : 1
    return product.weight * liking * (product.isSeasonal ? 4 : 1)
  })
}

/** How likely each buyer orders on a day. */
export function buyerWeights({ buyers }: Market, day: Day): number[] {
  return buyers.map((buyer) => (buyer.since <= day ? buyer.weight : 0))
}
