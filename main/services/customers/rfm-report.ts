// How customers stand by recency, frequency and money: read from their orders, scored against one another.
import type { ReadDb } from '#main/db/database.ts'
import { type BoughtBy, fewCustomers, type RfmScore, rfmScores, segmentOf } from '#main/domain/customers/rfm.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { salesSetting } from '#main/services/orders/sales-settings.ts'
import { partyNames } from '#main/services/parties/party-names.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { Segment } from '#shared/schemas/customer-settings.ts'
import type { RfmInput, RfmOfCustomer, RfmReport, RfmRow } from '#shared/schemas/customers.ts'

type Scored = RfmScore<Id> & { segment: Segment | null }
type Buyers = { bought: BoughtBy<Id>[]; withoutRate: number }

/** Customers who ordered by `asOf`, with their scores; a page of them where one is asked for. */
export function customerRfm(db: ReadDb, input: RfmInput): RfmReport {
  const asOf = input.asOf ?? bookToday(db, db.now)
  const currency = baseCurrency(db)
  const money = (minor: number) => minorToDecimal(Math.round(minor), currency)
  const { all, cuts, withoutRate } = scored(db, asOf)
  const wanted = input.segment === undefined ? all : all.filter(({ segment }) => segment === input.segment)
  return {
    asOf,
    currency,
    rows: pageOf(db, wanted, input).map(({ monetaryMinor, ...row }) => ({ ...row, monetary: money(monetaryMinor) })),
    total: wanted.length,
    customers: all.length,
    isIndicative: all.length < fewCustomers,
    cuts: { ...cuts, monetary: cuts.monetary.map(money) },
    segments: segmentSums(all).map(({ minor, ...sum }) => ({ ...sum, monetary: money(minor) })),
    withoutRate,
  }
}

/** The scores and segment of one customer among all; null who has not ordered. */
export function rfmOfCustomer(db: ReadDb, customerId: Id): RfmOfCustomer | null {
  const asOf = bookToday(db, db.now)
  const { all } = scored(db, asOf)
  const own = all.find(({ customer }) => customer === customerId)
  if (!own) return null
  const { customer: _id, monetaryMinor, ...score } = own
  const currency = baseCurrency(db)
  return { ...score, monetary: minorToDecimal(monetaryMinor, currency), currency, asOf, customers: all.length }
}

function scored(db: ReadDb, asOf: Day) {
  const { bought, withoutRate } = buyers(db, asOf)
  const { scores, cuts } = rfmScores(bought, { asOf })
  const rules = salesSetting(db, 'rfm').segments
  return { all: scores.map((score): Scored => ({ ...score, segment: segmentOf(score, rules) })), cuts, withoutRate }
}

/** Orders that sold something; samples are no purchase, and credits take money away but are no order. */
function buyers(db: ReadDb, asOf: Day): Buyers {
  const rows = db.raw(
    `SELECT o.customer_id, max(iif(o.document = 'order', o.ordered_on, NULL)), sum(o.document = 'order'),
       coalesce(sum(o.base_total_minor), 0), sum(o.base_total_minor IS NULL)
     FROM sales_orders o WHERE o.customer_id IS NOT NULL AND o.deleted = 0 AND o.status NOT IN ('draft', 'cancelled')
       AND o.purpose <> 'sample' AND o.ordered_on <= ?
     GROUP BY o.customer_id HAVING sum(o.document = 'order') > 0`,
    asOf,
  ) as [Id, Day, number, number, number][]
  const gone = new Set(db.raw('SELECT id FROM parties INDEXED BY parties_deleted WHERE deleted = 1').map(([id]) => id))
  const living = rows.filter(([id]) => !gone.has(id))
  return {
    bought: living.map(([customer, lastOn, orders, netMinor]) => ({ customer, lastOn, orders, netMinor })),
    withoutRate: living.reduce((sum, row) => sum + row[4], 0),
  }
}

type NamedScore = Omit<RfmRow, 'monetary'> & { monetaryMinor: number }

function pageOf(db: ReadDb, scores: readonly Scored[], { sort, direction, offset, limit }: RfmInput): NamedScore[] {
  const end = limit === undefined ? undefined : offset + limit
  const way = direction === 'asc' ? 1 : -1
  if (sort === 'name') {
    const named = withNames(db, scores)
    return named
      .sort((left, right) => way * compare(left.customer, right.customer) || left.id - right.id)
      .slice(offset, end)
  }
  const key = sort === 'monetary' ? 'monetaryMinor' : sort
  const sorted = scores.toSorted((left, right) => way * (left[key] - right[key]) || left.customer - right.customer)
  return withNames(db, sorted.slice(offset, end))
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0)

function withNames(db: ReadDb, scores: readonly Scored[]): NamedScore[] {
  const names = partyNames(
    db,
    scores.map(({ customer }) => customer),
  )
  return scores.flatMap(({ customer: id, ...score }) => {
    const found = names.get(id)
    if (!found) return []
    const { name: customer, nameZh: customerZh, country } = found
    return [{ id, customer, customerZh, country, ...score }]
  })
}

function segmentSums(all: readonly Scored[]): { segment: Segment | null; customers: number; minor: number }[] {
  const sums = new Map<Segment | null, { customers: number; minor: number }>()
  for (const { segment, monetaryMinor } of all) {
    const sum = sums.get(segment) ?? { customers: 0, minor: 0 }
    sums.set(segment, { customers: sum.customers + 1, minor: sum.minor + monetaryMinor })
  }
  return [...sums].map(([segment, sum]) => ({ segment, ...sum }))
}
