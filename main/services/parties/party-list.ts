// The lists of customers, suppliers, carriers …: one table, one list per role, so that each reads its own index.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { majorUnits } from '#main/services/orders/order-list.ts'
import { roleColumns, rolesOf } from '#main/services/parties/party-columns.ts'
import { minorText } from '#shared/money.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'
import type { PartyRole, PartyRow } from '#shared/schemas/parties.ts'

const city = `(SELECT a.city FROM addresses a WHERE a.party_id = r.id AND a.deleted = 0 ORDER BY a.position, a.id LIMIT 1)`
const contact = `(SELECT c.name FROM contacts c WHERE c.party_id = r.id AND c.deleted = 0 ORDER BY c.position, c.id LIMIT 1)`
// Without statistics SQLite would rather read all living orders than those of one customer.
const ordersOf = 'sales_orders o INDEXED BY sales_orders_by_customer WHERE o.customer_id = r.id AND o.deleted = 0'
const productsOf = 'products p INDEXED BY products_by_supplier WHERE p.supplier_id = r.id AND p.deleted = 0'
const orderCount = `(SELECT count(*) FROM ${ordersOf})`
const productCount = `(SELECT count(*) FROM ${productsOf})`
const tags = `(SELECT group_concat(tag, ' · ') FROM (SELECT DISTINCT t.tag FROM party_tags t
  WHERE t.party_id = r.id AND t.deleted = 0 ORDER BY t.tag))`
/** The certificate that ends first; what has ended stays until it is renewed or archived. */
const certificateOn = `(SELECT min(c.expires_on) FROM certificates c INDEXED BY certificates_by_party
  WHERE c.party_id = r.id AND c.deleted = 0 AND c.archived = 0)`
const owner = '(SELECT p.name FROM people p WHERE p.id = r.owner_id)'
/** Net in base currency; a line that has no rate counts nothing, and credits take away. */
export const revenueSql = `(SELECT sum(o.base_total_minor) FROM sales_orders o INDEXED BY sales_orders_by_customer
  WHERE o.customer_id = r.id AND o.deleted = 0 AND o.status NOT IN ('draft', 'cancelled'))`
const lastOrderOn = `(SELECT max(o.ordered_on) FROM ${ordersOf})`

/** The list of one role. Its condition is the one of the role's partial indexes. */
export function partyList(role: PartyRole): ListSpec {
  return {
    table: 'live_parties',
    base: 'parties',
    indexed: ['name'],
    where: `r.${roleColumns[role]} = 1`,
    columns: {
      name: { sql: 'r.name', type: 'text' },
      nameZh: { sql: 'r.name_zh', type: 'text' },
      code: { sql: 'r.code', type: 'code' },
      country: { sql: 'r.country', type: 'choice' },
      city: { sql: city, type: 'text' },
      contact: {
        sql: contact,
        type: 'text',
        isLike: "r.id IN (SELECT party_id FROM contacts WHERE deleted = 0 AND name LIKE ? ESCAPE '\\')",
      },
      email: { sql: 'r.email', type: 'text' },
      phone: { sql: 'r.phone', type: 'text' },
      currency: { sql: 'r.currency', type: 'choice' },
      status: { sql: 'r.status', type: 'choice' },
      website: { sql: 'r.website', type: 'text' },
      taxNumber: { sql: 'r.tax_number', type: 'code' },
      note: { sql: 'r.note', type: 'text' },
      orderCount: { sql: orderCount, type: 'number' },
      productCount: { sql: productCount, type: 'number' },
      lastOrderOn: { sql: lastOrderOn, type: 'day' },
      supplyKind: { sql: 'r.supply_kind', type: 'choice' },
      supplyStatus: { sql: 'r.supply_status', type: 'choice' },
      leadTimeDays: { sql: 'r.supply_lead_time_days', type: 'number' },
      certificateOn: { sql: certificateOn, type: 'day' },
      incoterm: { sql: 'r.supply_incoterm', type: 'text' },
      place: { sql: 'r.supply_place', type: 'text' },
      capacity: { sql: 'r.supply_capacity', type: 'text' },
      customerKind: { sql: 'r.customer_kind', type: 'choice' },
      tier: { sql: 'r.tier', type: 'choice' },
      source: { sql: 'r.source', type: 'choice' },
      channel: { sql: 'r.channel', type: 'choice' },
      owner: { sql: owner, type: 'choice' },
      creditLimit: { sql: majorUnits('r.credit_limit_minor', 'r.credit_currency'), type: 'number' },
      revenue: { sql: revenueSql, type: 'baseMoney' },
      tags: {
        sql: tags,
        type: 'choice',
        among: 'SELECT party_id FROM party_tags INDEXED BY party_tags_by_tag WHERE deleted = 0 AND tag',
        isLike: "r.id IN (SELECT party_id FROM party_tags WHERE deleted = 0 AND tag LIKE ? ESCAPE '\\')",
      },
    },
    search: ['name', 'nameZh', 'code', 'email', 'contact', 'tags'],
    defaultSort: [{ column: 'name', direction: 'asc' }],
  }
}

type ListedParty = Omit<PartyRow, 'roles' | 'tags' | 'creditLimit' | 'revenue'> & {
  tags: string | null
  limitMinor: number | null
  revenueMinor: number | null
} & Parameters<typeof rolesOf>[0]

const select = `SELECT r.id, r.code, r.name, r.name_zh AS nameZh,
  r.is_customer, r.is_supplier, r.is_carrier, r.is_forwarder, r.is_service,
  r.country, coalesce(${city}, '') AS city, coalesce(${contact}, '') AS contact, r.email, r.phone, r.currency, r.status,
  r.website, r.tax_number AS taxNumber, r.note, ${orderCount} AS orderCount, ${productCount} AS productCount,
  ${lastOrderOn} AS lastOrderOn, r.supply_kind AS supplyKind, r.supply_status AS supplyStatus,
  r.supply_lead_time_days AS leadTimeDays, ${certificateOn} AS certificateOn, r.supply_incoterm AS incoterm, r.supply_place AS place,
  r.supply_capacity AS capacity, ${tags} AS tags, r.customer_kind AS customerKind, r.tier, r.source, r.channel,
  coalesce(${owner}, '') AS owner, r.credit_limit_minor AS limitMinor, r.credit_currency AS creditCurrency,
  ${revenueSql} AS revenueMinor FROM parties r`

/** A page of the parties of one role. */
export function listParties(db: ReadDb, input: ListInput & { role: PartyRole }): Page<PartyRow> {
  const { ids, total } = listPage(db, partyList(input.role), input)
  return { rows: partyRows(db, ids), total }
}

/** Parties as grid rows, in the order of `ids`. */
function partyRows(db: ReadDb, ids: readonly number[]): PartyRow[] {
  const base = baseCurrency(db)
  return rowsInOrder<ListedParty>(db, select, ids).map(
    ({
      is_customer,
      is_supplier,
      is_carrier,
      is_forwarder,
      is_service,
      limitMinor,
      revenueMinor,
      tags: joined,
      ...row
    }) => ({
      ...row,
      tags: joined === null ? [] : joined.split(' · '),
      roles: rolesOf({ is_customer, is_supplier, is_carrier, is_forwarder, is_service }),
      creditLimit: row.creditCurrency === '' ? null : minorText(limitMinor, row.creditCurrency),
      revenue: minorText(revenueMinor, base),
    }),
  )
}
