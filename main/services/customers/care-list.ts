// What is worth a word to a customer in the days to come: birthdays, holidays of their country, and a silence that gets long.
import type { ReadDb } from '#main/db/database.ts'
import { nextYearly } from '#main/domain/customers/yearly-day.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { salesSetting } from '#main/services/orders/sales-settings.ts'
import { addDays, type Day, daysBetween } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { CareInput, CareKind, CareReport, CareRow, Holiday } from '#shared/schemas/customers.ts'

export type CareSpan = { from: Day; to: Day }

/** The days that the list looks at, as the book's setting says. */
export function careSpan(db: ReadDb, from: Day | undefined): CareSpan {
  const first = from ?? bookToday(db, db.now)
  return { from: first, to: addDays(first, salesSetting(db, 'care').aheadDays) }
}

/** Countries that customers sit in: those whose holidays are asked for. */
export function customerCountries(db: ReadDb): string[] {
  return countries(db).map(([country]) => country)
}

function countries(db: ReadDb): [string, number][] {
  return db.raw(
    `SELECT country, count(*) FROM parties INDEXED BY parties_by_country
     WHERE is_customer = 1 AND deleted = 0 AND archived = 0 AND country <> '' GROUP BY country`,
  ) as [string, number][]
}

/** In the order of days; of the kinds asked for, and only those that the setting wants. */
export function careList(db: ReadDb, input: CareInput, holidays: readonly Holiday[]): CareReport {
  const setting = salesSetting(db, 'care')
  const span = careSpan(db, input.from)
  const isOn: Record<CareKind, boolean> = {
    birthday: setting.birthdays,
    contactBirthday: setting.birthdays,
    holiday: setting.holidays,
    silent: setting.silentDays > 0,
  }
  const wants = (kind: CareKind) => isOn[kind] && (input.kinds.length === 0 || input.kinds.includes(kind))
  const rows = [
    ...(wants('birthday') ? birthdays(db, span) : []),
    ...(wants('contactBirthday') ? contactBirthdays(db, span) : []),
    ...(wants('holiday') ? countryHolidays(db, holidays) : []),
    ...(wants('silent') ? silences(db, span, setting.silentDays) : []),
  ].sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0))
  return { ...span, rows: rows.slice(0, input.limit), total: rows.length }
}

type Named = { id: Id; customer: string; customerZh: string; country: string }
type Born = Named & { bornOn: Day; what: string }

const living = 'r.is_customer = 1 AND r.deleted = 0 AND r.archived = 0'
const names = 'r.id, r.name AS customer, r.name_zh AS customerZh, r.country'

export function birthdays(db: ReadDb, span: CareSpan): CareRow[] {
  const rows = db.all<Born>(
    `SELECT ${names}, r.born_on AS bornOn, '' AS what FROM parties r INDEXED BY parties_by_birthday
     WHERE r.born_on IS NOT NULL AND ${living}`,
  )
  return bornWithin(rows, span, 'birthday')
}

function contactBirthdays(db: ReadDb, span: CareSpan): CareRow[] {
  const rows = db.all<Born>(
    `SELECT ${names}, c.born_on AS bornOn, c.name AS what FROM contacts c INDEXED BY contacts_by_birthday CROSS JOIN parties r ON r.id = c.party_id
     WHERE c.deleted = 0 AND c.born_on IS NOT NULL AND ${living}`,
  )
  return bornWithin(rows, span, 'contactBirthday')
}

function bornWithin(rows: readonly Born[], { from, to }: CareSpan, kind: CareKind): CareRow[] {
  const days = daysBetween(from, to)
  return rows.flatMap(({ id, bornOn, ...row }) => {
    const next = nextYearly(bornOn, from, days)
    return next ? [{ kind, on: next.on, customerId: id, ...row, count: next.years }] : []
  })
}

function countryHolidays(db: ReadDb, holidays: readonly Holiday[]): CareRow[] {
  const counts = new Map(countries(db))
  return holidays.map(({ country, on, name }) => ({
    kind: 'holiday',
    on,
    customerId: null,
    customer: '',
    customerZh: '',
    country,
    what: name,
    count: counts.get(country) ?? 0,
  }))
}

/** The day on which the last order is so many days ago. */
export function silences(db: ReadDb, { from, to }: CareSpan, days: number): CareRow[] {
  const counts = "o.document = 'order' AND o.status NOT IN ('draft', 'cancelled')"
  const rows = db.all<Named & { lastOn: Day }>(
    `SELECT ${names}, max(o.ordered_on) AS lastOn
     FROM sales_orders o INDEXED BY sales_orders_list_by_day CROSS JOIN parties r ON r.id = o.customer_id
     WHERE o.deleted = 0 AND o.archived IN (0, 1) AND o.ordered_on BETWEEN ? AND ? AND ${counts} AND ${living}
       AND NOT EXISTS (SELECT 1 FROM sales_orders l INDEXED BY sales_orders_by_customer
         WHERE l.customer_id = r.id AND l.ordered_on > ? AND l.deleted = 0 AND ${counts.replaceAll('o.', 'l.')})
     GROUP BY r.id`,
    addDays(from, -days),
    addDays(to, -days),
    addDays(to, -days),
  )
  return rows.map(({ id, lastOn, ...row }) => ({
    kind: 'silent',
    on: addDays(lastOn, days),
    customerId: id,
    ...row,
    what: lastOn,
    count: days,
  }))
}
