// Sales orders as a kind of record.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const orderKind: RecordKindRule = {
  table: 'sales_orders',
  children: [
    { table: 'order_lines', owner: 'order_id' },
    { table: 'dispatches', owner: 'order_id' },
  ],
  titleSelect: `SELECT r.id, r.number AS code, coalesce(c.name, '') AS name, coalesce(c.name_zh, '') AS nameZh, r.archived,
    r.deleted, '' AS role FROM sales_orders r LEFT JOIN parties c ON c.id = r.customer_id`,
  // How far it has come is no part of what its form says.
  besideForm: {
    tables: ['dispatches'],
    columns: [
      ...['status', 'shipped_on', 'confirmed_on', 'delivered_on', 'closed_on', 'hold_reason', 'cancel_reason'],
      ...['archived', 'flags_cleared_on', 'external_status'],
    ],
  },
  search: {
    values: [
      { sql: 'r.number', is: 'code', field: 'number' },
      { sql: 'r.external_id', is: 'code', field: 'externalId' },
      { sql: 'r.customer_reference', is: 'code', field: 'reference' },
      // Not its own name: who looks for the customer means the customer first.
      { sql: 'customer.name', is: 'word', field: 'customer' },
      { sql: 'customer.name_zh', is: 'word', field: 'customer' },
      { sql: 'r.ship_to_name', is: 'word', field: 'recipient' },
      { sql: 'r.ship_to_city', is: 'word', field: 'city' },
    ],
    join: 'LEFT JOIN parties customer ON customer.id = r.customer_id',
    borrowed: [{ table: 'parties', borrowers: 'SELECT id FROM sales_orders WHERE customer_id = ?' }],
    children: [
      { table: 'dispatches', owner: 'order_id', values: [{ sql: 'c.tracking_number', is: 'code', field: 'tracking' }] },
    ],
    detail: 'r.ordered_on',
  },
}
