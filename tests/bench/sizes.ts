// The sizes of generated books.

export type Size = { name: string; products: number; lines: number; customers: number }

export const sizes: Readonly<Record<string, Size>> = {
  S: { name: 'S', products: 1_000, lines: 10_000, customers: 2_000 },
  M: { name: 'M', products: 10_000, lines: 100_000, customers: 20_000 },
  L: { name: 'L', products: 50_000, lines: 1_000_000, customers: 100_000 },
}
