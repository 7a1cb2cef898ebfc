// A supplier's papers that run out, what ends next first.
import type { ReadDb } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Certificate } from '#shared/schemas/suppliers.ts'

type Row = Omit<Certificate, 'archived' | 'daysLeft'> & { archived: number; expiresOn: Day | null }

const select = `SELECT r.id, r.party_id AS supplierId, r.kind, r.title, r.number, r.issuer, r.issued_on AS issuedOn,
  r.expires_on AS expiresOn, r.note, r.archived,
  (SELECT count(*) FROM record_attachments a WHERE a.record_id = r.id AND a.record_kind = 'certificate'
    AND a.deleted = 0) AS fileCount
  FROM live_certificates r`

export function certificatesOf(
  db: ReadDb,
  { supplierId, archived }: { supplierId: Id; archived: boolean },
): Certificate[] {
  const rows = db.all<Row>(
    `${select} WHERE r.party_id = ? AND r.archived = ? ORDER BY r.expires_on IS NULL, r.expires_on, r.id`,
    supplierId,
    archived ? 1 : 0,
  )
  return rows.map(withDays(db))
}

/** The certificate, archived or not, or `suppliers/certificate-not-found`. */
export function getCertificate(db: ReadDb, id: Id): Certificate {
  const row = db.get<Row>(`${select} WHERE r.id = ?`, id)
  if (!row) throw new AppError('suppliers/certificate-not-found')
  return withDays(db)(row)
}

function withDays(db: ReadDb): (row: Row) => Certificate {
  const today = bookToday(db, db.now)
  return (row) => ({
    ...row,
    archived: row.archived === 1,
    daysLeft: row.expiresOn === null ? null : daysBetween(today, row.expiresOn),
  })
}
