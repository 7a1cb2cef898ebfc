// Products that two copies made twice: one SKU, one barcode.
import type { ReadDb } from '#main/db/database.ts'
import { findProductBySku } from '#main/services/catalog/product-queries.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import {
  type ClashRule,
  clashOf,
  eachOther,
  type FoundClash,
  type Mender,
  updateOthers,
} from '#main/services/clashes/clash-rule.ts'
import { deleteRecord, movePointers } from '#main/services/clashes/combine-records.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'
import { freeName } from '#main/services/clashes/free-name.ts'
import { moveStock } from '#main/services/stock/move-stock.ts'
import type { Id } from '#shared/ids.ts'

export const skuTwins: ClashRule = {
  id: 'products/same-sku',
  tables: ['products'],
  find: (db) =>
    doubledRows(db, {
      table: 'products',
      index: 'products_by_sku',
      columns: ['sku'],
      isLiving: 'r.deleted = 0',
      facts: ([sku]) => ({ sku: String(sku) }),
    }),
  rows: rowsOf('products'),
  suggests: (db, clash) => (isOneThing(db, clash) ? ['combine', 'rename'] : ['rename', 'combine']),
  mendings: [
    {
      id: 'combine',
      mend: eachOther(combineProducts),
    },
    {
      id: 'rename',
      mend({ tx, update }, { others }) {
        for (const id of others) update('products', id, { sku: freeSku(tx, id) })
      },
    },
  ],
}

/** One name in a language that all of them have one in, or no two names at odds, and one unit: it is one and the same thing. */
function isOneThing(db: ReadDb, { ids }: FoundClash): boolean {
  const row = db.get<{ en: number; zh: number; units: number; kinds: number; hasEn: number; hasZh: number }>(
    `SELECT count(DISTINCT nullif(lower(trim(name_en)), '')) AS en, count(DISTINCT nullif(lower(trim(name_zh)), '')) AS zh,
       count(DISTINCT unit) AS units, count(DISTINCT kind) AS kinds, min(name_en <> '') AS hasEn, min(name_zh <> '') AS hasZh
     FROM products WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
  if (row?.units !== 1 || row.kinds !== 1) return false
  const isNamedAlike = (row.hasEn === 1 && row.en === 1) || (row.hasZh === 1 && row.zh === 1)
  return isNamedAlike || (row.en <= 1 && row.zh <= 1)
}

/** One that stock ever moved of cannot be deleted: it is put away under another SKU, with nothing on hand. */
export function combineProducts(mender: Mender, { keep, other }: { keep: Id; other: Id }): void {
  const { tx, update, touch } = mender
  movePointers(mender, 'product', { keep, other })
  moveStock(tx, { from: other, to: keep })
  touch('products', [keep, other])
  const hasMoved = tx.get('SELECT 1 FROM stock_movements WHERE product_id = ? LIMIT 1', other) !== undefined
  if (hasMoved) update('products', other, { archived: 1, sku: freeSku(tx, other) })
  else deleteRecord(mender, { kind: 'product', id: other })
}

function freeSku(db: ReadDb, id: Id): string {
  const sku = db.get<{ sku: string }>('SELECT sku FROM products WHERE id = ?', id)?.sku ?? ''
  return freeName(sku, (name) => findProductBySku(db, name) !== null)
}

/** A barcode that means two products. Twins of one SKU are listed as those. */
export const barcodeTwins: ClashRule = {
  id: 'products/same-barcode',
  tables: ['product_barcodes', 'products'],
  find(db) {
    const groups = db.raw(
      `SELECT d.code, json_group_array(b.id) FROM (
         SELECT code FROM product_barcodes INDEXED BY product_barcodes_by_code GROUP BY code HAVING count(*) > 1) d
       CROSS JOIN product_barcodes b INDEXED BY product_barcodes_by_code ON b.code = d.code
       JOIN products p ON p.id = b.product_id WHERE b.deleted = 0 AND p.deleted = 0
       GROUP BY d.code HAVING count(DISTINCT p.sku) > 1`,
    ) as [string, string][]
    return groups.map(([code, ids]) => clashOf(JSON.parse(ids), { code }))
  },
  rows: rowsOf('product_barcodes'),
  mendings: [
    {
      id: 'clear',
      mend: updateOthers('product_barcodes', { deleted: 1 }),
    },
  ],
}
