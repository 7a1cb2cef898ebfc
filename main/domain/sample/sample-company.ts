// A whole company to look round in, made from a seed, a day and lists of words. Nothing in it is real.
import { addDays, type Day, dayFromParts } from '#shared/dates.ts'
import type { SampleCompany } from './sample-drafts.ts'
import { sampleOrders } from './sample-orders.ts'
import { sampleParties } from './sample-parties.ts'
import { sampleCategories, sampleProducts } from './sample-products.ts'
import { sampleRates } from './sample-rates.ts'
import { withStock } from './sample-stock.ts'
import type { SampleWords } from './sample-words.ts'

/** The same seed and day give the same company: eighteen months of orders that end on `today`. */
export function sampleCompany({ seed, today, words }: { seed: number; today: Day; words: SampleWords }): SampleCompany {
  const first = addDays(today, -547)
  const products = sampleProducts(seed, words)
  const orders = sampleOrders(seed, words, { products, first, today })
  return {
    categories: sampleCategories(words),
    parties: sampleParties(words),
    products: withStock(seed, products, orders),
    // A fortnight more, so that the first orders find a rate even after a weekend.
    rates: sampleRates(seed, addDays(first, -14), today),
    orders,
    stockOn: firstOfMonth(today),
  }
}

function firstOfMonth(day: Day): Day {
  return dayFromParts(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1) ?? day
}
