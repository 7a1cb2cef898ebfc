import { describe, expect, test } from 'vitest'
import { createBook } from '#main/db/book.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { waitingCounts } from '#main/services/alerts/alert-counts.ts'
import { alertsAtHome } from '#main/services/alerts/alerts-at-home.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { companyPicture } from '#main/services/book/company-pictures.ts'
import { companyProfile } from '#main/services/book/company-queries.ts'
import { workingCalendar } from '#main/services/book/working-calendar.ts'
import { sampleOwner } from '#main/services/sample/fill-company.ts'
import { fillSample } from '#main/services/sample/fill-sample.ts'
import { scoreboard } from '#main/services/scores/scoreboard.ts'
import { dispatchShipment } from '#main/services/shipments/moving/dispatch-shipment.ts'
import { countMissing } from '#main/services/shipments/moving/make-missing.ts'
import { numberDoubt } from '#shared/company-numbers.ts'
import { asDay, endOfDay, type Instant } from '#shared/dates.ts'
import { scoreboardInput } from '#shared/schemas/scores.ts'
import { dispatchShipmentInput } from '#shared/schemas/shipment-moves.ts'
import { testBook, testNow } from '#tests/support/test-book.ts'

const today = asDay('2026-11-22')

function sampleBook() {
  const start = { companyName: 'Sample', country: 'CN', baseCurrency: 'USD', isSample: true }
  return createBook(':memory:', start, { memory: transientMemory(), clock: () => testNow })
}

function filledBook() {
  const book = sampleBook()
  book.writer.write('sample.fill', null, (tx) => fillSample(tx, { today }))
  return book
}

/** For all that only look. */
const book = filledBook()

/** All that the log follows, but for the random salts. */
function contentOf(book: ReturnType<typeof sampleBook>) {
  const tables = [
    'people',
    'company_numbers',
    'bank_accounts',
    'special_days',
    'categories',
    'parties',
    'contacts',
    'addresses',
    'products',
    'product_barcodes',
    'kit_parts',
    'stock_movements',
    'stock_balances',
    'warehouses',
    'bins',
    'batches',
    'stock_documents',
    'expected_goods',
    'rates',
    'sales_orders',
    'order_lines',
    'offers',
    'offer_prices',
    'purchase_orders',
    'purchase_lines',
    'purchase_receipts',
    'purchase_receipt_lines',
    'milestones',
    'payments',
    'payment_shares',
    'quote_answers',
    'quote_answer_lines',
    'certificates',
    'supplier_judgements',
    'score_run_items',
    'tasks',
    'task_items',
    'carrier_services',
    'carrier_rates',
    'shipments',
    'shipment_lines',
    'parcels',
    'parcel_lines',
    'shipment_legs',
    'shipment_events',
    'shipment_charges',
    'customs_entries',
    'sales_costs',
    'claims',
    'channels',
    'channel_skus',
    'settlements',
    'settlement_lines',
  ]
  return read(book.connection, (db) =>
    Object.fromEntries(
      tables.map((table) => [
        table,
        db
          .all<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY 1, 2`)
          .map(({ salt, ...row }) => JSON.stringify(row)),
      ]),
    ),
  )
}

describe('filling the sample book', () => {
  test('gives the same records for the same seed and day, in one operation', () => {
    expect(contentOf(filledBook())).toEqual(contentOf(book))
    const operations = book.connection.prepare('SELECT name FROM operations').all()
    expect(operations).toEqual([{ name: 'sample.fill' }])
  })

  test('knows the company in two languages, who works there, and when nobody does', () => {
    const company = read(book.connection, companyProfile)
    expect(company).toMatchObject({ companyName: 'Sample', cityZh: '宁波市', city: 'Ningbo' })
    expect(company.numbers.map(({ kind, country, number }) => numberDoubt(kind, country, number))).toEqual(
      company.numbers.map(() => null),
    )
    expect(company.bankAccounts).toHaveLength(2)
    for (const which of ['logo', 'stamp'] as const)
      expect(read(book.connection, (db) => companyPicture(db, which))).toMatch(/^data:image\/png;base64,iVBOR/)
    const [operation] = book.connection
      .prepare('SELECT o.name, p.name AS person FROM operations o JOIN people p ON p.id = o.person_id')
      .all()
    expect(operation).toEqual({ name: 'sample.fill', person: sampleOwner })
    const calendar = read(book.connection, workingCalendar)
    expect(['2026-10-01', '2026-10-10', '2026-10-17'].map((day) => calendar.isWorkingDay(asDay(day)))).toEqual([
      false,
      true,
      false,
    ])
    expect(read(book.connection, checkBook).problems).toEqual([])
  })

  test('numbers, rates, totals and costs come from the same commands as typed ones', () => {
    const row = (sql: string) => book.connection.prepare(sql).get() as Record<string, number>
    expect(row("SELECT count(*) AS n FROM sales_orders WHERE number LIKE 'SO-2026-%'").n).toBeGreaterThan(200)
    expect(row("SELECT count(*) AS n FROM sales_orders WHERE rate IS NULL AND currency <> 'AED'").n).toBe(0)
    expect(row("SELECT count(*) AS n FROM sales_orders WHERE currency = 'AED' AND rate IS NULL").n).toBeGreaterThan(0)
    expect(
      row('SELECT count(*) AS n FROM order_lines WHERE sold_on IS NOT NULL AND cost_base_minor IS NOT NULL').n,
    ).toBeGreaterThan(1000)
    expect(row('SELECT count(*) AS n FROM stock_balances WHERE on_hand_milli > 0').n).toBeGreaterThan(90)
  })

  test('has warehouses at work: receipts with costs, batches, goods on their way and on order, a difference to settle', () => {
    const row = (sql: string) => book.connection.prepare(sql).get() as Record<string, number>
    const kinds = book.connection.prepare('SELECT DISTINCT kind FROM stock_documents ORDER BY kind').pluck().all()
    expect(kinds).toEqual(['adjustment', 'assembly', 'customer_return', 'issue', 'receipt', 'transfer'])
    expect(
      row('SELECT count(*) AS n FROM stock_balances WHERE warehouse_id = 2 AND on_hand_milli > 0').n,
    ).toBeGreaterThan(1)
    expect(row('SELECT count(*) AS n FROM stock_balances WHERE on_hand_milli < 0').n).toBe(0)
    expect(row('SELECT count(*) AS n FROM batch_balances WHERE on_hand_milli > 0').n).toBeGreaterThan(3)
    expect(row("SELECT count(*) AS n FROM expected_goods WHERE status = 'open'").n).toBe(9)
    expect(row("SELECT count(*) AS n FROM stock_documents WHERE kind = 'issue'").n).toBeGreaterThan(3)
    expect(
      row("SELECT count(*) AS n FROM stock_movements WHERE kind = 'receipt' AND value_minor IS NOT NULL").n,
    ).toBeGreaterThan(10)
    const waiting = read(book.connection, (db) => waitingCounts(db, today))
    expect(waiting.products?.count).toBeGreaterThan(0)
    const rules = read(book.connection, (db) => alertsAtHome(db, today)).groups.map(({ rule, count }) => [rule, count])
    expect(new Map(rules as [string, number][]).get('stock/below-reorder')).toBeLessThan(25)
    expect(new Map(rules as [string, number][]).get('stock/expiring')).toBeGreaterThan(0)
  })

  test('buys: offers that moved, orders of eighteen months and of these weeks, a late supplier and one with faults', () => {
    const count = (from: string) => Number(book.connection.prepare(`SELECT count(*) FROM ${from}`).pluck().get())
    expect(count('offers')).toBeGreaterThan(200)
    const states = book.connection
      .prepare('SELECT status, count(*) AS n FROM purchase_orders WHERE is_history = 0 GROUP BY 1 ORDER BY 1')
      .all()
    expect(states).toEqual([
      { status: 'confirmed', n: 3 },
      { status: 'draft', n: 1 },
      { status: 'part_received', n: 1 },
      { status: 'received', n: 1 },
      { status: 'sent', n: 1 },
    ])
    expect(count('purchase_orders WHERE is_history = 1')).toBe(54)
    expect(count('purchase_lines WHERE base_minor IS NULL')).toBe(0)
    expect(count("quote_answers WHERE state = 'answered'")).toBe(3)
    expect(count('payments')).toBeGreaterThan(3)
    expect(count('score_runs')).toBe(2)
    const { rows } = read(book.connection, (db) => scoreboard(db, scoreboardInput.parse({ asOf: today })))
    const of = (code: string) => rows.find((row) => row.code === code)
    expect(of('F06')?.onTimeRate).toBeLessThan(0.5)
    expect(of('F09')?.ppm).toBeGreaterThan(20_000)
    expect([of('F06')?.heldGrade, of('F03')?.heldGrade]).toEqual(['D', 'B'])
    expect(['F16', 'F17', 'F13'].map((code) => of(code)?.status)).toEqual(['candidate', 'blocked', 'on_hold'])
    const rules = read(book.connection, (db) => alertsAtHome(db, today)).groups.map(({ rule }) => rule)
    expect(rules.filter((rule) => /certificate|purchase|milestone|payable/.test(rule)).length).toBeGreaterThan(2)
  })

  test('ships: to customers, to its places, from suppliers and back, with news that the rules understand', () => {
    const list = (sql: string) => book.connection.prepare(sql).pluck().all()
    const count = (from: string) => Number(list(`SELECT count(*) FROM ${from}`)[0])
    expect(list('SELECT DISTINCT kind FROM shipments ORDER BY 1')).toEqual([
      ...['order', 'other', 'purchase', 'return', 'transfer'],
    ])
    expect(count('shipments WHERE is_history = 0')).toBeGreaterThan(80)
    expect(count('shipments WHERE is_history = 0')).toBeLessThan(160)
    // What nobody followed has a shipment too: the list of shipments asks a newcomer for nothing.
    expect(count('shipments WHERE is_history = 1')).toBeGreaterThan(300)
    expect(read(book.connection, countMissing)).toEqual({ dispatches: 0, orders: 0 })
    expect(count("shipment_events WHERE state = ''")).toBe(0)
    expect(count('shipments WHERE is_open = 1 AND planned_on < ?'.replace('?', `'${today}'`))).toBeGreaterThan(1)
    const states = list("SELECT DISTINCT state FROM shipments WHERE status = 'sent'")
    for (const state of [
      'departed',
      'import_hold',
      'attempt_failed',
      'at_pickup_point',
      'returning',
      'lost',
      'delivered',
    ])
      expect(states).toContain(state)
    expect(count("shipments WHERE status IN ('draft', 'packed')")).toBeGreaterThan(3)
    // What arrived says so in its order, and what is under way does not.
    expect(
      list(`SELECT DISTINCT o.status FROM shipments s JOIN shipment_lines g ON g.shipment_id = s.id
        JOIN order_lines l ON l.id = g.order_line_id JOIN sales_orders o ON o.id = l.order_id
        WHERE s.kind = 'order' AND s.is_open = 1`),
    ).toEqual(['shipped'])
    // What is over long ago came, most of it in time; now and then something never did.
    const past = `shipments WHERE is_history = 1 AND sent_on < date('${today}', '-60 days')`
    expect(count(`${past} AND state NOT IN ('delivered', 'lost')`)).toBe(0)
    expect(count(`${past} AND state = 'lost' AND has_delivery_days = 1`)).toBeGreaterThan(1)
    expect(count(`${past} AND delivered_on <= planned_on`)).toBeGreaterThan(
      3 * count(`${past} AND delivered_on > planned_on`),
    )
    expect(count('shipment_charges WHERE actual_minor IS NOT NULL')).toBeGreaterThan(50)
    expect(list("SELECT container_number FROM shipment_legs WHERE container_number <> ''").map(String)).toEqual(
      Array.from({ length: 2 }, () => expect.stringMatching(/^QHPU\d{7}$/)),
    )
  })

  test('what is packed can be sent: its goods are there', () => {
    const packed = book.connection
      .prepare("SELECT id FROM live_shipments WHERE status = 'packed' AND kind = 'order' ORDER BY id")
      .pluck()
      .all()
    expect(packed).toHaveLength(2)
    const sent = book.writer.rehearse(null, (tx) =>
      packed.map((id) => dispatchShipment(tx, dispatchShipmentInput.parse({ id, on: today }))),
    )
    expect(sent.map(({ documents }) => documents.length)).toEqual([1, 1])
  })

  test('is in Chinese where whoever opens it first reads Chinese: services, zones, surcharges, samples, carriers', () => {
    const book = sampleBook()
    book.writer.write('sample.fill', null, (tx) => fillSample(tx, { today, language: 'zh-CN' }))
    const list = (sql: string) => book.connection.prepare(sql).pluck().all().map(String)
    for (const sql of [
      'SELECT name FROM carrier_services',
      'SELECT name FROM carrier_zones',
      "SELECT name FROM carrier_surcharges WHERE name <> ''",
      "SELECT g.description FROM shipment_lines g JOIN shipments s ON s.id = g.shipment_id WHERE s.kind = 'other'",
      "SELECT DISTINCT source FROM shipment_events WHERE source NOT IN ('book', 'typed')",
    ]) {
      expect(list(sql).length).toBeGreaterThan(2)
      expect(list(sql).filter((name) => !/\p{Script=Han}/u.test(name))).toEqual([])
    }
  })

  test('sells through a marketplace that pays out, and a shop of its own', () => {
    const count = (from: string) => Number(book.connection.prepare(`SELECT count(*) FROM ${from}`).pluck().get())
    expect(count('channels')).toBe(2)
    expect(count("sales_orders WHERE channel = 'amazon-us'")).toBeGreaterThan(25)
    expect(count("sales_orders WHERE channel = 'amazon-us' AND paid_minor > 0")).toBeGreaterThan(10)
    expect(count('settlements WHERE payment_id IS NOT NULL')).toBe(2)
    expect(count('settlements WHERE payment_id IS NULL')).toBe(1)
    expect(count('settlement_lines WHERE order_id IS NULL AND external_order_id <> ?'.replace('?', "''"))).toBe(0)
    expect(count("sales_costs WHERE kind = 'platform_fee'")).toBeGreaterThan(20)
    expect(count("order_lines WHERE product_id IS NULL AND external_sku <> ''")).toBeGreaterThan(0)
    expect(read(book.connection, checkBook).problems).toEqual([])
  })

  test.each(['2026-11-01', '2026-03-02'])('stands on %s, too', (day) => {
    const other = createBook(
      ':memory:',
      { companyName: 'Sample', country: 'CN', baseCurrency: 'USD', isSample: true },
      { memory: transientMemory(), clock: () => (endOfDay(asDay(day), 'UTC') - 1000) as Instant },
    )
    other.writer.write('sample.fill', null, (tx) => fillSample(tx, { today: asDay(day) }))
    expect(read(other.connection, checkBook).problems).toEqual([])
  })

  test('carries most revenue on a third of the products', () => {
    const values = book.connection
      .prepare(
        'SELECT sum(base_minor) AS v FROM order_lines WHERE sold_on IS NOT NULL GROUP BY product_id ORDER BY v DESC',
      )
      .pluck()
      .all() as number[]
    const total = values.reduce((sum, value) => sum + value, 0)
    const third = values.slice(0, Math.round(values.length / 3)).reduce((sum, value) => sum + value, 0)
    expect(third / total).toBeGreaterThan(0.7)
    expect(third / total).toBeLessThan(0.9)
  })

  test('is refused on a book that is no sample, and on one that holds something', () => {
    const own = testBook()
    expect(() => own.write((tx) => fillSample(tx, { today }))).toThrow('sample/not-a-sample')
    expect(() => book.writer.write('sample.fill', null, (tx) => fillSample(tx, { today }))).toThrow('sample/not-empty')
  })
})
