// What happens in the sample company's warehouses since its stock was counted: goods come from suppliers, go to places overseas,
// are damaged, come back; and what is still on order. Days lie between the count and today, quantities are whole cartons.
import { addDays, type Day, daysBetween } from '#shared/dates.ts'
import type { WarehouseDraft } from '#shared/schemas/warehouses.ts'
import { seededRandom } from '../stats/random.ts'
import type { SampleCompany, SampleProduct } from './sample-drafts.ts'

export type SamplePlace = { key: 'overseas' | 'marketplace' | 'second'; draft: WarehouseDraft }

export const samplePlaces: readonly SamplePlace[] = [
  {
    key: 'overseas',
    draft: {
      name: 'Rotterdam',
      code: 'RTM',
      kind: 'overseas',
      country: 'NL',
      bins: ['A-01', 'A-02', 'A-03', 'B-01', 'B-02'].map((code) => ({ code })),
    },
  },
  { key: 'marketplace', draft: { name: 'FBA US', code: 'FBA', kind: 'marketplace', country: 'US', shortage: 'warn' } },
  { key: 'second', draft: { name: 'Second quality', code: '2Q', isSellable: false } },
]

export type SampleBatch = { code: string; madeOn: Day; expiresOn: Day }
type Goods = { sku: string; quantity: number }

export type SampleReceipt = {
  supplierCode: string
  on: Day
  reference: string
  lines: readonly (Goods & { unitCost: string | null; batch: SampleBatch | null })[]
}

export type SampleTransfer = {
  to: SamplePlace['key']
  on: Day
  /** Null: still on its way. */
  arrivesOn: Day | null
  /** Pieces of the first line that did not arrive. */
  short: number
  /** In a container of its own. */
  container?: true
  lines: readonly Goods[]
}

export type SampleExpected = Goods & { supplierCode: string; orderedOn: Day; expectedOn: Day | null; reference: string }

export type SampleWarehousing = {
  receipts: readonly SampleReceipt[]
  transfers: readonly SampleTransfer[]
  damaged: Goods & { on: Day }
  taken: Goods & { on: Day }
  returned: Goods & { on: Day }
  assembled: Goods & { on: Day }
  expected: readonly SampleExpected[]
}

export function sampleWarehousing(seed: number, company: SampleCompany, today: Day): SampleWarehousing {
  const random = seededRandom(seed, 'warehousing')
  const { products, stockOn } = company
  const span = daysBetween(stockOn, today)
  /** A day so far (0 to 1) between the count and today. */
  const at = (share: number) => addDays(stockOn, Math.floor(span * share))
  const stocked = random.shuffled(products.filter(({ onHand }) => (onHand ?? 0) > 0))
  const cartons = (product: SampleProduct | undefined, count: number): Goods => ({
    sku: product?.sku ?? '',
    quantity: count * (product?.draft.piecesPerCarton ?? 12),
  })
  const [broken, shown, back] = stocked.slice(20)
  return {
    receipts: [...receiptsOf(company, random, at), ...batchesOf(company, { today, at })],
    transfers: [
      {
        to: 'overseas',
        on: at(0.1),
        arrivesOn: at(0.6),
        short: 0,
        lines: stocked.slice(0, 5).map((one) => cartons(one, 1)),
      },
      {
        to: 'overseas',
        on: at(0.3),
        arrivesOn: at(0.9),
        short: 2,
        lines: stocked.slice(5, 8).map((one) => cartons(one, 1)),
      },
      {
        to: 'marketplace',
        on: at(0.8),
        arrivesOn: null,
        short: 0,
        lines: stocked.slice(8, 12).map((one) => cartons(one, 1)),
      },
      {
        to: 'overseas',
        on: at(0.4),
        arrivesOn: null,
        short: 0,
        container: true,
        lines: plenty(stocked).map((one) => cartons(one, 3)),
      },
    ],
    damaged: { sku: broken?.sku ?? '', quantity: 3, on: at(0.4) },
    taken: { sku: shown?.sku ?? '', quantity: 2, on: at(0.5) },
    returned: { sku: back?.sku ?? '', quantity: 4, on: at(0.7) },
    assembled: { ...assemblyOf(products), on: at(0) },
    expected: expectedOf(company, random, today),
  }
}

/** What there are so many cartons of that nobody misses a few. */
function plenty(stocked: readonly SampleProduct[]): SampleProduct[] {
  const isPlain = ({ draft }: SampleProduct) =>
    (draft.tracking ?? 'none') === 'none' && (draft.kind ?? 'single') === 'single'
  return stocked
    .filter((one) => isPlain(one) && (one.onHand ?? 0) >= 12 * (one.draft.piecesPerCarton ?? 12))
    .slice(0, 10)
}

type Random = ReturnType<typeof seededRandom>
type At = (share: number) => Day

function isTracked(products: readonly SampleProduct[], sku: string): boolean {
  const draft = products.find((product) => product.sku === sku)?.draft
  return draft?.tracking !== undefined && draft.tracking !== 'none'
}

/** The set that most can be packed of, a few of it. */
function assemblyOf(products: readonly SampleProduct[]): Goods {
  const onHand = new Map(products.map((product) => [product.sku, product.onHand ?? 0]))
  const kits = products
    .filter(({ draft }) => draft.kind === 'kit')
    .map(({ sku, parts }) => ({
      sku,
      quantity: Math.min(6, ...parts.map((part) => Math.floor((onHand.get(part.sku) ?? 0) / part.quantity))),
    }))
  return kits.toSorted((one, other) => other.quantity - one.quantity)[0] ?? { sku: '', quantity: 0 }
}

function receiptsOf({ products }: SampleCompany, random: Random, at: At): SampleReceipt[] {
  const bySupplier = Map.groupBy(
    products.filter(({ supplierCode, onHand }) => supplierCode !== null && onHand !== null),
    ({ supplierCode }) => supplierCode ?? '',
  )
  const suppliers = random.shuffled([...bySupplier.keys()].sort()).slice(0, 5)
  return suppliers.map((supplierCode, index) => ({
    supplierCode,
    on: at(0.15 + index * 0.16),
    reference: `PI-${random.between(1000, 9999)}`,
    lines: random
      .shuffled(bySupplier.get(supplierCode) ?? [])
      .slice(0, 4)
      .map(({ sku, draft }) => ({
        sku,
        quantity: (draft.piecesPerCarton ?? 12) * random.between(2, 6),
        // Prices of materials move by a few per cent.
        unitCost: draft.cost ? (Number(draft.cost.amount) * (random.between(96, 105) / 100)).toFixed(2) : null,
        batch: null,
      })),
  }))
}

/** Goods with batches: one that is old, one that is fresh. */
function batchesOf({ products }: SampleCompany, { today, at }: { today: Day; at: At }): SampleReceipt[] {
  const tracked = products.filter((product) => product.supplierCode !== null && isTracked(products, product.sku))
  return [...Map.groupBy(tracked, ({ supplierCode }) => supplierCode ?? '')].map(([supplierCode, goods]) => ({
    supplierCode,
    on: at(0.05),
    reference: 'LOT',
    lines: goods.flatMap(({ sku, draft }, index) =>
      [-690 + index * 25, -40].map((made, age) => {
        const madeOn = addDays(today, made)
        const batch = {
          code: `L${madeOn.slice(2, 4)}${madeOn.slice(5, 7)}${age + 1}`,
          madeOn,
          expiresOn: addDays(madeOn, 730),
        }
        const quantity = (draft.piecesPerCarton ?? 12) * (age + 1) * 2
        return { sku, quantity, unitCost: draft.cost?.amount ?? null, batch }
      }),
    ),
  }))
}

function expectedOf({ products }: SampleCompany, random: Random, today: Day): SampleExpected[] {
  const ordered = random
    .shuffled(products.filter(({ supplierCode, draft }) => supplierCode !== null && draft.kind !== 'family'))
    .slice(0, 9)
  // One is late, one has no day, the rest come over the next weeks.
  const days = [-4, null, 3, 9, 12, 18, 25, 31, 40]
  return ordered.map(({ sku, supplierCode, draft }, index) => {
    const due = days[index] ?? null
    return {
      sku,
      supplierCode: supplierCode ?? '',
      quantity: (draft.piecesPerCarton ?? 12) * random.between(3, 10),
      orderedOn: addDays(today, -random.between(12, 45)),
      expectedOn: due === null ? null : addDays(today, due),
      reference: `PO-${random.between(200, 299)}`,
    }
  })
}
