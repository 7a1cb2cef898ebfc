// What the sample company sells through channels: small orders of a marketplace that keeps the goods, takes the money and pays it
// out every fortnight, and some of its own shop.
import { addDays, type Day } from '#shared/dates.ts'
import { seededRandom } from '../stats/random.ts'
import type { SampleProduct } from './sample-drafts.ts'

export type SampleChannelCode = 'amazon-us' | 'shop'

export type SampleChannelOrder = {
  channel: SampleChannelCode
  externalId: string
  orderedOn: Day
  shippedOn: Day
  city: string
  region: string
  country: string
  sku: string
  externalSku: string
  quantity: number
  unitPrice: string
}

export type SamplePayout = { externalId: string; startsOn: Day; endsOn: Day; isPosted: boolean }

export type SampleChannels = { orders: SampleChannelOrder[]; payouts: SamplePayout[] }

const towns: Readonly<Record<SampleChannelCode, readonly (readonly [string, string, string])[]>> = {
  'amazon-us': [
    ['Tucson', 'AZ', 'US'],
    ['Madison', 'WI', 'US'],
    ['Albany', 'NY', 'US'],
    ['Reno', 'NV', 'US'],
    ['Savannah', 'GA', 'US'],
    ['Boulder', 'CO', 'US'],
  ],
  shop: [
    ['Münster', '', 'DE'],
    ['Gent', '', 'BE'],
    ['Groningen', '', 'NL'],
  ],
}

const payoutDays = 14
/** Days before today on which the three payouts end. */
const ends = [36, 22, 8]

export function sampleChannels(seed: number, products: readonly SampleProduct[], today: Day): SampleChannels {
  const random = seededRandom(seed, 'channels')
  const goods = random.shuffled(products.filter(isSmall)).slice(0, 8)
  const orders = Array.from({ length: 44 }, (_, index): SampleChannelOrder => {
    const channel: SampleChannelCode = index % 6 === 5 ? 'shop' : 'amazon-us'
    const product = random.pick(goods)
    const orderedOn = addDays(today, -49 + index)
    const [city = '', region = '', country = ''] = random.pick(towns[channel])
    return {
      ...{ channel, orderedOn, shippedOn: addDays(orderedOn, 1), city, region, country, sku: product.sku },
      externalId:
        channel === 'shop'
          ? `#${1041 + index}`
          : `113-${String(7_204_417 + index * 31)}-${String(1_008_642 + index * 97)}`,
      externalSku: channel === 'shop' ? product.sku : `AZ-${product.sku}`,
      quantity: random.chance(0.2) ? 2 : 1,
      unitPrice: ((Math.round(Number(product.draft.price?.amount ?? 12) * 190) + 199) / 100).toFixed(2),
    }
  })
  const payouts = ends.map((days, index) => ({
    externalId: `2204417${String(index + 11)}`,
    startsOn: addDays(today, -days - payoutDays + 1),
    endsOn: addDays(today, -days),
    isPosted: index < 2,
  }))
  return { orders: orders.filter(({ orderedOn }) => orderedOn < addDays(today, -5)), payouts }
}

function isSmall({ draft, onHand }: SampleProduct): boolean {
  const isPlain = (draft.kind ?? 'single') === 'single' && (draft.tracking ?? 'none') === 'none'
  return isPlain && onHand !== null && (draft.netWeightGrams ?? 0) < 1500 && draft.price?.currency === 'USD'
}
