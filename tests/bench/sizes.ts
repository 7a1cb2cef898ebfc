// The sizes of generated books.

export type Size = {
  name: string
  products: number
  lines: number
  customers: number
  suppliers: number
  purchases: number
  purchaseLines: number
  shipments: number
}

const linesPerPurchase = 5
const linesPerShipment = 5

export const sizes: Readonly<Record<string, Size>> = {
  S: sized('S', { products: 1_000, lines: 10_000, customers: 2_000, suppliers: 200, purchases: 200 }),
  M: sized('M', { products: 10_000, lines: 100_000, customers: 20_000, suppliers: 200, purchases: 2_000 }),
  L: sized('L', { products: 100_000, lines: 1_000_000, customers: 100_000, suppliers: 2_000, purchases: 20_000 }),
}

function sized(name: string, size: Omit<Size, 'name' | 'purchaseLines' | 'shipments'>): Size {
  return { name, ...size, purchaseLines: size.purchases * linesPerPurchase, shipments: size.lines / linesPerShipment }
}
