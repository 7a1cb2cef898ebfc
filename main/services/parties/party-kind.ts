// Parties as a kind of record.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const partyKind: RecordKindRule = {
  table: 'parties',
  children: [
    { table: 'contacts', owner: 'party_id' },
    { table: 'addresses', owner: 'party_id' },
    { table: 'bank_accounts', owner: 'party_id' },
  ],
  // A party of several roles is opened as the first of them; forwarders and service companies stand among the suppliers.
  titleSelect: `SELECT r.id, r.code, r.name, r.name_zh AS nameZh, r.archived, r.deleted,
    CASE WHEN r.is_customer THEN 'customer' WHEN r.is_carrier AND NOT r.is_supplier THEN 'carrier' ELSE 'supplier' END AS role
    FROM parties r`,
}
