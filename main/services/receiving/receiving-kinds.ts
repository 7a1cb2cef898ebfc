// What hangs on purchase orders as kinds of records: milestones and inspections, with their photos and papers, and claims.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

const orderNumber = "coalesce((SELECT o.number FROM purchase_orders o WHERE o.id = r.order_id), '')"
/** Named by its order and what it is; one of the usual steps has no title of its own. */
export const milestoneKind: RecordKindRule = {
  table: 'milestones',
  children: [],
  titleSelect: `SELECT r.id, ${orderNumber} AS code, r.title AS name, '' AS nameZh, 0 AS archived, r.deleted, '' AS role
    FROM milestones r`,
  search: {
    // Not by the number of its order: who looks for that means the order.
    values: [{ sql: 'r.title', is: 'name', field: 'title' }],
    archived: '0',
    detail: "coalesce(r.planned_on, r.actual_on, '')",
  },
}

export const inspectionKind: RecordKindRule = {
  table: 'inspections',
  children: [{ table: 'inspection_findings', owner: 'inspection_id' }],
  besideForm: { columns: ['archived'] },
  titleSelect: `SELECT r.id, ${orderNumber} AS code, r.inspected_on AS name, '' AS nameZh, r.archived, r.deleted, '' AS role
    FROM inspections r`,
  search: {
    values: [{ sql: 'r.inspector', is: 'word', field: 'contact' }],
    detail: 'r.inspected_on',
  },
}

export const claimKind: RecordKindRule = {
  table: 'claims',
  children: [],
  besideForm: { columns: ['archived'] },
  titleSelect: `SELECT r.id, r.number AS code, coalesce(p.name, '') AS name, coalesce(p.name_zh, '') AS nameZh, r.archived,
    r.deleted, '' AS role FROM claims r LEFT JOIN parties p ON p.id = r.party_id`,
  search: {
    values: [
      { sql: 'r.number', is: 'code', field: 'number' },
      { sql: 'supplier.name', is: 'word', field: 'supplier' },
      { sql: 'supplier.name_zh', is: 'word', field: 'supplier' },
    ],
    join: 'LEFT JOIN parties supplier ON supplier.id = r.party_id',
    borrowed: [{ table: 'parties', borrowers: 'SELECT id FROM claims WHERE party_id = ?' }],
    detail: 'r.opened_on',
  },
}
