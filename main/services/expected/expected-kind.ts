// Goods on order as a kind of record, named by their product.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const expectedKind: RecordKindRule = {
  table: 'expected_goods',
  children: [],
  besideForm: { columns: ['archived'] },
  titleSelect: `SELECT r.id, p.sku AS code, coalesce(s.name, nullif(p.name_en, ''), p.name_zh) AS name,
    coalesce(s.name_zh, p.name_zh) AS nameZh, r.archived, r.deleted, '' AS role
    FROM expected_goods r JOIN products p ON p.id = r.product_id LEFT JOIN parties s ON s.id = r.supplier_id`,
  search: {
    values: [
      { sql: 'r.reference', is: 'code', field: 'reference' },
      { sql: 'product.sku', is: 'word', field: 'item' },
      { sql: 'supplier.name', is: 'word', field: 'supplier' },
      { sql: 'supplier.name_zh', is: 'word', field: 'supplier' },
    ],
    join: 'JOIN products product ON product.id = r.product_id LEFT JOIN parties supplier ON supplier.id = r.supplier_id',
    borrowed: [
      { table: 'products', borrowers: 'SELECT id FROM expected_goods WHERE product_id = ?' },
      { table: 'parties', borrowers: 'SELECT id FROM expected_goods WHERE supplier_id = ?' },
    ],
    detail: "coalesce(r.expected_on, '')",
  },
}
