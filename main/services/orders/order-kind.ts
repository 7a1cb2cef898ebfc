// Sales orders as a kind of record.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const orderKind: RecordKindRule = {
  table: 'sales_orders',
  children: [{ table: 'order_lines', owner: 'order_id' }],
  titleSelect: `SELECT r.id, r.number AS code, coalesce(c.name, '') AS name, coalesce(c.name_zh, '') AS nameZh, r.archived,
    r.deleted, '' AS role FROM sales_orders r LEFT JOIN parties c ON c.id = r.customer_id`,
}
