// The company itself and the people who use the book, as kinds of records.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const companyKind: RecordKindRule = {
  table: 'books',
  children: [],
  titleSelect: `SELECT r.id, '' AS code, r.company_name AS name, r.company_name_zh AS nameZh, 0 AS archived, 0 AS deleted,
    '' AS role FROM books r`,
}

export const personKind: RecordKindRule = {
  table: 'people',
  children: [],
  titleSelect: `SELECT r.id, '' AS code, r.name, r.name_zh AS nameZh, r.archived, r.deleted, '' AS role FROM people r`,
}
