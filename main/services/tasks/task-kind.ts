// Tasks as a kind of record.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const taskKind: RecordKindRule = {
  table: 'tasks',
  children: [{ table: 'task_items', owner: 'task_id' }],
  titleSelect: `SELECT r.id, '' AS code, r.title AS name, '' AS nameZh, r.archived, r.deleted, '' AS role FROM tasks r`,
  search: {
    values: [{ sql: 'r.title', is: 'name', field: 'name' }],
    children: [{ table: 'task_items', owner: 'task_id', values: [{ sql: 'c.text', is: 'word', field: 'item' }] }],
    detail: "coalesce(r.due_on, '')",
  },
}
