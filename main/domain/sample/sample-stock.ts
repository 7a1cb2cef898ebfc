// What lies in the sample company's warehouse: much of what sells, too much of some that does not, none of a few.
import { seededRandom } from '../stats/random.ts'
import type { SampleOrder, SampleProduct } from './sample-drafts.ts'

/** The products with their pieces on hand, in whole cartons. */
export function withStock(
  seed: number,
  products: readonly SampleProduct[],
  orders: readonly SampleOrder[],
): SampleProduct[] {
  const random = seededRandom(seed, 'stock')
  const planning = seededRandom(seed, 'planning')
  const sold = piecesSold(orders)
  return products.map((product) => {
    if (product.draft.kind === 'family' || product.draft.kind === 'kit') return product
    const carton = product.draft.piecesPerCarton ?? 12
    const perMonth = (sold.get(product.sku) ?? 0) / 18
    const planned = {
      ...product,
      draft: { ...product.draft, ...planningOf(product, { carton, perMonth, isPlanned: planning.chance(0.4) }) },
    }
    // One to three months of sales; one in ten lies for a year, one in twenty is out, and nobody has counted a few.
    const months = random.chance(0.1) ? 12 : random.between(8, 30) / 10
    const cartons = random.chance(0.05) ? 0 : Math.max(2, Math.ceil((perMonth * months) / carton))
    const isCounted = !random.chance(0.04)
    // What has batches comes in with them: nobody counted it before.
    return { ...planned, onHand: isCounted && planned.draft.tracking !== 'batch' ? cartons * carton : null }
  })
}

type Selling = { carton: number; perMonth: number; isPlanned: boolean }

/** What candles are made of grows old; some goods that sell have a point at which they are ordered again. */
function planningOf(
  { draft }: SampleProduct,
  { carton, perMonth, isPlanned }: Selling,
): Partial<SampleProduct['draft']> {
  const tracking = draft.hsCode === '340600' ? ('batch' as const) : ('none' as const)
  if (!isPlanned || perMonth < carton / 2 || draft.status === 'discontinued') return { tracking }
  const reorderPoint = Math.ceil((perMonth * 0.6) / carton) * carton
  return { tracking, reorderPoint, orderMultiple: carton, leadTimeDays: perMonth > 3 * carton ? 21 : 35 }
}

function piecesSold(orders: readonly SampleOrder[]): Map<string, number> {
  const sold = new Map<string, number>()
  for (const line of orders.flatMap((order) => order.lines)) {
    sold.set(line.sku, (sold.get(line.sku) ?? 0) + line.quantity)
  }
  return sold
}
