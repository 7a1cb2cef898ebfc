// Customers who have not been heard of for as long as the book's rules say: their data are proposed for erasing.
import type { ReadDb } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { makerSql } from '#main/services/history/row-makers.ts'
import { salesSetting } from '#main/services/orders/sales-settings.ts'
import { type Day, dayOf, type Instant } from '#shared/dates.ts'
import type { RetentionReport, RetentionRow } from '#shared/schemas/customers.ts'

type Found = Omit<RetentionRow, 'years' | 'hold'> & { madeAt: number | null; openOrders: number; openAmounts: number }

/** The longest silent first. Whoever was erased already is left out; who nobody heard of counts from the day of their card. */
export function retentionProposals(db: ReadDb, { offset, limit }: { offset: number; limit: number }): RetentionReport {
  const { personYears, companyYears } = salesSetting(db, 'retention')
  const today = bookToday(db, db.now)
  const lastDays = { person: yearsBefore(today, personYears), company: yearsBefore(today, companyYears) }
  const proposed = candidates(db, lastDays)
    .map((row) => ({ row, since: row.lastOn ?? (row.madeAt === null ? today : dayOf(row.madeAt as Instant)) }))
    .filter(({ row, since }) => {
      const last = row.kind === 'person' ? lastDays.person : lastDays.company
      return last !== null && since < last
    })
    .sort((left, right) => (left.since < right.since ? -1 : left.since > right.since ? 1 : left.row.id - right.row.id))
  return {
    rows: proposed.slice(offset, offset + limit).map(({ row, since }) => asRow(row, since, today)),
    total: proposed.length,
    personYears,
    companyYears,
  }
}

/** The same day so many years earlier, as text to compare with; null where the rule is off. */
function yearsBefore(today: Day, years: number): string | null {
  return years === 0 ? null : `${String(Number(today.slice(0, 4)) - years).padStart(4, '0')}${today.slice(4)}`
}

const ordersOf = 'sales_orders o INDEXED BY sales_orders_by_customer WHERE o.customer_id = r.id AND o.deleted = 0'
const openStatuses = "o.status IN ('draft', 'confirmed', 'on_hold', 'part_shipped')"

/** Nobody whose last order is younger than the shorter of both rules is looked at any further. */
function candidates(db: ReadDb, last: { person: string | null; company: string | null }): Found[] {
  const latest = [last.person, last.company]
    .filter((day) => day !== null)
    .sort()
    .at(-1)
  if (latest === undefined) return []
  return db.all<Found>(
    `SELECT id, name, nameZh, country, kind, lastOn, orders, openOrders, openAmounts,
       iif(lastOn IS NULL, (SELECT o.wall_at FROM operations o WHERE o.id = ${makerSql('id')}), NULL) AS madeAt
     FROM (
       SELECT r.id, r.name, r.name_zh AS nameZh, r.country, r.customer_kind AS kind,
         nullif(max(coalesce((SELECT max(o.ordered_on) FROM ${ordersOf}), ''),
           coalesce((SELECT max(m.happened_on) FROM messages m WHERE m.party_id = r.id AND m.deleted = 0), ''),
           coalesce((SELECT max(c.stated_on) FROM consents c WHERE c.party_id = r.id AND c.deleted = 0), '')), '') AS lastOn,
         (SELECT count(*) FROM ${ordersOf}) AS orders,
         (SELECT count(*) FROM ${ordersOf} AND ${openStatuses}) AS openOrders,
         (SELECT count(*) FROM ${ordersOf} AND o.open_minor <> 0) AS openAmounts
       FROM parties r WHERE r.is_customer = 1 AND r.deleted = 0 AND r.is_supplier = 0
         AND coalesce((SELECT max(o.ordered_on) FROM ${ordersOf}), '') < ?
         AND NOT EXISTS (SELECT 1 FROM erasures e WHERE e.table_name = 'parties' AND e.row_id = r.id))
     WHERE coalesce(lastOn, '') < ?`,
    latest,
    latest,
  )
}

function asRow({ madeAt: _made, openOrders, openAmounts, ...row }: Found, since: Day, today: Day): RetentionRow {
  const hasHadDay = today.slice(4) >= since.slice(4)
  const years = Number(today.slice(0, 4)) - Number(since.slice(0, 4)) - (hasHadDay ? 0 : 1)
  return { ...row, years, hold: openAmounts > 0 ? 'open_amount' : openOrders > 0 ? 'open_order' : '' }
}
