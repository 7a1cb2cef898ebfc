// Customers, suppliers and carriers from a file: a party with its first contact and main address.

import { applyChild, applyColumns, type Columns, withDefaults } from '#main/services/import/loading/apply-columns.ts'
import { ownerFinder } from '#main/services/import/loading/customer-owner.ts'
import { badSaleTerms, saleColumns } from '#main/services/import/loading/customer-terms.ts'
import {
  type LoadContext,
  type Loader,
  merged,
  problem,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { addTags, applySupplyStatus, badTerms, supplyColumns } from '#main/services/import/loading/supplier-terms.ts'
import type { Id } from '#shared/ids.ts'

export type ImportedRole = 'customer' | 'supplier' | 'carrier'

export function partyLoader(context: LoadContext, role: ImportedRole): Loader {
  const { tx, keys } = context
  const ownerOf = ownerFinder(context)
  return {
    take(row) {
      const externalId = textOf(row, 'externalId')
      const known = knownParty(context, role, row)
      const columns = { ...partyColumns(row, role), ...(role === 'customer' && { owner_id: ownerOf(row) }) }
      if (known === null && !columns.name) return problem('name', '', 'required')
      const refused = role === 'supplier' ? badTerms(row) : role === 'customer' ? badSaleTerms(row) : null
      if (refused) return refused
      const id = known ?? tx.insert('parties', withDefaults({ code: externalId ?? '' }, columns))
      if (externalId && keys.find(role, externalId) === null) keys.note(role, externalId, id)
      const isCountrySame = known !== null && countryOf(context, known) === columns.country
      const own = known === null ? 'new' : applyColumns(tx, 'parties', id, columns)
      const parent = { column: 'party_id', id }
      const address = applyChild(tx, 'addresses', parent, addressColumns(row, isCountrySame))
      const contact = applyChild(tx, 'contacts', parent, contactColumns(row))
      return merged(own, address, contact, ...takeTerms(context, role, { id, row }))
    },
  }
}

/** By the file's key, else by code, else by name among those of the same role. A key that is new makes a new party. */
function knownParty(context: LoadContext, role: ImportedRole, row: TypedRow): Id | null {
  const externalId = textOf(row, 'externalId')
  if (externalId) return context.keys.find(role, externalId)
  const code = textOf(row, 'code')
  const byCode = code ? findParty(context, role, { column: 'code', value: code }) : null
  const name = textOf(row, 'name') ?? textOf(row, 'nameZh')
  return byCode ?? (name ? findParty(context, role, { column: 'name', value: name }) : null)
}

function findParty({ tx }: LoadContext, role: ImportedRole, by: { column: 'code' | 'name'; value: string }): Id | null {
  const sql = `SELECT id FROM live_parties WHERE is_${role} = 1 AND ${by.column} = ? COLLATE NOCASE ORDER BY id LIMIT 1`
  return tx.get<{ id: Id }>(sql, by.value)?.id ?? null
}

function partyColumns(row: TypedRow, role: ImportedRole): Columns & { name?: string; country?: string } {
  return {
    name: textOf(row, 'name') ?? textOf(row, 'nameZh'),
    name_zh: textOf(row, 'nameZh'),
    [`is_${role}`]: 1,
    code: textOf(row, 'code'),
    country: textOf(row, 'country'),
    language: textOf(row, 'language'),
    currency: textOf(row, 'currency'),
    email: textOf(row, 'email'),
    phone: textOf(row, 'phone'),
    fax: textOf(row, 'fax'),
    website: textOf(row, 'website'),
    tax_number: textOf(row, 'taxNumber'),
    note: textOf(row, 'note'),
    ...(role === 'supplier' ? supplyColumns(row) : {}),
    ...(role === 'customer' ? saleColumns(row) : {}),
  }
}

type Taken = { id: Id; row: TypedRow }

function takeTerms(context: LoadContext, role: ImportedRole, { id, row }: Taken): ('changed' | 'unchanged')[] {
  if (role === 'customer') return [addTags(context, id, row)]
  return role === 'supplier' ? [applySupplyStatus(context, id, row), addTags(context, id, row)] : []
}

function countryOf({ tx }: LoadContext, id: Id): string | undefined {
  return tx.get<{ country: string }>('SELECT country FROM parties WHERE id = ?', id)?.country
}

/** A country that the party has already says nothing new of its address, which may lie in another one or in none. */
function addressColumns(row: TypedRow, isCountrySame: boolean): Columns {
  const lines = ['address', 'address2', 'address3'].flatMap((field) => textOf(row, field) ?? [])
  const columns = {
    street: lines.length > 0 ? lines.join(', ') : undefined,
    city: textOf(row, 'city'),
    region: textOf(row, 'region'),
    postal_code: textOf(row, 'postalCode'),
  }
  // A country alone is the party's; an address needs a place.
  const hasPlace = Object.values(columns).some((value) => value !== undefined)
  return hasPlace ? { ...columns, country: isCountrySame ? undefined : textOf(row, 'country') } : {}
}

function contactColumns(row: TypedRow): Columns {
  const name = textOf(row, 'contactName')
  return name ? { name, title: textOf(row, 'contactTitle') } : {}
}

/** What a row that names a party in passing says of it. */
export type Passing = { name?: string; country?: string }

/** The party that a row refers to by key, code or name; made by name when the import may. Null: not known. */
export function partyFor(
  context: LoadContext,
  role: ImportedRole,
  reference: string,
  { name = reference, country = '' }: Passing = {},
): Id | null {
  const { tx, keys } = context
  const byKey = keys.find(role, reference)
  if (byKey !== null) return byKey
  const known =
    findParty(context, role, { column: 'code', value: reference }) ??
    findParty(context, role, { column: 'name', value: reference })
  if (known !== null || !context.makeMissing) return known
  const id = tx.insert('parties', { name, code: name === reference ? '' : reference, country, [`is_${role}`]: 1 })
  keys.note(role, reference, id)
  context.made.set(role, (context.made.get(role) ?? 0) + 1)
  return id
}
