// Exchange rates as a kind of record.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const rateKind: RecordKindRule = {
  table: 'rates',
  children: [],
  titleSelect: `SELECT r.id, r.rate_on AS code, r.from_currency || '/' || r.to_currency AS name, '' AS nameZh,
    0 AS archived, r.deleted, '' AS role FROM rates r`,
  search: {
    values: [
      { sql: 'r.rate_on', is: 'code', field: 'code' },
      { sql: "r.from_currency || '/' || r.to_currency", is: 'name', field: 'currency' },
    ],
    archived: '0',
    detail: 'r.rate',
  },
}
