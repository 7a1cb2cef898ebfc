// Certificates as a kind of record, named by their title and whose they are.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const certificateKind: RecordKindRule = {
  table: 'certificates',
  children: [],
  besideForm: { columns: ['archived'] },
  titleSelect: `SELECT r.id, r.number AS code, r.title || ' · ' || s.name AS name,
    r.title || ' · ' || coalesce(nullif(s.name_zh, ''), s.name) AS nameZh, r.archived, r.deleted, '' AS role
    FROM certificates r JOIN parties s ON s.id = r.party_id`,
  search: {
    values: [
      { sql: 'r.number', is: 'code', field: 'number' },
      { sql: 'r.title', is: 'word', field: 'title' },
      { sql: 'r.issuer', is: 'word', field: 'issuer' },
      { sql: 'supplier.name', is: 'word', field: 'supplier' },
      { sql: 'supplier.name_zh', is: 'word', field: 'supplier' },
    ],
    join: 'LEFT JOIN parties supplier ON supplier.id = r.party_id',
    borrowed: [{ table: 'parties', borrowers: 'SELECT id FROM certificates WHERE party_id = ?' }],
    detail: "coalesce(r.expires_on, '')",
  },
}
