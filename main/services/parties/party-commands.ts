// What a seller does with customers, suppliers and carriers. Parties are archived, never deleted: orders refer to them.
import type { WriteTx } from '#main/db/database.ts'
import type { PartiesTable } from '#main/db/tables.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { isSupplying, partyColumns, rolesOf } from '#main/services/parties/party-columns.ts'
import { partiesWithCode } from '#main/services/parties/party-queries.ts'
import { keepRows, type RowsOf } from '#main/services/records/keep-rows.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { PartyInput } from '#shared/schemas/parties.ts'

/** Adds a party; `parties/code-taken` where a living one has its code, in whatever letter case. */
export function addParty(tx: WriteTx, party: PartyInput): Id {
  refuseTakenCode(tx, party.code)
  const id = tx.insert('parties', partyColumns(party))
  keepContacts(tx, id, party.contacts)
  keepAddresses(tx, id, party.addresses)
  if (party.tags) keepTags(tx, id, party.tags)
  if (isSupplying(party.roles)) beginSupplying(tx, id, party)
  return id
}

/** Changes a party to what the form holds. */
export function editParty(tx: WriteTx, id: Id, party: PartyInput): void {
  const before = tx.get<PartiesTable>('SELECT * FROM live_parties WHERE id = ?', id)
  if (!before) throw new AppError('parties/not-found')
  // A code that a file or a merge made double stands in nobody's way until someone changes it.
  if (party.code !== before.code) refuseTakenCode(tx, party.code, id)
  tx.update('parties', id, partyColumns(party))
  keepContacts(tx, id, party.contacts)
  keepAddresses(tx, id, party.addresses)
  if (party.tags) keepTags(tx, id, party.tags)
  if (isSupplying(party.roles) && !isSupplying(rolesOf(before))) beginSupplying(tx, id, party)
}

/** Whoever becomes a supplier with a word about it has a status from that day on; without one it counts as approved. */
function beginSupplying(tx: WriteTx, id: Id, { supply }: PartyInput): void {
  if (!supply) return
  tx.update('parties', id, { supply_status: supply.status })
  tx.insert('supply_status_changes', {
    party_id: id,
    status: supply.status,
    changed_on: bookToday(tx, tx.now),
    person_id: tx.personId,
  })
}

/** Makes the living tags those of the list; letter case makes no difference. */
function keepTags(tx: WriteTx, partyId: Id, tags: readonly string[]): void {
  const wanted = new Map(tags.map((tag) => [tag.toLowerCase(), tag]))
  const rows = tx.all<{ id: Id; tag: string }>(
    'SELECT id, tag FROM live_party_tags WHERE party_id = ? ORDER BY id',
    partyId,
  )
  for (const { id, tag } of rows) {
    const asked = wanted.get(tag.toLowerCase())
    if (asked === undefined) tx.update('party_tags', id, { deleted: 1 })
    else if (asked !== tag) tx.update('party_tags', id, { tag: asked })
    wanted.delete(tag.toLowerCase())
  }
  for (const tag of wanted.values()) tx.insert('party_tags', { party_id: partyId, tag })
}

/** All of the parties or none: one that is not there stops the whole. */
export function setPartiesArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    const found = tx.run('UPDATE parties SET archived = ? WHERE id = ? AND deleted = 0', archived ? 1 : 0, id)
    if (found === 0) throw new AppError('parties/not-found')
  }
}

function refuseTakenCode(tx: WriteTx, code: string, own: Id | null = null): void {
  if (code === '') return
  if (partiesWithCode(tx, code).some((id) => id !== own))
    throw new AppError('parties/code-taken', { code, field: 'code' })
}

function keepContacts(tx: WriteTx, partyId: Id, contacts: PartyInput['contacts']): void {
  const rows = contacts.map(({ id, name, title, email, phone, fax, bornOn, language }, index) => ({
    id,
    columns: { position: index + 1, name, title, email, phone, fax, born_on: bornOn, language },
  }))
  keepRows(tx, childrenOf('contacts', partyId), rows)
}

function keepAddresses(tx: WriteTx, partyId: Id, addresses: PartyInput['addresses']): void {
  const rows = addresses.map(({ id, kind, recipient, street, city, region, postalCode, country, phone }, index) => ({
    id,
    columns: { position: index + 1, kind, recipient, street, city, region, postal_code: postalCode, country, phone },
  }))
  keepRows(tx, childrenOf('addresses', partyId), rows)
}

function childrenOf(table: 'contacts' | 'addresses', id: Id): RowsOf {
  return { table, owner: { column: 'party_id', id }, field: table, missing: 'parties/child-not-found' }
}
