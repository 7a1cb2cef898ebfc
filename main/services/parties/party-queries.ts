// A party with its contacts and addresses.

import type { ReadDb } from '#main/db/database.ts'
import type { PartiesTable } from '#main/db/tables.ts'
import { partyFromRow } from '#main/services/parties/party-columns.ts'
import type { UniqueKey } from '#main/services/records/unique-key.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Party } from '#shared/schemas/parties.ts'

/** The party, or `parties/not-found`. */
export function getParty(db: ReadDb, id: Id): Party {
  const row = db.get<PartiesTable>('SELECT * FROM live_parties WHERE id = ?', id)
  if (!row) throw new AppError('parties/not-found')
  return {
    ...partyFromRow(row),
    contacts: db.all<Party['contacts'][number]>(
      `SELECT id, name, title, email, phone, fax, born_on AS bornOn, language FROM live_contacts
       WHERE party_id = ? ORDER BY position, id`,
      id,
    ),
    addresses: db.all<Party['addresses'][number]>(
      `SELECT id, kind, recipient, street, city, region, postal_code AS postalCode, country, phone FROM live_addresses
       WHERE party_id = ? ORDER BY position, id`,
      id,
    ),
    tags: tagsOf(db, id),
    orderCount: count(db, 'sales_orders INDEXED BY sales_orders_by_customer WHERE customer_id = ? AND deleted = 0', id),
    productCount: count(db, 'products INDEXED BY products_by_supplier WHERE supplier_id = ? AND deleted = 0', id),
  }
}

function tagsOf(db: ReadDb, id: Id): string[] {
  return db
    .raw('SELECT DISTINCT tag FROM live_party_tags WHERE party_id = ? ORDER BY tag', id)
    .map(([tag]) => String(tag))
}

/** Every tag that a living party has, for choosing from. */
export function partyTags(db: ReadDb): string[] {
  const sql = `SELECT DISTINCT t.tag FROM party_tags t INDEXED BY party_tags_by_tag JOIN live_parties p ON p.id = t.party_id
    WHERE t.deleted = 0 ORDER BY t.tag`
  return db.raw(sql).map(([tag]) => String(tag))
}

function count(db: ReadDb, which: string, id: Id): number {
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM ${which}`, id)?.n ?? 0
}

/** The living parties with this code; letter case makes no difference, since people type codes either way. */
export function partiesWithCode(db: ReadDb, code: string): Id[] {
  // The index holds codes letter for letter: it is read from end to end, which is still far less than the table.
  const rows = db.raw(
    `SELECT id FROM live_parties WHERE id IN (
       SELECT id FROM parties INDEXED BY parties_by_code WHERE code > '' AND code = ? COLLATE NOCASE)`,
    code,
  )
  return rows.map(([id]) => id as Id)
}

export const partyKeys: readonly UniqueKey[] = [
  { table: 'parties', columns: ['code'], holders: (db, { code }) => partiesWithCode(db, String(code)) },
]
