// What the sample company buys: what its suppliers offer and how their prices moved, the orders of eighteen months with what
// came of them, and those that are under way. Days and quantities follow from the seed; every price from the product's cost.
import { addDays, type Day, daysBetween } from '#shared/dates.ts'
import { type Random, seededRandom } from '../stats/random.ts'
import type { SampleCompany, SampleProduct } from './sample-drafts.ts'
import { type SupplierWays, waysOf } from './sample-supply.ts'

export type SampleOffer = {
  supplierCode: string
  sku: string
  validFrom: Day
  minOrder: number
  carton: number
  leadTimeDays: number
  prices: { from: number; price: string }[]
}

export type SampleArrival = { on: Day; quantity: number; rejected: number; defect: string }
export type SamplePurchaseLine = { sku: string; quantity: number; price: string; arrivals: SampleArrival[] }
export type SamplePurchase = { supplierCode: string; orderedOn: Day; promisedOn: Day; lines: SamplePurchaseLine[] }

/** How far an order has come that is under way. */
export type SampleStage = 'draft' | 'sent' | 'late' | 'made' | 'part_received' | 'received'
export type OpenSamplePurchase = SamplePurchase & { stage: SampleStage }

export type SamplePurchasing = {
  offers: SampleOffer[]
  past: SamplePurchase[]
  open: OpenSamplePurchase[]
  /** Goods that several suppliers are asked for, the ones whose product it is first. */
  asked: { skus: { sku: string; quantity: number; cost: number }[]; supplierCodes: string[] }
}

type Bought = { sku: string; supplierCode: string; cost: number; carton: number }

const pastOrders = 54

export function samplePurchasing(seed: number, company: SampleCompany, today: Day): SamplePurchasing {
  const random = seededRandom(seed, 'purchasing')
  const goods = company.products.flatMap(boughtGoods)
  const bySupplier = Map.groupBy(goods, ({ supplierCode }) => supplierCode)
  const codes = [...bySupplier.keys()].sort()
  const shelf = { random, goodsOf: (code: string) => bySupplier.get(code) ?? [], today }
  return {
    offers: offersOf(goods, codes, today),
    past: pastPurchases(shelf, codes, company.stockOn),
    open: openPurchases(shelf, codes),
    asked: askedOf(goods, codes),
  }
}

/** Singles that are not followed by batch: what a purchase line of the sample may be of. */
function boughtGoods({ sku, supplierCode, draft }: SampleProduct): Bought[] {
  const isPlain = (draft.kind ?? 'single') === 'single' && (draft.tracking ?? 'none') === 'none'
  if (!isPlain || supplierCode === null || !draft.cost) return []
  return [{ sku, supplierCode, cost: Number(draft.cost.amount), carton: draft.piecesPerCarton ?? 12 }]
}

const offerDays = [-540, -210]

/** Two offers of each product's own supplier, half a year apart and dearer; one of another for every fourth product. */
function offersOf(goods: readonly Bought[], codes: readonly string[], today: Day): SampleOffer[] {
  return goods.flatMap((one, index) => {
    const own = offerDays.map((days, step) =>
      offerOf(one, { code: one.supplierCode, on: addDays(today, days - (index % 9)), share: 96 + step * 4 }),
    )
    if (index % 4 !== 0) return own
    const code = codes[(codes.indexOf(one.supplierCode) + 3) % codes.length] ?? one.supplierCode
    const other = offerOf(one, { code, on: addDays(today, -120 - (index % 30)), share: 94 + (index % 5) * 4 })
    return [...own, other]
  })
}

/** `share`: per cent of the product's cost. */
function offerOf(
  { sku, cost, carton }: Bought,
  { code, on, share }: { code: string; on: Day; share: number },
): SampleOffer {
  const price = (perCent: number) => priceOf(cost, perCent)
  return {
    supplierCode: code,
    sku,
    validFrom: on,
    minOrder: carton * 2,
    carton,
    leadTimeDays: waysOf(code).leadDays,
    prices: [
      { from: 0, price: price(share) },
      { from: carton * 20, price: price(share - 3) },
    ],
  }
}

function priceOf(cost: number, perCent: number): string {
  return ((cost * perCent) / 100).toFixed(2)
}

type Shelf = { random: Random; goodsOf: (code: string) => readonly Bought[]; today: Day }

/** Orders whose goods had all come before stock was counted: history, that moves nothing. */
function pastPurchases(shelf: Shelf, codes: readonly string[], stockOn: Day): SamplePurchase[] {
  const first = addDays(shelf.today, -540)
  const span = daysBetween(first, stockOn) - 75
  return Array.from({ length: pastOrders }, (_, index) => {
    const code = codes[(index * 4) % codes.length] ?? ''
    const orderedOn = addDays(first, Math.floor((span * index) / pastOrders) + shelf.random.below(6))
    return purchaseOf(shelf, code, orderedOn)
  })
}

function purchaseOf({ random, goodsOf, today }: Shelf, code: string, orderedOn: Day): SamplePurchase {
  const ways = waysOf(code)
  const promisedOn = addDays(orderedOn, ways.leadDays + random.below(5))
  const lines = random
    .shuffled(goodsOf(code))
    .slice(0, random.between(2, 4))
    .map((one): SamplePurchaseLine => {
      const quantity = one.carton * random.between(4, 18)
      // Dearer since the second offers; now and then the bill says a little more than the offer.
      const share = orderedOn < addDays(today, -210) ? 96 : 100
      const price = priceOf(one.cost, random.chance(0.15) ? share + 2 : share)
      return { sku: one.sku, quantity, price, arrivals: arrivalsOf(random, { ways, promisedOn, quantity }) }
    })
  return { supplierCode: code, orderedOn, promisedOn, lines }
}

type Coming = { ways: SupplierWays; promisedOn: Day; quantity: number }

/** Mostly at once, sometimes in two parts, rarely a little short. */
function arrivalsOf(random: Random, { ways, promisedOn, quantity }: Coming): SampleArrival[] {
  const on = addDays(promisedOn, random.between(-ways.early, Math.max(0, ways.late)))
  const total = random.chance(0.03) ? Math.floor(quantity * 0.94) : quantity
  const first = random.chance(0.06) ? Math.floor(total * 0.7) : total
  const parts = first === total ? [{ on, quantity: total }] : [{ on, quantity: first }]
  if (first !== total) parts.push({ on: addDays(on, random.between(4, 11)), quantity: total - first })
  return parts.map((part) => {
    const rejected = Math.floor((part.quantity * ways.rejects * random.between(40, 160)) / 100_000)
    return { ...part, rejected, defect: rejected > 0 ? random.pick(['finish', 'damaged', 'colour', 'dimensions']) : '' }
  })
}

/** Days from today: ordered, promised. */
const stages: readonly { stage: SampleStage; ordered: number; promised: number }[] = [
  { stage: 'received', ordered: -44, promised: -3 },
  { stage: 'part_received', ordered: -38, promised: -1 },
  { stage: 'late', ordered: -41, promised: -6 },
  { stage: 'made', ordered: -22, promised: 13 },
  { stage: 'made', ordered: -12, promised: 24 },
  { stage: 'sent', ordered: -3, promised: 31 },
  { stage: 'draft', ordered: 0, promised: 35 },
]

function openPurchases(shelf: Shelf, codes: readonly string[]): OpenSamplePurchase[] {
  return stages.map(({ stage, ordered, promised }, index) => {
    // The late one is late again, and what comes from the one with faults has some.
    const code = stage === 'late' ? 'F06' : stage === 'received' ? 'F09' : (codes[(index * 5 + 1) % codes.length] ?? '')
    const order = purchaseOf(shelf, code, addDays(shelf.today, ordered))
    return { ...order, promisedOn: addDays(shelf.today, promised), stage }
  })
}

function askedOf(goods: readonly Bought[], codes: readonly string[]): SamplePurchasing['asked'] {
  const [first] = goods
  const skus = goods
    .filter(({ supplierCode }) => supplierCode === first?.supplierCode)
    .slice(0, 2)
    .map(({ sku, carton, cost }) => ({ sku, quantity: carton * 25, cost }))
  const others = codes.filter((code) => code !== first?.supplierCode).slice(0, 2)
  return { skus, supplierCodes: first ? [first.supplierCode, ...others] : [] }
}
