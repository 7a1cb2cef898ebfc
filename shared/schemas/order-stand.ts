// Where the goods of an order's open lines stand. Quantities are in the product's unit.

export type ComingGoods = {
  /** Null: nobody knows when. */
  on: string | null
  quantity: number
  /** The purchase order that they are on; null for goods that were only written down as expected. */
  purchaseId: number | null
  number: string
  /** Bought for this very line. */
  isForLine: boolean
}

export type LineStand = {
  lineId: number
  /** Still to be sent. */
  needed: number
  /** In stock for it, after what earlier promises take. */
  inStock: number
  /** On order, in the order of their days; for a kit, when the last of its parts comes. */
  coming: ComingGoods[]
  /** Neither in stock nor on order. */
  short: number
  /** The day it is promised for. */
  dueOn: string | null
  /** Known to come after the day promised. */
  isLate: boolean
}

export type OrderStand = {
  /** Confirmed orders hold their goods; a draft takes what is left. */
  isReserved: boolean
  lines: LineStand[]
}
