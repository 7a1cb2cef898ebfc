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
  const sold = piecesSold(orders)
  return products.map((product) => {
    if (product.draft.kind === 'family' || product.draft.kind === 'kit') return product
    const carton = product.draft.piecesPerCarton ?? 12
    const perMonth = (sold.get(product.sku) ?? 0) / 18
    // One to three months of sales; one in ten lies for a year, one in twenty is out, and nobody has counted a few.
    const months = random.chance(0.1) ? 12 : random.between(8, 30) / 10
    const cartons = random.chance(0.05) ? 0 : Math.max(2, Math.ceil((perMonth * months) / carton))
    return { ...product, onHand: random.chance(0.04) ? null : cartons * carton }
  })
}

function piecesSold(orders: readonly SampleOrder[]): Map<string, number> {
  const sold = new Map<string, number>()
  for (const line of orders.flatMap((order) => order.lines)) {
    sold.set(line.sku, (sold.get(line.sku) ?? 0) + line.quantity)
  }
  return sold
}
