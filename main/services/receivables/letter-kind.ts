// Letters to customers who are late as a kind of record.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const letterKind: RecordKindRule = {
  table: 'dunning_letters',
  children: [{ table: 'dunning_items', owner: 'letter_id' }],
  titleSelect: `SELECT r.id, r.number AS code, coalesce(p.name, '') AS name, coalesce(p.name_zh, '') AS nameZh, r.archived,
    r.deleted, '' AS role FROM dunning_letters r LEFT JOIN parties p ON p.id = r.party_id`,
  search: {
    values: [
      { sql: 'r.number', is: 'code', field: 'number' },
      { sql: 'party.name', is: 'word', field: 'customer' },
      { sql: 'party.name_zh', is: 'word', field: 'customer' },
    ],
    join: 'LEFT JOIN parties party ON party.id = r.party_id',
    borrowed: [
      {
        table: 'parties',
        borrowers: 'SELECT id FROM dunning_letters INDEXED BY dunning_letters_by_party WHERE party_id = ?',
      },
    ],
    detail: 'r.as_of',
  },
}
