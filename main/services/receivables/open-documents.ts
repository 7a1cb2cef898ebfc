// The documents behind the figures of ageing: orders, credits, and money on account, the longest overdue first.
import type { Param, ReadDb } from '#main/db/database.ts'
import { bucketOf } from '#main/domain/receivables/ageing.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { partyNames } from '#main/services/parties/party-names.ts'
import { type AdvanceEntry, advanceEntries } from '#main/services/receivables/advances-as-of.ts'
import { type InBase, worthOn } from '#main/services/receivables/base-worth.ts'
import { type AskedItems, openItemsSql } from '#main/services/receivables/open-items.ts'
import { addDays, type Day, daysBetween } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'
import type { OpenItem, OpenItems, OpenItemsInput } from '#shared/schemas/receivables.ts'

type Row = {
  orderId: Id | null
  paymentId: Id | null
  number: string
  document: OpenItem['document']
  customerId: Id | null
  channel: string
  orderedOn: Day
  due: Day
  isEstimate: number
  currency: string
  grossMinor: number
  openMinor: number
}

export function openDocuments(db: ReadDb, input: OpenItemsInput): OpenItems {
  const asOf = input.asOf ?? bookToday(db, db.now)
  const asked = { ...input, asOf }
  const { rows, total } = pageOf(db, asked)
  const base = baseCurrency(db)
  const inBase = worthOn(db, asOf)
  const names = partyNames(
    db,
    rows.map(({ customerId }) => customerId),
  )
  return {
    asOf,
    baseCurrency: base,
    total,
    rows: rows.map((row) => {
      const named = (row.customerId === null ? null : names.get(row.customerId)) ?? { name: '', nameZh: '' }
      return { ...itemOf(row, asOf, { inBase, base }), customer: named.name, customerZh: named.nameZh }
    }),
  }
}

type BaseOf = { inBase: InBase; base: string }

function itemOf(row: Row, asOf: Day, { inBase, base }: BaseOf): Omit<OpenItem, 'customer' | 'customerZh'> {
  const { due, isEstimate, grossMinor, openMinor, ...rest } = row
  const daysOverdue = openMinor < 0 ? 0 : Math.max(0, daysBetween(due, asOf))
  return {
    ...rest,
    dueOn: due,
    isEstimate: isEstimate === 1,
    daysOverdue,
    bucket: openMinor < 0 ? 'unapplied' : bucketOf(daysBetween(due, asOf)),
    amount: minorToDecimal(grossMinor, row.currency),
    open: minorToDecimal(openMinor, row.currency),
    openBase: minorText(inBase(openMinor, row.currency), base),
  }
}

type Asked = AskedItems & Pick<OpenItemsInput, 'bucket' | 'offset' | 'limit'>

/** Advances stand behind all orders: there are few, and they are never due. */
function pageOf(db: ReadDb, asked: Asked): { rows: Row[]; total: number } {
  const { sql, params } = documentsSql(db, asked)
  const count = db.get<{ n: number }>(`SELECT count(*) AS n FROM (${sql})`, ...params)?.n ?? 0
  const orders = db.all<Row>(
    `SELECT i.id AS orderId, NULL AS paymentId, o.number, o.document, o.customer_id AS customerId,
       iif(o.collected_by = 'channel', o.channel, '') AS channel, o.ordered_on AS orderedOn, i.due, i.isEstimate, o.currency,
       o.gross_minor AS grossMinor, i.open AS openMinor
     FROM (SELECT * FROM (${sql}) ORDER BY due, id LIMIT ? OFFSET ?) i CROSS JOIN sales_orders o ON o.id = i.id
     ORDER BY i.due, i.id`,
    ...[...params, asked.limit, asked.offset],
  )
  const advances = asked.bucket === '' || asked.bucket === 'unapplied' ? advanceEntries(db, asked) : []
  const room = asked.limit - orders.length
  const skipped = Math.max(0, asked.offset - count)
  return {
    rows: [...orders, ...advances.slice(skipped, skipped + room).map(advanceRow)],
    total: count + advances.length,
  }
}

function advanceRow({ paymentId, number, on, customerId, currency, minor }: AdvanceEntry): Row {
  const none = { orderId: null, document: 'advance' as const, channel: '', isEstimate: 0, grossMinor: -minor }
  return { ...none, paymentId, number, customerId, orderedOn: on, due: on, currency, openMinor: -minor }
}

function documentsSql(db: ReadDb, asked: Asked): { sql: string; params: Param[] } {
  const { condition, days } = bucketSql(asked)
  const { sql, params } = openItemsSql(db, asked)
  return {
    sql: `SELECT i.id, i.due, i.isEstimate, i.open FROM (${sql}) i WHERE ${condition}`,
    params: [...params, ...days],
  }
}

function bucketSql({ bucket, asOf }: Asked): { condition: string; days: Day[] } {
  const day = (overdue: number) => addDays(asOf, -overdue)
  switch (bucket) {
    case '':
      return { condition: 'true', days: [] }
    case 'unapplied':
      return { condition: 'i.open < 0', days: [] }
    case 'current':
      return { condition: 'i.open > 0 AND i.due >= ?', days: [asOf] }
    case 'over90':
      return { condition: 'i.open > 0 AND i.due < ?', days: [day(90)] }
    default: {
      const from = { d1to30: 0, d31to60: 30, d61to90: 60 }[bucket]
      return { condition: 'i.open > 0 AND i.due < ? AND i.due >= ?', days: [day(from), day(from + 30)] }
    }
  }
}
