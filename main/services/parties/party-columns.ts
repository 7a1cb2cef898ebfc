// The one mapping between a party as it travels and its row.
import type { Param } from '#main/db/database.ts'
import type { PartiesTable } from '#main/db/tables.ts'
import { type PartyInput, type PartyRole, partyRoles } from '#shared/schemas/parties.ts'

/** The column that holds a role. */
export const roleColumns = {
  customer: 'is_customer',
  supplier: 'is_supplier',
  carrier: 'is_carrier',
  forwarder: 'is_forwarder',
  service: 'is_service',
} as const satisfies Record<PartyRole, keyof PartiesTable>

/** The plain columns of a party; contacts and addresses have tables of their own. */
export function partyColumns(party: PartyInput): Record<string, Param> {
  return {
    code: party.code,
    name: party.name,
    name_zh: party.nameZh,
    ...Object.fromEntries(partyRoles.map((role) => [roleColumns[role], party.roles.includes(role) ? 1 : 0])),
    country: party.country,
    language: party.language,
    currency: party.currency,
    email: party.email,
    phone: party.phone,
    fax: party.fax,
    website: party.website,
    tax_number: party.taxNumber,
    status: party.status,
    note: party.note,
  }
}

/** A party's own columns as they travel; contacts and addresses are added by the query. */
export function partyFromRow(
  row: PartiesTable,
): Omit<PartyInput, 'contacts' | 'addresses'> & { id: number; archived: boolean } {
  return {
    id: row.id,
    archived: row.archived === 1,
    roles: rolesOf(row),
    code: row.code,
    name: row.name,
    nameZh: row.name_zh,
    country: row.country,
    language: row.language as PartyInput['language'],
    currency: row.currency,
    email: row.email,
    phone: row.phone,
    fax: row.fax,
    website: row.website,
    taxNumber: row.tax_number,
    status: row.status as PartyInput['status'],
    note: row.note,
  }
}

/** The roles that a row holds. */
export function rolesOf(row: Pick<PartiesTable, (typeof roleColumns)[PartyRole]>): PartyRole[] {
  return partyRoles.filter((role) => row[roleColumns[role]] === 1)
}
