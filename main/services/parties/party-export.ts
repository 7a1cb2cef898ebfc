// Parties as rows of a file: with their first contact and their first address, as an import reads them again.

import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { rowsInOrder } from '#main/services/lists/list-page.ts'
import { rolesOf } from '#main/services/parties/party-columns.ts'
import { revenueSql } from '#main/services/parties/party-list.ts'
import { minorText } from '#shared/money.ts'

const select = `SELECT r.id, r.is_customer, r.is_supplier, r.is_carrier, r.is_forwarder, r.is_service,
  r.name, r.code, r.name_zh AS nameZh, c.name AS contact, c.title AS contactTitle, r.email, r.phone, r.fax, r.website,
  a.street, a.city, a.region, a.postal_code AS postalCode, r.country, r.tax_number AS taxNumber, r.currency, r.language,
  r.status, (SELECT count(*) FROM sales_orders o WHERE o.customer_id = r.id AND o.deleted = 0) AS orderCount,
  (SELECT count(*) FROM products p WHERE p.supplier_id = r.id AND p.deleted = 0) AS productCount,
  (SELECT max(o.ordered_on) FROM sales_orders o WHERE o.customer_id = r.id AND o.deleted = 0) AS lastOrderOn, r.note,
  r.supply_kind AS supplyKind, r.supply_status AS supplyStatus, r.supply_incoterm AS incoterm, r.supply_place AS place,
  r.supply_lead_time_days AS leadTimeDays, r.supply_capacity AS capacity, r.supply_deposit_ppm / 10000.0 AS depositPercent,
  r.supply_due_from AS dueFrom, r.supply_due_days AS dueDays, r.supply_vat_included = 1 AS vatIncluded,
  r.customer_kind AS customerKind, r.eori, r.source, r.channel, r.tier, r.born_on AS bornOn,
  (SELECT w.name FROM people w WHERE w.id = r.owner_id) AS owner, r.sale_deposit_ppm / 10000.0 AS saleDeposit,
  r.sale_due_from AS saleDueFrom, r.sale_due_days AS saleDueDays, r.credit_limit_minor AS limitMinor,
  r.credit_currency AS creditCurrency, ${revenueSql} AS revenueMinor,
  r.supply_vat_ppm / 10000.0 AS vatPercent, r.supply_vat_recoverable = 1 AS vatRecoverable,
  (SELECT group_concat(tag, ', ') FROM (SELECT DISTINCT t.tag FROM party_tags t WHERE t.party_id = r.id AND t.deleted = 0
    ORDER BY t.tag)) AS tags
  FROM parties r
  LEFT JOIN contacts c ON c.id =
    (SELECT id FROM contacts WHERE party_id = r.id AND deleted = 0 ORDER BY position, id LIMIT 1)
  LEFT JOIN addresses a ON a.id =
    (SELECT id FROM addresses WHERE party_id = r.id AND deleted = 0 ORDER BY position, id LIMIT 1)`

type ReadRow = Readonly<Record<string, string | number | null>> & {
  id: number
  limitMinor: number | null
  revenueMinor: number | null
} & Parameters<typeof rolesOf>[0]

/** Parties in the order of `ids`. */
export function partyExportRows(db: ReadDb, ids: readonly number[]) {
  const base = baseCurrency(db)
  return rowsInOrder<ReadRow>(db, select, ids).map(({ limitMinor, revenueMinor, ...row }) => ({
    ...row,
    roles: rolesOf(row as Parameters<typeof rolesOf>[0]).join(' '),
    creditLimit: row.creditCurrency === '' ? null : minorText(limitMinor, String(row.creditCurrency)),
    revenue: minorText(revenueMinor, base),
  }))
}
