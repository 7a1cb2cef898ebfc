// Who bought: found by what the channel knows the buyer by, else by e-mail, else by name and address; made where nobody is found.
// Someone who is known is left as they are: what a seller wrote of them is worth more than what a parcel's label says.
import type { ReadDb } from '#main/db/database.ts'
import type { ChannelOrder } from '#main/domain/import/channels/channel-order.ts'
import type { LoadContext } from '#main/services/import/loading/loader.ts'
import { keptPartySql } from '#main/services/parties/merged-parties.ts'
import type { Id } from '#shared/ids.ts'

/** The buyer of an order; null where the file names nobody. */
export function buyerFor(context: LoadContext, order: ChannelOrder): Id | null {
  const { tx, keys } = context
  const { buyer, shipTo } = order
  if (buyer.name === '') return null
  const hasPlace = shipTo.postalCode !== '' && shipTo.street !== ''
  // Two copies that read one file know by the key that they made one buyer. Where nothing else tells buyers apart, the name does.
  const key = buyer.key || buyer.email.toLowerCase() || (hasPlace ? '' : buyer.name)
  const byKey = key === '' ? null : keys.find('customer', key)
  if (byKey !== null) return livingBuyer(tx, byKey)
  const found = buyer.email === '' ? (hasPlace ? byAddress(tx, order) : null) : byEmail(tx, buyer.email)
  const id = found === null ? makeBuyer(context, order) : livingBuyer(tx, found)
  if (key !== '') keys.note('customer', key, id)
  return id
}

function byEmail(db: ReadDb, email: string): Id | null {
  const sql = `SELECT id FROM parties INDEXED BY parties_by_email
    WHERE email = ? COLLATE NOCASE AND email <> '' AND is_customer = 1 AND deleted = 0 ORDER BY id LIMIT 1`
  return db.get<{ id: Id }>(sql, email)?.id ?? null
}

function byAddress(db: ReadDb, { buyer, shipTo }: ChannelOrder): Id | null {
  const sql = `SELECT p.id FROM parties p INDEXED BY parties_by_name
    CROSS JOIN addresses a INDEXED BY addresses_by_party ON a.party_id = p.id
    WHERE p.name = ? COLLATE NOCASE AND p.is_customer = 1 AND p.deleted = 0 AND a.deleted = 0
      AND a.postal_code = ? AND a.street = ? COLLATE NOCASE ORDER BY p.id LIMIT 1`
  return db.get<{ id: Id }>(sql, buyer.company || buyer.name, shipTo.postalCode, shipTo.street)?.id ?? null
}

/** The record that one was merged into stands for it. */
function livingBuyer(db: ReadDb, id: Id): Id {
  return db.get<{ id: Id | null }>(`SELECT ${keptPartySql('p.id')} AS id FROM parties p WHERE p.id = ?`, id)?.id ?? id
}

function makeBuyer({ tx, channel, made }: LoadContext, { buyer, shipTo, currency }: ChannelOrder): Id {
  const isCompany = buyer.isBusiness || buyer.company !== '' || buyer.taxNumber !== ''
  const id = tx.insert('parties', {
    name: (buyer.company || buyer.name).slice(0, 300),
    is_customer: 1,
    customer_kind: isCompany ? 'company' : 'person',
    country: shipTo.country,
    currency,
    email: buyer.email,
    phone: buyer.phone.slice(0, 100),
    tax_number: buyer.taxNumber.slice(0, 60),
    channel,
  })
  if (shipTo.street !== '' || shipTo.city !== '') {
    tx.insert('addresses', {
      party_id: id,
      ...{ street: shipTo.street, city: shipTo.city, region: shipTo.region, postal_code: shipTo.postalCode },
      ...{ country: shipTo.country, recipient: shipTo.name, phone: shipTo.phone },
    })
  }
  if (buyer.company !== '' && buyer.name !== '' && buyer.name !== buyer.company) {
    tx.insert('contacts', { party_id: id, name: buyer.name, email: buyer.email, phone: buyer.phone.slice(0, 100) })
  }
  made.set('customer', (made.get('customer') ?? 0) + 1)
  return id
}
