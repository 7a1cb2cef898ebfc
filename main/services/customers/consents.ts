// What customers agreed to, or took back: each word of theirs is a row, and the newest of a purpose counts.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { makerSql, type PersonColumns, personColumns, personOf } from '#main/services/history/row-makers.ts'
import { refuseMissingRecord } from '#main/services/records/record-titles.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Consent, ConsentInput, ConsentPurpose } from '#shared/schemas/customers.ts'

/** The last said first. Ids of two copies tell nothing of who said it later on one day: the clock of their operations does. */
const lastFirst = `c.stated_on DESC, (SELECT m.clock FROM operations m WHERE m.id = ${makerSql('c.id')}) DESC, c.id DESC`

type ConsentRow = Omit<Consent, 'person' | 'counts'> & PersonColumns

/** All that they said, the newest first. */
export function consentsOf(db: ReadDb, customerId: Id): Consent[] {
  const rows = db.all<ConsentRow>(
    `SELECT c.id, c.purpose, c.state, c.stated_on AS "on", c.proof, c.note, ${personColumns}
     FROM live_consents c LEFT JOIN people p ON p.id = c.person_id
     WHERE c.party_id = ? ORDER BY ${lastFirst}`,
    customerId,
  )
  const counted = new Set<ConsentPurpose>()
  return rows.map(({ personName, personNameZh, ...row }) => {
    const counts = !counted.has(row.purpose)
    counted.add(row.purpose)
    return { ...row, person: personOf({ personName, personNameZh }), counts }
  })
}

/** A word is never changed, only followed by another; `consents/future-day` for a day that has not come yet. */
export function addConsent(tx: WriteTx, { customerId, purpose, state, on, proof, note }: ConsentInput): Id {
  refuseMissingRecord(tx, { kind: 'party', id: customerId })
  const today = bookToday(tx, tx.now)
  if (on !== undefined && on > today) throw new AppError('consents/future-day', { field: 'on' })
  return tx.insert('consents', {
    party_id: customerId,
    purpose,
    state,
    stated_on: on ?? today,
    proof,
    note,
    person_id: tx.personId,
  })
}

/** Takes away what was noted by mistake. */
export function removeConsent(tx: WriteTx, id: Id): void {
  if (!tx.get('SELECT 1 FROM live_consents WHERE id = ?', id)) throw new AppError('consents/not-found')
  tx.update('consents', id, { deleted: 1 })
}

/** Of these customers, those whose newest word on the purpose is that they agree. */
export function agreeing(db: ReadDb, purpose: ConsentPurpose, ids: readonly Id[]): Set<Id> {
  const rows = db.raw(
    `SELECT party_id FROM (
       SELECT c.party_id, c.state, row_number() OVER (PARTITION BY c.party_id ORDER BY ${lastFirst}) AS nth
       FROM consents c WHERE c.deleted = 0 AND c.purpose = ? AND c.party_id IN (SELECT value FROM json_each(?)))
     WHERE nth = 1 AND state = 'given'`,
    purpose,
    JSON.stringify(ids),
  )
  return new Set(rows.map(([id]) => id as Id))
}
