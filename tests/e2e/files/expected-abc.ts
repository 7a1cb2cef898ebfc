// The ABC classes of the small trader's files, added up here once more in whole cents, independent of the program.
import { lines, products } from './small-trader.ts'

function lineCents({ unitPriceCents, quantity, discountPercent }: (typeof lines)[number]): number {
  const hundredths = unitPriceCents * quantity * (100 - discountPercent)
  // Half away from zero; nothing here is negative.
  return Math.floor((hundredths + 50) / 100)
}

export function expectedAbc(): { totalCents: number; counts: { A: number; B: number; C: number }; first: string } {
  const cents = new Map<number, number>()
  for (const line of lines) cents.set(line.productId, (cents.get(line.productId) ?? 0) + lineCents(line))
  const skuOf = (id: number) => products.find((product) => product.id === id)?.sku ?? ''
  const ranked = [...cents].map(([id, value]) => ({ sku: skuOf(id), value }))
  ranked.sort((left, right) => right.value - left.value || (left.sku < right.sku ? -1 : 1))
  const totalCents = ranked.reduce((sum, { value }) => sum + value, 0)
  const counts = { A: 0, B: 0, C: 0 }
  let before = 0
  for (const { value } of ranked) {
    counts[before * 100 < totalCents * 80 ? 'A' : before * 100 < totalCents * 95 ? 'B' : 'C'] += 1
    before += value
  }
  return { totalCents, counts, first: ranked[0]?.sku ?? '' }
}
