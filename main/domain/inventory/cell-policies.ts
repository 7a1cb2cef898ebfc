// What is usually done with the products of a cell of the ABC-XYZ matrix. A start that the seller changes, no law.
import type { ClassCell } from './class-matrix.ts'

/** How a product is replenished; screens hold a word and a sentence for each. */
export const stockPolicies = [
  /** Reorder point watched all the time, small lots often. */
  'continuous',
  /** The same with a larger safety stock, and the forecast looked at each month. */
  'continuous-buffered',
  /** Looked at in a fixed rhythm and filled up to a level. */
  'periodic',
  /** A simple minimum and large lots: it costs little to hold and less to think about. */
  'two-bin',
  /** No rule fits: a person decides, knowing the customers. */
  'by-hand',
  /** Bought only against orders. */
  'to-order',
  /** Bought only against orders; asked whether to keep it at all. */
  'to-order-or-drop',
] as const

export type StockPolicy = (typeof stockPolicies)[number]

export type CellPolicy = {
  policy: StockPolicy
  /** Share of order cycles without a shortage that the safety stock is made for. */
  serviceLevel: number
}

/** Higher service where value is high and demand steady, since there it costs least to promise. */
export const suggestedPolicies: Readonly<Record<ClassCell | 'unclassified', CellPolicy>> = {
  AX: { policy: 'continuous', serviceLevel: 0.98 },
  AY: { policy: 'continuous-buffered', serviceLevel: 0.97 },
  AZ: { policy: 'by-hand', serviceLevel: 0.95 },
  BX: { policy: 'continuous', serviceLevel: 0.96 },
  BY: { policy: 'periodic', serviceLevel: 0.95 },
  BZ: { policy: 'to-order', serviceLevel: 0.9 },
  CX: { policy: 'two-bin', serviceLevel: 0.93 },
  CY: { policy: 'periodic', serviceLevel: 0.9 },
  CZ: { policy: 'to-order-or-drop', serviceLevel: 0.85 },
  unclassified: { policy: 'by-hand', serviceLevel: 0.95 },
}
