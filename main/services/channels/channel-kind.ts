// Channels as a kind of record.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const channelKind: RecordKindRule = {
  table: 'channels',
  children: [],
  besideForm: { columns: ['archived'] },
  titleSelect: `SELECT r.id, r.code, coalesce(nullif(r.name, ''), r.code) AS name, '' AS nameZh, r.archived, r.deleted, '' AS role
    FROM channels r`,
  search: {
    values: [
      { sql: 'r.code', is: 'code', field: 'code' },
      { sql: 'r.name', is: 'name', field: 'name' },
    ],
    detail: 'r.kind',
  },
}
