// What a new request is begun for, as its address says it: a product, what a sales order lacks, or goods to buy.
export type RequestAddress = {
  product?: number
  order?: number
  /** Products with quantities, as `12x40-13x2.5`. */
  goods?: string
}

export type Goods = { productId: number; quantity: number }[]

const oneGood = /^(\d{1,16})x(\d{1,12}(?:\.\d{1,3})?)$/
const mostGoods = 500

/** Takes from an address what is understood; the rest is left out, never an error. */
export function readRequestAddress(raw: Record<string, unknown>): RequestAddress {
  const goods = goodsOf(raw.goods)
  return {
    ...(Number(raw.product) > 0 && { product: Number(raw.product) }),
    ...(Number(raw.order) > 0 && { order: Number(raw.order) }),
    ...(goods.length > 0 && { goods: goods.map(({ productId, quantity }) => `${productId}x${quantity}`).join('-') }),
  }
}

/** The goods that an address names, each product once. */
export function goodsOf(text: unknown): Goods {
  if (typeof text !== 'string') return []
  const goods = new Map<number, number>()
  for (const part of text.split('-')) {
    const [, id, quantity] = oneGood.exec(part) ?? []
    const productId = Number(id)
    if (Number.isSafeInteger(productId) && productId > 0 && Number(quantity) > 0) goods.set(productId, Number(quantity))
  }
  return [...goods].slice(0, mostGoods).map(([productId, quantity]) => ({ productId, quantity }))
}

/** Tells the drafts of other goods apart, in less words than the goods themselves. */
export function shortName(text: string): string {
  let sum = 0
  for (const sign of text) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 2_147_483_647
  return `${text.length}-${sum.toString(36)}`
}
