// Ageing at the service against bare SQL that yields the same buckets: by debtor and currency, today and as of a past day.
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { openReader } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { ageingReport } from '#main/services/receivables/ageing.ts'
import { openDocuments } from '#main/services/receivables/open-documents.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { type AgeingReport, ageingInput, openItemsInput } from '#shared/schemas/receivables.ts'
import { openBare, removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { lastDay } from '#tests/bench/make-book.ts'
import { measure } from '#tests/bench/measure.ts'
import type { Size } from '#tests/bench/sizes.ts'

const invoicesOf = (size: Size) => size.lines / 5

/** Invoices with what was paid of them by the day, each in its bucket; then by customer and currency. */
const bareAgeing = `WITH paid AS (
    SELECT s.sales_order_id AS id, sum(s.order_minor) AS minor FROM payments p JOIN payment_shares s ON s.payment_id = p.id
    WHERE p.paid_on <= :asOf GROUP BY s.sales_order_id),
  open AS (
    SELECT o.customer_id, o.currency, julianday(:asOf) - julianday(o.due_on) AS late, o.gross_minor - coalesce(p.minor, 0) AS minor
    FROM sales_orders o LEFT JOIN paid p ON p.id = o.id WHERE o.ordered_on <= :asOf AND o.status NOT IN ('draft', 'cancelled'))
  SELECT customer_id, currency, sum(iif(minor > 0 AND late <= 0, minor, 0)) AS current,
    sum(iif(minor > 0 AND late > 0 AND late <= 30, minor, 0)) AS d1to30, sum(iif(minor > 0 AND late > 30 AND late <= 60, minor, 0)) AS d31to60,
    sum(iif(minor > 0 AND late > 60 AND late <= 90, minor, 0)) AS d61to90, sum(iif(minor > 0 AND late > 90, minor, 0)) AS over90,
    sum(min(minor, 0)) AS unapplied
  FROM open WHERE minor <> 0 GROUP BY 1, 2`

type BareRow = { currency: string; current: number; d1to30: number; d31to60: number; d61to90: number; over90: number }

export function ageingFigures(folder: string, base: string, size: Size): Figure[] {
  const file = join(folder, 'invoices.quay')
  const bare = openBare(base, file)
  fillInvoices(bare, invoicesOf(size))
  const reader = openReader(file)
  const statement = bare.prepare(bareAgeing)
  const compared = (name: string, asOf: Day) => {
    const service = () => read(reader, (db) => ageingReport(db, ageingInput.parse({ asOf })))
    const plain = () => statement.all({ asOf }) as BareRow[]
    refuseDifferent(service(), plain())
    const yardstick = measure(() => {}, plain)
    const ours = measure(() => {}, service)
    return figure(name, ours, { bare: yardstick, goal: { ratio: 2 } })
  }
  const figures = [
    compared(`receivables.ageing of ${invoicesOf(size)} invoices, today`, lastDay),
    compared('receivables.ageing as of 45 days ago', addDays(lastDay, -45)),
  ]
  const page = measure(
    () => {},
    () => read(reader, (db) => openDocuments(db, openItemsInput.parse({ asOf: lastDay, bucket: 'd31to60' }))),
  )
  reader.close()
  bare.close()
  removeBook(file)
  return [...figures, figure('receivables.items, a page of a bucket', page)]
}

/** Of a year, due in 30 days; of seven in ten all is paid, of one a part, of one in fifty too much. */
function fillInvoices(bare: Sqlite.Database, count: number): void {
  const customers = bare.prepare('SELECT id FROM parties WHERE is_customer = 1 ORDER BY id').pluck().all() as number[]
  const order = bare.prepare(
    `INSERT INTO sales_orders (id, number, ordered_on, status, currency, rate, rate_on, customer_id, gross_minor,
       gross_base_minor, paid_minor, open_minor, due_on, due_days, payment_state)
     VALUES (?, ?, ?, 'confirmed', ?, '1', ?, ?, ?, ?, ?, ?, ?, 30, ?)`,
  )
  const payment = bare.prepare(
    `INSERT INTO payments (id, number, direction, party_id, paid_on, amount_minor, currency, rate, rate_on, base_minor)
     VALUES (?, ?, 'in', ?, ?, ?, ?, '1', ?, ?)`,
  )
  const share = bare.prepare(
    `INSERT INTO payment_shares (id, payment_id, sales_order_id, order_minor, payment_minor, currency) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const first = 2 ** 31
  bare.transaction(() => {
    bare.exec('DELETE FROM order_lines; DELETE FROM sales_orders')
    for (let at = 0; at < count; at += 1) {
      const id = first + at * 3
      const on = addDays(lastDay, -((at * 7919) % 365))
      const gross = 1000 + ((at * 104729) % 500_000)
      const paid = at % 10 < 7 ? gross : at % 10 === 7 ? Math.floor(gross / 2) : at % 50 === 8 ? gross + 500 : 0
      const [customer, currency] = [customers[(at * 31) % customers.length] ?? null, at % 3 === 0 ? 'EUR' : 'USD']
      const state = paid === 0 ? 'open' : paid < gross ? 'part' : paid === gross ? 'paid' : 'over'
      order.run(id, `INV-${at}`, on, currency, on, customer, gross, gross, paid, gross - paid, addDays(on, 30), state)
      if (paid === 0) continue
      const paidOn = addDays(on, (at * 13) % 60)
      const day = paidOn > lastDay ? lastDay : paidOn
      payment.run(id + 1, `PAY-${at}`, customer, day, paid, currency, day, paid)
      share.run(id + 2, id + 1, id, paid, paid, currency)
    }
  })()
}

/** A yardstick that yields something else would measure something else. */
function refuseDifferent({ currencies }: AgeingReport, bare: readonly BareRow[]): void {
  const text = (minor: number) => (minor / 100).toFixed(2)
  for (const [currency, rows] of Map.groupBy(bare, (row) => row.currency)) {
    const sum = (what: Exclude<keyof BareRow, 'currency'>) => text(rows.reduce((all, row) => all + row[what], 0))
    const ours = currencies.find((row) => row.currency === currency)
    const buckets = ['current', 'd1to30', 'd31to60', 'd61to90', 'over90'] as const
    const [left, right] = [buckets.map(sum).join(), buckets.map((bucket) => ours?.[bucket]).join()]
    if (left !== right) throw new Error(`ageing of ${currency}: ${right} and bare ${left}`)
  }
  if (bare.length === 0) throw new Error('nothing is owed')
}
