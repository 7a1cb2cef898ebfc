// What stock is written down in, as kinds of records: documents, counts, batches.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

const partyName = "coalesce((SELECT p.name FROM parties p WHERE p.id = r.party_id), '')"
const partyNameZh = "coalesce((SELECT p.name_zh FROM parties p WHERE p.id = r.party_id), '')"

/** Its lines are movements, which belong to their products; what was paid for it later belongs to it alone. */
export const documentKind: RecordKindRule = {
  table: 'stock_documents',
  children: [],
  besideForm: { columns: ['archived'] },
  titleSelect: `SELECT r.id, r.number AS code, ${partyName} AS name, ${partyNameZh} AS nameZh, r.archived, r.deleted, '' AS role
    FROM stock_documents r`,
  search: {
    values: [
      { sql: 'r.number', is: 'code', field: 'number' },
      { sql: 'r.reference', is: 'word', field: 'reference' },
      { sql: 'party.name', is: 'word', field: 'supplierOrCustomer' },
      { sql: 'party.name_zh', is: 'word', field: 'supplierOrCustomer' },
    ],
    join: 'LEFT JOIN parties party ON party.id = r.party_id',
    borrowed: [{ table: 'parties', borrowers: 'SELECT id FROM stock_documents WHERE party_id = ?' }],
    detail: 'r.moved_on',
  },
}

export const countKind: RecordKindRule = {
  table: 'stock_counts',
  children: [{ table: 'stock_count_lines', owner: 'count_id' }],
  besideForm: { columns: ['archived'] },
  titleSelect: `SELECT r.id, r.number AS code, r.counted_on AS name, '' AS nameZh, r.archived, r.deleted, '' AS role
    FROM stock_counts r`,
  search: { values: [{ sql: 'r.number', is: 'code', field: 'number' }], detail: 'r.counted_on' },
}

export const batchKind: RecordKindRule = {
  table: 'batches',
  children: [],
  besideForm: { columns: ['archived'] },
  titleSelect: `SELECT r.id, r.code, coalesce((SELECT p.sku FROM products p WHERE p.id = r.product_id), '') AS name,
    '' AS nameZh, r.archived, r.deleted, '' AS role FROM batches r`,
  search: {
    values: [
      { sql: 'r.code', is: 'code', field: 'code' },
      { sql: 'product.sku', is: 'word', field: 'item' },
    ],
    join: 'LEFT JOIN products product ON product.id = r.product_id',
    borrowed: [{ table: 'products', borrowers: 'SELECT id FROM batches WHERE product_id = ?' }],
    detail: "coalesce(r.expires_on, '')",
  },
}
