// How much of each product's purchases hangs on each supplier: by amount in base currency without the
// VAT that comes back, over a window of days. Places of our
// own sell nothing: what came from them is no purchase.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { PurchaseShare, PurchaseShares, PurchaseSharesInput } from '#shared/schemas/offers.ts'

type SumRow = Omit<PurchaseShare, 'amount' | 'sharePercent' | 'supplierCount'> & { baseMinor: number | null }

const year = 365

/** Of one product its suppliers; of a supplier each product it delivered, with the share that came from it. */
export function purchaseShares(db: ReadDb, input: PurchaseSharesInput): PurchaseShares {
  const to = input.to ?? bookToday(db, db.now)
  const from = input.from ?? addDays(to, 1 - year)
  const base = baseCurrency(db)
  const byProduct = Map.groupBy(sums(db, input, { from, to }), ({ productId }) => productId)
  const rows = [...byProduct.values()].flatMap((own) => {
    const whole = own.reduce((sum, { baseMinor }) => sum + (baseMinor ?? 0), 0)
    return own.map(
      ({ baseMinor, ...row }): PurchaseShare => ({
        ...row,
        amount: minorToDecimal(baseMinor ?? 0, base),
        sharePercent:
          whole > 0 && baseMinor !== null ? Math.round(((baseMinor ?? 0) / whole) * 1_000_000) / 10_000 : null,
        supplierCount: own.filter(({ supplierId }) => supplierId !== null).length,
      }),
    )
  })
  const wanted = rows.filter(({ supplierId }) => input.supplierId === undefined || supplierId === input.supplierId)
  return { from, to, baseCurrency: base, rows: wanted.toSorted(largestFirst) }
}

function largestFirst(one: PurchaseShare, other: PurchaseShare): number {
  return Number(other.amount) - Number(one.amount) || one.productId - other.productId
}

function sums(
  db: ReadDb,
  { productId, supplierId }: PurchaseSharesInput,
  { from, to }: { from: Day; to: Day },
): SumRow[] {
  return db.all<SumRow>(
    `SELECT l.product_id AS productId, p.sku, p.name_en AS nameEn, p.name_zh AS nameZh, o.supplier_id AS supplierId,
       coalesce(s.name, '') AS supplier, coalesce(s.name_zh, '') AS supplierZh, sum(l.net_base_minor) AS baseMinor,
       sum(l.qty_milli) / 1000.0 AS quantity, sum(l.net_base_minor IS NULL) AS linesWithoutRate
     FROM purchase_lines l INDEXED BY purchase_lines_bought_by_product
     CROSS JOIN purchase_orders o ON o.id = l.order_id
     CROSS JOIN products p ON p.id = l.product_id LEFT JOIN parties s ON s.id = o.supplier_id
     WHERE l.product_id IN (${productId === undefined ? productsOf : 'SELECT CAST(? AS INTEGER)'})
       AND l.bought_on BETWEEN ? AND ? AND l.deleted = 0 AND s.supply_kind IS NOT 'own'
     GROUP BY l.product_id, o.supplier_id`,
    productId ?? supplierId ?? (0 as Id),
    from,
    to,
  )
}

const productsOf = `SELECT f.product_id FROM purchase_orders b INDEXED BY purchase_orders_by_supplier
  CROSS JOIN purchase_lines f INDEXED BY purchase_lines_by_order ON f.order_id = b.id
  WHERE b.supplier_id = ? AND f.bought_on IS NOT NULL AND f.product_id IS NOT NULL AND f.deleted = 0`
