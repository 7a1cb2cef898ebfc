// Products and categories as kinds of records.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const productKind: RecordKindRule = {
  table: 'products',
  children: [
    { table: 'product_barcodes', owner: 'product_id' },
    { table: 'kit_parts', owner: 'kit_id' },
    { table: 'product_pictures', owner: 'product_id' },
  ],
  titleSelect: `SELECT r.id, r.sku AS code, coalesce(nullif(r.name_en, ''), r.name_zh) AS name, r.name_zh AS nameZh,
    r.archived, r.deleted, '' AS role FROM products r`,
}

export const categoryKind: RecordKindRule = {
  table: 'categories',
  children: [],
  titleSelect: `SELECT r.id, '' AS code, coalesce(nullif(r.name_en, ''), r.name_zh) AS name, r.name_zh AS nameZh,
    r.archived, r.deleted, '' AS role FROM categories r`,
}
