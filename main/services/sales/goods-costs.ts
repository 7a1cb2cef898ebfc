// What the goods of orders cost: as their issues are valued, less what came back; what was not issued from stock yet, or left
// before stock was kept, by the products' present cost, else by what their pieces in stock cost on average.
import type { ReadDb } from '#main/db/database.ts'
import { exactScale, type Scale } from '#main/domain/rates/exact-scale.ts'
import type { CostEntry } from '#main/domain/sales/order-profit.ts'
import { type ProductCoster, productCoster } from '#main/services/orders/line-costs.ts'
import { type KitPart, kitShares } from '#main/services/planning/kit-shares.ts'
import { fromBase, type ProfitOrder } from '#main/services/sales/profit-orders.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type GoodsCoster = (order: ProfitOrder) => CostEntry[]

/** Costers for some orders each; they share what they know of products. */
export function goodsCosts(db: ReadDb, partsOf: PartsOf): (orders: readonly ProfitOrder[]) => GoodsCoster {
  const costersOf = productCoster(db)
  const costers = new Map<Id, ProductCoster>()
  const inStock = new Map<Id, Scale | null>()
  const costOf: CostOf = (productId, milli, on) => {
    const coster = costers.get(productId) ?? costersOf(productId)
    costers.set(productId, coster)
    const minor = coster(milli, on)
    if (minor !== null) return { minor, source: 'product_cost' }
    if (!inStock.has(productId)) inStock.set(productId, stockCostOf(db, productId))
    const scale = inStock.get(productId)
    return scale ? { minor: scale(milli), source: 'stock_cost' } : null
  }
  const skus = new Map<Id, string>()
  /** A line says it of its own product; parts of kits are looked up. */
  const skuOf = (productId: Id, { lines }: ProfitOrder) => {
    const sku = skus.get(productId) ?? lines.find((line) => line.productId === productId)?.label ?? skuIn(db, productId)
    skus.set(productId, sku)
    return sku
  }
  return (orders) => {
    const issued = issuesOf(db, orders)
    return (order) => {
      const rows = [order, ...order.credits].flatMap(({ id }) => issued.get(id) ?? [])
      const missing = [...stillMissing(order, rows, partsOf)].map(([productId, milli]) =>
        estimated(order, { productId, sku: skuOf(productId, order), cost: costOf(productId, milli, order.orderedOn) }),
      )
      return [...rows.map((row) => posted(order, row, costOf)), ...missing, ...unmatched(order)]
    }
  }
}

function skuIn(db: ReadDb, productId: Id): string {
  return db.get<{ sku: string }>('SELECT sku FROM products WHERE id = ?', productId)?.sku ?? ''
}

/** The products that a product is made of: a kit's parts, else itself. */
export type PartsOf = (productId: Id) => readonly KitPart[]

export function partsOfProducts(db: ReadDb): PartsOf {
  const kits = kitShares(db)
  return (productId) => kits.get(productId) ?? [{ partId: productId, each: 1 }]
}

/** What pieces cost as those in all places whose cost is known do, by the seller's own method; null where there are none. */
function stockCostOf(db: ReadDb, productId: Id): Scale | null {
  const sums = db.get<{ milli: number; valueMinor: number }>(
    `SELECT coalesce(sum(on_hand_milli - uncosted_milli), 0) AS milli, coalesce(sum(value_minor), 0) AS valueMinor
     FROM stock_balances WHERE product_id = ? AND value_minor IS NOT NULL AND on_hand_milli > uncosted_milli`,
    productId,
  )
  return sums && sums.milli > 0 ? exactScale(BigInt(sums.valueMinor), BigInt(sums.milli)) : null
}

type Issued = {
  orderId: Id
  documentId: Id
  number: string
  kind: 'issue' | 'customer_return'
  productId: Id
  sku: string
  /** Above 0 what left. */
  milli: number
  costMinor: number
  uncostedMilli: number
}

/** By the order that the document names: a dispatch's issue names its order, goods that came back name theirs. */
function issuesOf(db: ReadDb, orders: readonly ProfitOrder[]): Map<Id, Issued[]> {
  const ids = orders.flatMap(({ id, credits }) => [id, ...credits.map((credit) => credit.id)])
  const rows = db.all<Issued>(
    `SELECT d.order_id AS orderId, d.id AS documentId, d.number, d.kind, m.product_id AS productId, p.sku,
       -sum(iif(v.cause = 'variance', 0, v.qty_milli)) AS milli, -sum(v.value_minor) AS costMinor,
       -sum(iif(v.cause = 'variance', 0, v.uncosted_milli)) AS uncostedMilli
     FROM json_each(?) j CROSS JOIN stock_documents d INDEXED BY stock_documents_by_order ON d.order_id = j.value
     CROSS JOIN stock_movements m INDEXED BY stock_movements_by_document ON m.document_id = d.id
     CROSS JOIN stock_values v INDEXED BY stock_values_by_movement ON v.movement_id = m.id
     JOIN products p ON p.id = m.product_id
     WHERE d.order_id IS NOT NULL AND d.kind IN ('issue', 'customer_return') AND d.deleted = 0
     GROUP BY d.id, m.product_id`,
    JSON.stringify(ids),
  )
  return Map.groupBy(rows, ({ orderId }) => orderId)
}

type FoundCost = { minor: number; source: 'product_cost' | 'stock_cost' }
type CostOf = (productId: Id, milli: number, on: Day) => FoundCost | null

/** Pieces issued without a known cost count by their product's present one. */
function posted(order: ProfitOrder, row: Issued, costOf: CostOf): CostEntry {
  const entry = {
    ...{ part: 'goods' as const, productId: row.productId, label: `${row.number} ${row.sku}` },
    record: { kind: 'document' as const, id: row.documentId },
  }
  if (row.uncostedMilli === 0) return { ...entry, ...fromBase(order, row.costMinor), rank: 'real', source: 'issues' }
  const estimate = costOf(row.productId, row.uncostedMilli, order.orderedOn)
  if (estimate === null) return { ...entry, own: null, base: null, rank: 'real', source: 'no_cost' }
  return { ...entry, ...fromBase(order, row.costMinor + estimate.minor), rank: 'entered', source: estimate.source }
}

/** By product what the order's lines need and no issue took; nothing of a credit, whose goods come back by documents alone. */
function stillMissing(order: ProfitOrder, issued: readonly Issued[], partsOf: PartsOf): Map<Id, number> {
  const missing = new Map<Id, number>()
  if (order.document === 'credit' || order.isCancelled) return missing
  for (const { productId, qtyMilli } of order.lines) {
    if (productId === null || qtyMilli <= 0) continue
    for (const { partId, each } of partsOf(productId)) {
      missing.set(partId, (missing.get(partId) ?? 0) + Math.round(qtyMilli * each))
    }
  }
  for (const { productId, milli, kind } of issued) {
    if (kind === 'issue') missing.set(productId, (missing.get(productId) ?? 0) - milli)
  }
  for (const [productId, milli] of missing) if (milli <= 0) missing.delete(productId)
  return missing
}

type Estimate = { productId: Id; sku: string; cost: FoundCost | null }

function estimated(order: ProfitOrder, { productId, sku, cost }: Estimate): CostEntry {
  const entry = { part: 'goods' as const, productId, label: sku, record: { kind: 'product' as const, id: productId } }
  if (cost === null) return { ...entry, own: null, base: null, rank: 'expected', source: 'no_cost' }
  return { ...entry, ...fromBase(order, cost.minor), rank: 'expected', source: cost.source }
}

/** Goods that the channel sold under a SKU nobody knows cost something, and nobody can say what. */
function unmatched({ lines, isCancelled, document }: ProfitOrder): CostEntry[] {
  if (isCancelled || document === 'credit') return []
  return lines
    .filter(({ isUnmatched, qtyMilli }) => isUnmatched && qtyMilli > 0)
    .map(({ label }) => ({
      ...{ part: 'goods', productId: null, label, record: null, own: null, base: null },
      ...{ rank: 'expected', source: 'no_product' },
    }))
}
