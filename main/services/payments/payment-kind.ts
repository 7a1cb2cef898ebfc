// Payments as a kind of record. They are a ledger: neither archived nor deleted.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const paymentKind: RecordKindRule = {
  table: 'payments',
  children: [{ table: 'payment_shares', owner: 'payment_id' }],
  titleSelect: `SELECT r.id, r.number AS code, coalesce(p.name, '') AS name, coalesce(p.name_zh, '') AS nameZh, 0 AS archived,
    0 AS deleted, '' AS role FROM payments r LEFT JOIN parties p ON p.id = r.party_id`,
  search: {
    values: [
      { sql: 'r.number', is: 'code', field: 'number' },
      { sql: 'r.reference', is: 'word', field: 'reference' },
      { sql: 'party.name', is: 'word', field: 'supplierOrCustomer' },
      { sql: 'party.name_zh', is: 'word', field: 'supplierOrCustomer' },
    ],
    join: 'LEFT JOIN parties party ON party.id = r.party_id',
    borrowed: [{ table: 'parties', borrowers: 'SELECT id FROM payments WHERE party_id = ?' }],
    archived: '0',
    deleted: '0',
    detail: 'r.paid_on',
  },
}
