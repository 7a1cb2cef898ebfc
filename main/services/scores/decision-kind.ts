// Decisions about suppliers as a kind of record, named by their supplier and day.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const decisionKind: RecordKindRule = {
  table: 'supplier_decisions',
  children: [],
  besideForm: { columns: ['archived'] },
  titleSelect: `SELECT r.id, '' AS code, s.name || ' · ' || r.decided_on AS name,
    coalesce(nullif(s.name_zh, ''), s.name) || ' · ' || r.decided_on AS nameZh, r.archived, r.deleted, '' AS role
    FROM supplier_decisions r JOIN parties s ON s.id = r.party_id`,
  search: {
    values: [
      { sql: 'supplier.name', is: 'word', field: 'supplier' },
      { sql: 'supplier.name_zh', is: 'word', field: 'supplier' },
      { sql: 'supplier.code', is: 'code', field: 'code' },
    ],
    join: 'LEFT JOIN parties supplier ON supplier.id = r.party_id',
    borrowed: [{ table: 'parties', borrowers: 'SELECT id FROM supplier_decisions WHERE party_id = ?' }],
    detail: 'r.decided_on',
  },
}
