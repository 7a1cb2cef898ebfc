// Issued papers as a kind of record.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const paperKind: RecordKindRule = {
  table: 'papers',
  children: [],
  titleSelect: `SELECT r.id, r.number AS code, coalesce(p.name, '') AS name, coalesce(p.name_zh, '') AS nameZh, r.archived,
    r.deleted, '' AS role FROM papers r LEFT JOIN parties p ON p.id = r.party_id`,
  search: {
    values: [
      { sql: 'r.number', is: 'code', field: 'number' },
      { sql: 'party.name', is: 'word', field: 'customer' },
      { sql: 'party.name_zh', is: 'word', field: 'customer' },
    ],
    join: 'LEFT JOIN parties party ON party.id = r.party_id',
    borrowed: [{ table: 'parties', borrowers: 'SELECT id FROM papers INDEXED BY papers_by_party WHERE party_id = ?' }],
    detail: 'r.issued_on',
  },
}
