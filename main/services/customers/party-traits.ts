// What tells parties from one another, read for a few of them or for all customers.
import type { ReadDb } from '#main/db/database.ts'
import { type PartyKeys, type PartyTraits, partyKeys } from '#main/domain/customers/party-keys.ts'
import type { Id } from '#shared/ids.ts'

export type KeyedParty = { id: Id; keys: PartyKeys }

type Writable = {
  [Key in keyof PartyTraits]: PartyTraits[Key] extends readonly (infer Item)[] ? Item[] : PartyTraits[Key]
}

const living = 'r.deleted = 0 AND r.archived = 0 AND r.is_customer = 1'

/** Of all customers who are not archived, in the order of their ids. */
export function keysOfCustomers(db: ReadDb): KeyedParty[] {
  return keyed(db, `SELECT id FROM parties r WHERE ${living}`, [])
}

/** Of some parties, whatever their roles, archived ones included. */
export function keysOfParties(db: ReadDb, ids: readonly Id[]): KeyedParty[] {
  return keyed(db, 'SELECT r.id FROM live_parties r WHERE r.id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(ids),
  ])
}

function keyed(db: ReadDb, among: string, params: string[]): KeyedParty[] {
  const traits = new Map<Id, Writable>()
  const parties = db.raw(
    `SELECT id, customer_kind, country, name, name_zh, tax_number, eori, email, phone FROM parties
     WHERE id IN (${among}) ORDER BY id`,
    ...params,
  ) as [Id, ...string[]][]
  for (const [
    id,
    kind = '',
    country = '',
    name = '',
    nameZh = '',
    tax = '',
    eori = '',
    email = '',
    phone = '',
  ] of parties)
    traits.set(id, {
      kind,
      country,
      names: filled(name, nameZh),
      taxNumbers: filled(tax, eori),
      emails: filled(email),
      phones: filled(phone),
      addresses: [],
    })
  addContacts(db, traits, { among, params })
  addAddresses(db, traits, { among, params })
  return [...traits].map(([id, own]) => ({ id, keys: partyKeys(own) }))
}

type Among = { among: string; params: string[] }

function addContacts(db: ReadDb, traits: Map<Id, Writable>, { among, params }: Among): void {
  const rows = db.raw(
    `SELECT party_id, email, phone FROM contacts WHERE deleted = 0 AND (email <> '' OR phone <> '') AND party_id IN (${among})`,
    ...params,
  ) as [Id, string, string][]
  for (const [id, email, phone] of rows) {
    const own = traits.get(id)
    own?.emails.push(...filled(email))
    own?.phones.push(...filled(phone))
  }
}

function addAddresses(db: ReadDb, traits: Map<Id, Writable>, { among, params }: Among): void {
  const rows = db.raw(
    `SELECT party_id, street, postal_code, city, phone FROM addresses WHERE deleted = 0 AND (street <> '' OR phone <> '')
       AND party_id IN (${among})`,
    ...params,
  ) as [Id, string, string, string, string][]
  for (const [id, street, postalCode, city, phone] of rows) {
    const own = traits.get(id)
    own?.addresses.push({ street, postalCode, city })
    own?.phones.push(...filled(phone))
  }
}

function filled(...texts: readonly string[]): string[] {
  return texts.filter((text) => text !== '')
}
