// Parties as a kind of record.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const partyKind: RecordKindRule = {
  table: 'parties',
  children: [
    { table: 'contacts', owner: 'party_id' },
    { table: 'addresses', owner: 'party_id' },
    { table: 'bank_accounts', owner: 'party_id' },
    { table: 'party_tags', owner: 'party_id' },
    { table: 'admission_items', owner: 'party_id' },
  ],
  besideForm: {
    tables: ['bank_accounts', 'admission_items'],
    columns: ['supply_status', 'merged_into_id'],
  },
  // A party of several roles is opened as the first of them; forwarders and service companies stand among the suppliers.
  titleSelect: `SELECT r.id, r.code, r.name, r.name_zh AS nameZh, r.archived, r.deleted,
    CASE WHEN r.is_customer THEN 'customer' WHEN r.is_carrier AND NOT r.is_supplier THEN 'carrier' ELSE 'supplier' END AS role
    FROM parties r`,
  search: {
    values: [
      { sql: 'r.code', is: 'code', field: 'code' },
      { sql: 'r.name', is: 'name', field: 'name' },
      { sql: 'r.name_zh', is: 'name', field: 'nameZh' },
      { sql: 'r.email', is: 'word', field: 'email' },
      { sql: 'r.phone', is: 'phone', field: 'phone' },
      { sql: 'r.fax', is: 'phone', field: 'fax' },
      { sql: 'r.website', is: 'word', field: 'website' },
      { sql: 'r.tax_number', is: 'code', field: 'taxNumber' },
      { sql: 'r.eori', is: 'code', field: 'taxNumber' },
    ],
    children: [
      {
        table: 'contacts',
        owner: 'party_id',
        values: [
          { sql: 'c.name', is: 'word', field: 'contact' },
          { sql: 'c.email', is: 'word', field: 'email' },
          { sql: 'c.phone', is: 'phone', field: 'phone' },
          { sql: 'c.fax', is: 'phone', field: 'fax' },
        ],
      },
      {
        table: 'addresses',
        owner: 'party_id',
        values: [
          { sql: 'c.city', is: 'word', field: 'city' },
          { sql: 'c.postal_code', is: 'word', field: 'address' },
          { sql: 'c.phone', is: 'phone', field: 'phone' },
          { sql: 'c.recipient', is: 'word', field: 'contact' },
        ],
      },
      { table: 'party_tags', owner: 'party_id', values: [{ sql: 'c.tag', is: 'word', field: 'tag' }] },
    ],
    facets: ['is_customer', 'is_supplier', 'is_carrier', 'is_forwarder', 'is_service'],
    detail: `coalesce((SELECT a.city FROM addresses a WHERE a.party_id = r.id AND a.deleted = 0 AND a.city <> ''
      ORDER BY a.position, a.id LIMIT 1), '')`,
  },
}
