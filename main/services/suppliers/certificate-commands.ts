// What a seller does with papers of suppliers that run out.
import type { Param, WriteTx } from '#main/db/database.ts'
import { supplierStatus } from '#main/services/suppliers/supplier-status.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { CertificateInput } from '#shared/schemas/suppliers.ts'

export function addCertificate(tx: WriteTx, certificate: CertificateInput): Id {
  supplierStatus(tx, certificate.supplierId)
  return tx.insert('certificates', columnsOf(certificate))
}

/** Changes a certificate; whose it is stays. */
export function editCertificate(tx: WriteTx, id: Id, certificate: CertificateInput): void {
  const before = tx.get<{ supplierId: Id }>('SELECT party_id AS supplierId FROM live_certificates WHERE id = ?', id)
  if (!before) throw new AppError('suppliers/certificate-not-found')
  tx.update('certificates', id, columnsOf({ ...certificate, supplierId: before.supplierId }))
}

/** All of them or none. */
export function setCertificatesArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) changeOne(tx, id, { archived: archived ? 1 : 0 })
}

/** Takes them to the bin, all or none. */
export function removeCertificates(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) changeOne(tx, id, { deleted: 1 })
}

function changeOne(tx: WriteTx, id: Id, values: Record<string, Param>): void {
  if (!tx.get('SELECT 1 FROM live_certificates WHERE id = ?', id)) throw new AppError('suppliers/certificate-not-found')
  tx.update('certificates', id, values)
}

function columnsOf(certificate: CertificateInput): Record<string, Param> {
  return {
    party_id: certificate.supplierId,
    kind: certificate.kind,
    title: certificate.title,
    number: certificate.number,
    issuer: certificate.issuer,
    issued_on: certificate.issuedOn,
    expires_on: certificate.expiresOn,
    note: certificate.note,
  }
}
