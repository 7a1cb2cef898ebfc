// The product that a channel's SKU means: as the seller said, else the one that bears it as its own SKU or key.
import type { LoadContext } from '#main/services/import/loading/loader.ts'
import {
  findProductBySkuOrKey,
  findProductInAnyCase,
  forgetSkus,
  makeProduct,
} from '#main/services/import/loading/product-reference.ts'
import type { Id } from '#shared/ids.ts'

/** `productId` null: nobody knows, or it was left so on purpose (`isLeft`). */
export type SkuMeaning = { productId: Id | null; factorMilli: number; isLeft: boolean }

export type SkuProducts = {
  meaningOf(externalSku: string, title: string): SkuMeaning
  forget(): void
}

export function skuProducts(context: LoadContext): SkuProducts {
  const known = new Map<string, SkuMeaning>()
  return {
    meaningOf(externalSku, title) {
      const before = known.get(externalSku)
      if (before) return before
      const meaning = meaningIn(context, externalSku, title)
      known.set(externalSku, meaning)
      return meaning
    },
    forget() {
      known.clear()
      forgetSkus(context)
    },
  }
}

function meaningIn(context: LoadContext, externalSku: string, title: string): SkuMeaning {
  const said = context.tx.get<{ productId: Id | null; factorMilli: number }>(
    `SELECT product_id AS productId, factor_milli AS factorMilli FROM channel_skus INDEXED BY channel_skus_by_sku
     WHERE channel = ? AND external_sku = ? AND deleted = 0 ORDER BY id LIMIT 1`,
    context.channel,
    externalSku,
  )
  if (said) return { ...said, isLeft: said.productId === null }
  const found = findProductBySkuOrKey(context, externalSku) ?? findProductInAnyCase(context, externalSku)
  return { productId: found ?? makeProduct(context, externalSku, title), factorMilli: 1000, isLeft: false }
}
