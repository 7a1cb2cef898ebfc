// The one mapping between a party as it travels and its row.
import type { Param } from '#main/db/database.ts'
import type { PartiesTable } from '#main/db/tables.ts'
import type { Day } from '#shared/dates.ts'
import { atField } from '#shared/errors.ts'
import { minorToDecimal, typedMinor } from '#shared/money.ts'
import { percentToPpm, ppmToPercent } from '#shared/percent.ts'
import {
  type Party,
  type PartyInput,
  type PartyRole,
  partyRoles,
  type SaleInput,
  type SupplyInput,
} from '#shared/schemas/parties.ts'

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
    ...(party.supply ? supplyColumns(party.supply) : {}),
    ...(party.sale ? saleColumns(party.sale) : {}),
    ...(party.carrier ? { courier_code: party.carrier.courierCode, tracking_url: party.carrier.trackingUrl } : {}),
  }
}

function saleColumns({ terms, creditLimit, ...sale }: SaleInput): Record<string, Param> {
  return {
    customer_kind: sale.kind,
    eori: sale.eori,
    source: sale.source,
    channel: sale.channel,
    tier: sale.tier,
    owner_id: sale.ownerId,
    born_on: sale.bornOn,
    sale_deposit_ppm: percentToPpm(terms.depositPercent),
    sale_due_from: terms.dueFrom,
    sale_due_days: terms.dueDays,
    credit_limit_minor:
      creditLimit && atField('sale.creditLimit.amount', () => typedMinor(creditLimit.amount, creditLimit.currency)),
    credit_currency: creditLimit?.currency ?? '',
    credit_action: sale.creditAction,
  }
}

function saleFromRow(row: PartiesTable): SaleInput {
  return {
    kind: row.customer_kind as SaleInput['kind'],
    eori: row.eori,
    source: row.source,
    channel: row.channel,
    tier: row.tier,
    ownerId: row.owner_id,
    bornOn: row.born_on as Day | null,
    terms: {
      depositPercent: ppmToPercent(row.sale_deposit_ppm),
      dueFrom: row.sale_due_from as SaleInput['terms']['dueFrom'],
      dueDays: row.sale_due_days,
    },
    // A limit without its currency says nothing.
    creditLimit:
      row.credit_limit_minor === null || row.credit_currency === ''
        ? null
        : { amount: minorToDecimal(row.credit_limit_minor, row.credit_currency), currency: row.credit_currency },
    creditAction: row.credit_action as SaleInput['creditAction'],
  }
}

/** All but the status, which is changed with a reason. */
function supplyColumns(supply: SupplyInput): Record<string, Param> {
  return {
    supply_kind: supply.kind,
    supply_incoterm: supply.incoterm,
    supply_place: supply.place,
    supply_lead_time_days: supply.leadTimeDays,
    supply_capacity: supply.capacity,
    supply_deposit_ppm: percentToPpm(supply.terms.depositPercent),
    supply_due_from: supply.terms.dueFrom,
    supply_due_days: supply.terms.dueDays,
    supply_vat_included: supply.vatIncluded ? 1 : 0,
    supply_vat_ppm: percentToPpm(supply.vatPercent),
    supply_vat_recoverable: supply.vatRecoverable ? 1 : 0,
  }
}

function supplyFromRow(row: PartiesTable): SupplyInput {
  return {
    kind: row.supply_kind as SupplyInput['kind'],
    status: row.supply_status as SupplyInput['status'],
    incoterm: row.supply_incoterm,
    place: row.supply_place,
    leadTimeDays: row.supply_lead_time_days,
    capacity: row.supply_capacity,
    terms: {
      depositPercent: ppmToPercent(row.supply_deposit_ppm),
      dueFrom: row.supply_due_from as SupplyInput['terms']['dueFrom'],
      dueDays: row.supply_due_days,
    },
    vatIncluded: row.supply_vat_included === 1,
    vatPercent: ppmToPercent(row.supply_vat_ppm),
    vatRecoverable: row.supply_vat_recoverable === 1,
  }
}

/** The roles of who is bought from. */
export function isSupplying(roles: readonly PartyRole[]): boolean {
  return roles.some((role) => role === 'supplier' || role === 'forwarder' || role === 'service')
}

type OwnColumns = Omit<Party, 'contacts' | 'addresses' | 'tags' | 'orderCount' | 'productCount'>

/** A party's own columns as they travel; contacts, addresses and tags are added by the query. */
export function partyFromRow(row: PartiesTable): OwnColumns {
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
    supply: supplyFromRow(row),
    sale: saleFromRow(row),
    carrier: { courierCode: row.courier_code, trackingUrl: row.tracking_url },
  }
}

/** The roles that a row holds. */
export function rolesOf(row: Pick<PartiesTable, (typeof roleColumns)[PartyRole]>): PartyRole[] {
  return partyRoles.filter((role) => row[roleColumns[role]] === 1)
}
