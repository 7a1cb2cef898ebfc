// Purchase orders as a kind of record.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const purchaseKind: RecordKindRule = {
  table: 'purchase_orders',
  children: [
    { table: 'purchase_lines', owner: 'order_id' },
    { table: 'purchase_receipts', owner: 'order_id' },
  ],
  titleSelect: `SELECT r.id, r.number AS code, coalesce(s.name, '') AS name, coalesce(s.name_zh, '') AS nameZh, r.archived,
    r.deleted, '' AS role FROM purchase_orders r LEFT JOIN parties s ON s.id = r.supplier_id`,
  // How far it has come is no part of what its form says.
  besideForm: {
    tables: ['purchase_receipts'],
    columns: [
      ...['status', 'sent_on', 'confirmed_on', 'closed_on', 'cancel_reason', 'archived'],
      ...['has_receipt_days', 'has_quantities', 'has_rejects'],
    ],
  },
  search: {
    values: [
      { sql: 'r.number', is: 'code', field: 'number' },
      { sql: 'r.external_id', is: 'code', field: 'externalId' },
      { sql: 'r.reference', is: 'code', field: 'reference' },
      // Not its own name: who looks for the supplier means the supplier first.
      { sql: 'supplier.name', is: 'word', field: 'supplier' },
      { sql: 'supplier.name_zh', is: 'word', field: 'supplier' },
    ],
    join: 'LEFT JOIN parties supplier ON supplier.id = r.supplier_id',
    borrowed: [{ table: 'parties', borrowers: 'SELECT id FROM purchase_orders WHERE supplier_id = ?' }],
    detail: 'r.ordered_on',
  },
}
