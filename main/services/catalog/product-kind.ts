// Products and categories as kinds of records.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const productKind: RecordKindRule = {
  table: 'products',
  children: [
    { table: 'product_barcodes', owner: 'product_id' },
    { table: 'kit_parts', owner: 'kit_id' },
    { table: 'product_pictures', owner: 'product_id' },
  ],
  besideForm: { tables: ['product_pictures'], columns: ['archived'] },
  titleSelect: `SELECT r.id, r.sku AS code, coalesce(nullif(r.name_en, ''), r.name_zh) AS name, r.name_zh AS nameZh,
    r.archived, r.deleted, '' AS role FROM products r`,
  search: {
    values: [
      { sql: 'r.sku', is: 'code', field: 'code' },
      { sql: 'r.name_en', is: 'name', field: 'name' },
      { sql: 'r.name_zh', is: 'name', field: 'nameZh' },
      { sql: 'r.variant_label', is: 'word', field: 'variant' },
      { sql: 'r.hs_code', is: 'word', field: 'hsCode' },
      { sql: 'r.customs_name_en', is: 'word', field: 'customsName' },
      { sql: 'r.customs_name_zh', is: 'word', field: 'customsName' },
    ],
    children: [
      { table: 'product_barcodes', owner: 'product_id', values: [{ sql: 'c.code', is: 'code', field: 'barcode' }] },
    ],
    detail: "''",
  },
}

export const categoryKind: RecordKindRule = {
  table: 'categories',
  children: [],
  titleSelect: `SELECT r.id, '' AS code, coalesce(nullif(r.name_en, ''), r.name_zh) AS name, r.name_zh AS nameZh,
    r.archived, r.deleted, '' AS role FROM categories r`,
  search: {
    values: [
      { sql: 'r.name_en', is: 'name', field: 'name' },
      { sql: 'r.name_zh', is: 'name', field: 'nameZh' },
    ],
    detail: "''",
  },
}
