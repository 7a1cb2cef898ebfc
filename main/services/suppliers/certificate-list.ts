// The list of certificates of all suppliers: what ends next stands first, what does not end last.
import type { ReadDb } from '#main/db/database.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import type { Id } from '#shared/ids.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'
import type { CertificateRow } from '#shared/schemas/suppliers.ts'

export const certificateList: ListSpec = {
  table: 'live_certificates',
  base: 'certificates',
  keys: ['supplierId'],
  joins: { supplier: 'JOIN parties supplier ON supplier.id = r.party_id' },
  columns: {
    title: { sql: 'r.title', type: 'text' },
    kind: { sql: 'r.kind', type: 'choice' },
    supplierId: { sql: 'r.party_id', type: 'number' },
    supplier: { sql: 'supplier.name', also: 'supplier.name_zh', type: 'text', joins: ['supplier'] },
    number: { sql: 'r.number', type: 'code' },
    issuer: { sql: 'r.issuer', type: 'text' },
    issuedOn: { sql: 'r.issued_on', type: 'day' },
    expiresOn: { sql: 'r.expires_on', type: 'day' },
    turn: { sql: "coalesce(r.expires_on, '9999-99')", type: 'code' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['title', 'number', 'issuer', 'supplier'],
  defaultSort: [{ column: 'turn', direction: 'asc' }],
}

const select = `SELECT r.id, r.party_id AS supplierId, supplier.name AS supplier, supplier.name_zh AS supplierZh, r.kind,
  r.title, r.number, r.issuer, r.issued_on AS issuedOn, r.expires_on AS expiresOn, r.note
  FROM certificates r JOIN parties supplier ON supplier.id = r.party_id`

/** A page of certificates. */
export function listCertificates(db: ReadDb, input: ListInput): Page<CertificateRow> {
  const { ids, total } = listPage(db, certificateList, input)
  return { rows: certificateRows(db, ids), total }
}

/** Certificates as grid rows, in the order of `ids`. */
export function certificateRows(db: ReadDb, ids: readonly Id[]): CertificateRow[] {
  return rowsInOrder<CertificateRow>(db, select, ids)
}
