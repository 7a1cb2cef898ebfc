// Offers and requests for quotation as kinds of records.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const offerKind: RecordKindRule = {
  table: 'offers',
  children: [{ table: 'offer_prices', owner: 'offer_id' }],
  besideForm: { columns: ['archived'] },
  titleSelect: `SELECT r.id, p.sku AS code, s.name || ' · ' || r.valid_from AS name,
    coalesce(nullif(s.name_zh, ''), s.name) || ' · ' || r.valid_from AS nameZh, r.archived, r.deleted, '' AS role
    FROM offers r JOIN products p ON p.id = r.product_id JOIN parties s ON s.id = r.supplier_id`,
  search: {
    values: [
      { sql: 'r.supplier_code', is: 'code', field: 'code' },
      { sql: 'r.supplier_name', is: 'word', field: 'item' },
      { sql: 'product.sku', is: 'word', field: 'item' },
      { sql: 'supplier.name', is: 'word', field: 'supplier' },
      { sql: 'supplier.name_zh', is: 'word', field: 'supplier' },
    ],
    join: 'LEFT JOIN products product ON product.id = r.product_id LEFT JOIN parties supplier ON supplier.id = r.supplier_id',
    borrowed: [
      { table: 'products', borrowers: 'SELECT id FROM offers WHERE product_id = ?' },
      { table: 'parties', borrowers: 'SELECT id FROM offers WHERE supplier_id = ?' },
    ],
    detail: 'r.valid_from',
  },
}

export const requestKind: RecordKindRule = {
  table: 'quote_requests',
  children: [
    { table: 'quote_request_lines', owner: 'request_id' },
    { table: 'quote_answers', owner: 'request_id' },
  ],
  // Answers come one by one, each by its own form.
  besideForm: { tables: ['quote_answers'], columns: ['archived', 'status'] },
  titleSelect: `SELECT r.id, r.number AS code, r.title AS name, r.title AS nameZh, r.archived, r.deleted, '' AS role
    FROM quote_requests r`,
  search: {
    values: [
      { sql: 'r.number', is: 'code', field: 'number' },
      { sql: 'r.title', is: 'word', field: 'title' },
    ],
    detail: 'r.requested_on',
  },
}
