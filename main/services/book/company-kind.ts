// The company itself and the people who use the book, as kinds of records.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const companyKind: RecordKindRule = {
  table: 'books',
  children: [
    { table: 'company_numbers', owner: 'book_id' },
    { table: 'bank_accounts', owner: 'book_id' },
    { table: 'special_days', owner: 'book_id' },
  ],
  besideForm: { tables: ['special_days'], columns: ['logo_id', 'stamp_id'] },
  titleSelect: `SELECT r.id, '' AS code, r.company_name AS name, r.company_name_zh AS nameZh, 0 AS archived, 0 AS deleted,
    '' AS role FROM books r`,
  search: {
    values: [
      { sql: 'r.company_name', is: 'name', field: 'name' },
      { sql: 'r.company_name_zh', is: 'name', field: 'nameZh' },
    ],
    archived: '0',
    deleted: '0',
    detail: 'r.city',
  },
}

export const personKind: RecordKindRule = {
  table: 'people',
  children: [],
  titleSelect: `SELECT r.id, '' AS code, r.name, r.name_zh AS nameZh, r.archived, r.deleted, '' AS role FROM people r`,
  search: {
    values: [
      { sql: 'r.name', is: 'name', field: 'name' },
      { sql: 'r.name_zh', is: 'name', field: 'nameZh' },
      { sql: 'r.title', is: 'word', field: 'title' },
      { sql: 'r.email', is: 'word', field: 'email' },
      { sql: 'r.phone', is: 'phone', field: 'phone' },
    ],
    detail: 'r.title',
  },
}
