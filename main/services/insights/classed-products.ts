// Which products an ABC-XYZ analysis is about, each with what it is worth by the basis.
import type { ReadDb } from '#main/db/database.ts'
import type { ProductName, ValueSum } from '#main/services/insights/abc-values.ts'
import { asksOrders, ofCategory } from '#main/services/insights/order-filter.ts'
import type { Id } from '#shared/ids.ts'
import type { ClassesQuestion } from '#shared/schemas/classes.ts'

export type ClassedProduct = ProductName & {
  /** Null: never sold, or the basis has no figure for it. 0: sold before, and nothing in these days. */
  value: number | null
  /** 1: a part of its figure is missing for want of a cost or a rate. */
  lacks: 0 | 1
}

type Row = [productId: Id, sku: string, nameEn: string, nameZh: string, isOffered: 0 | 1]
type Known = { values: readonly ValueSum[]; demand: ReadonlyMap<Id, unknown> }

/**
 * Products that were sold (or lie in stock) and those on offer; families only group others. Where one channel, country or
 * place is asked for, only what was sold or lies there.
 */
export function classedProducts(db: ReadDb, question: ClassesQuestion, { values, demand }: Known): ClassedProduct[] {
  const { filter, kits } = question
  const category = ofCategory('p', filter)
  const isOffered = `p.deleted = 0 AND p.archived = 0 AND p.status <> 'discontinued' AND p.no_sale = 0
    AND p.kind ${kits === 'parts' ? "= 'single'" : "<> 'family'"}`
  const rows = db.raw(
    `SELECT p.id, p.sku, p.name_en, p.name_zh, ${isOffered} FROM products p WHERE true${category.where}`,
    ...category.params,
  ) as Row[]
  const sums = new Map(values.map((sum) => [sum[0], sum]))
  const isNarrow = asksOrders(filter) || filter?.warehouseId !== undefined
  const products: ClassedProduct[] = []
  for (const [productId, sku, nameEn, nameZh, isOnOffer] of rows) {
    const sum = sums.get(productId)
    const isKnown = sum !== undefined || demand.has(productId)
    if (!isKnown && (isNarrow || isOnOffer === 0)) continue
    products.push({
      productId,
      sku,
      name: nameEn || nameZh,
      nameZh,
      value: sum ? sum[1] : isKnown ? 0 : null,
      lacks: sum ? sum[2] : 0,
    })
  }
  return products
}
