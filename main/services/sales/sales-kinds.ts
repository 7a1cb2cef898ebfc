// Costs of selling and settlements as kinds of record.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

const costOf = "coalesce(o.number, nullif(r.channel, ''), p.sku, '')"

export const salesCostKind: RecordKindRule = {
  table: 'sales_costs',
  children: [],
  besideForm: { columns: ['archived'] },
  titleSelect: `SELECT r.id, r.reference AS code, ${costOf} || ' · ' || r.incurred_on AS name,
    ${costOf} || ' · ' || r.incurred_on AS nameZh, r.archived, r.deleted, '' AS role
    FROM sales_costs r LEFT JOIN sales_orders o ON o.id = r.order_id LEFT JOIN products p ON p.id = r.product_id`,
  search: {
    values: [
      { sql: 'r.reference', is: 'code', field: 'reference' },
      { sql: 'o.number', is: 'code', field: 'number' },
    ],
    join: 'LEFT JOIN sales_orders o ON o.id = r.order_id',
    borrowed: [{ table: 'sales_orders', borrowers: 'SELECT id FROM sales_costs WHERE order_id = ?' }],
    detail: 'r.incurred_on',
  },
}

export const settlementKind: RecordKindRule = {
  table: 'settlements',
  children: [{ table: 'settlement_lines', owner: 'settlement_id' }],
  titleSelect: `SELECT r.id, r.external_id AS code, r.channel || ' · ' || coalesce(r.ends_on, r.deposited_on, '') AS name,
    r.channel || ' · ' || coalesce(r.ends_on, r.deposited_on, '') AS nameZh, r.archived, r.deleted, '' AS role
    FROM settlements r`,
  search: {
    values: [
      { sql: 'r.external_id', is: 'code', field: 'externalId' },
      { sql: 'r.channel', is: 'word', field: 'name' },
    ],
    detail: "coalesce(r.ends_on, r.deposited_on, '')",
  },
}
