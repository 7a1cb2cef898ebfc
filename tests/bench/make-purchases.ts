// A book with purchase orders: lines, what came of them, now and then in two receipts, late, short or with rejects; and offers. By
// bare statements without the log, and the derived columns by the program's own settling: only what reads them is measured.
import type Sqlite from 'better-sqlite3'
import { type Random, seededRandom } from '#main/domain/stats/random.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { openBare } from '#tests/bench/bare.ts'
import { firstDay } from '#tests/bench/make-book.ts'
import type { Size } from '#tests/bench/sizes.ts'

const days = 1095
/** Ids of a copy of its own, far from those of the book. */
const firstId = 7 * 2 ** 29

export function makePurchases(from: string, file: string, size: Size): Sqlite.Database {
  const connection = openBare(from, file)
  const suppliers = ids(connection, 'SELECT id FROM parties WHERE is_supplier = 1 ORDER BY id')
  const products = ids(connection, 'SELECT id FROM products ORDER BY id')
  connection.transaction(() => {
    fillOrders(connection, { size, suppliers, products })
    settle(connection)
  })()
  connection.exec('ANALYZE')
  return connection
}

function ids(connection: Sqlite.Database, sql: string): number[] {
  return connection.prepare(sql).pluck().all() as number[]
}

type Parts = { size: Size; suppliers: readonly number[]; products: readonly number[] }

function fillOrders(connection: Sqlite.Database, { size, suppliers, products }: Parts): void {
  const random = seededRandom(6, 'bench purchases')
  const into = inserters(connection)
  let id = firstId
  const draw = () => {
    id += 1
    return id
  }
  for (let at = 0; at < size.purchases; at += 1) {
    const orderId = draw()
    const orderedOn = addDays(firstDay, Math.floor((at * days) / size.purchases))
    const receiptId = draw()
    const laterId = draw()
    const promised = random.between(14, 60)
    into.order(orderId, `PO-${at}`, random.pick(suppliers), orderedOn, addDays(orderedOn, promised))
    const came = addDays(orderedOn, promised + random.between(-10, 6))
    into.receipt(receiptId, orderId, came)
    into.receipt(laterId, orderId, addDays(came, random.between(1, 20)))
    for (let position = 0; position < size.purchaseLines / size.purchases; position += 1)
      addLine(into, random, {
        id: draw(),
        orderId,
        position,
        productId: random.pick(products),
        receiptId,
        laterId,
        draw,
      })
  }
}

type Inserters = ReturnType<typeof inserters>

function inserters(connection: Sqlite.Database) {
  const order =
    connection.prepare(`INSERT INTO purchase_orders (id, number, supplier_id, ordered_on, promised_on, status, currency, rate, rate_on)
    VALUES (?, ?, ?, ?, ?, 'closed', 'USD', '1', ?)`)
  const line =
    connection.prepare(`INSERT INTO purchase_lines (id, order_id, position, product_id, qty_milli, price_micros, total_minor, base_minor)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const receipt = connection.prepare('INSERT INTO purchase_receipts (id, order_id, received_on) VALUES (?, ?, ?)')
  const part = connection.prepare(
    'INSERT INTO purchase_receipt_lines (id, receipt_id, line_id, qty_milli, rejected_milli) VALUES (?, ?, ?, ?, ?)',
  )
  return {
    order: (id: number, number: string, supplier: number, on: Day, promisedOn: Day) =>
      order.run(id, number, supplier, on, promisedOn, on),
    line: (...values: readonly number[]) => line.run(...values),
    receipt: (id: number, orderId: number, on: Day) => receipt.run(id, orderId, on),
    part: (...values: readonly number[]) => part.run(...values),
  }
}

type Line = {
  id: number
  orderId: number
  position: number
  productId: number
  receiptId: number
  laterId: number
  draw: () => number
}

function addLine(into: Inserters, random: Random, line: Line): void {
  const qty = random.between(1, 500) * 1000
  const price = random.between(100, 20_000) * 10_000
  const total = Math.round((qty * price) / 10_000_000)
  into.line(line.id, line.orderId, line.position, line.productId, qty, price, total, total)
  if (random.chance(0.03)) return
  const rejected = random.chance(0.05) ? Math.min(qty, random.between(1, 5) * 1000) : 0
  if (random.chance(0.15) && qty > 1000) {
    const first = Math.floor(qty / 2000) * 1000
    into.part(line.draw(), line.receiptId, line.id, first, Math.min(first, rejected))
    into.part(line.draw(), line.laterId, line.id, random.chance(0.2) ? (qty - first) / 2 : qty - first, 0)
  } else into.part(line.draw(), line.receiptId, line.id, qty, rejected)
}

/** What services/purchases/purchase-derived.ts settles, in plain SQL for orders that are closed. */
function settle(connection: Sqlite.Database): void {
  connection.exec(`UPDATE purchase_lines SET bought_on = o.ordered_on, due_on = o.promised_on, net_base_minor = base_minor
    FROM purchase_orders o WHERE o.id = purchase_lines.order_id;
    UPDATE purchase_lines SET received_milli = g.qty, rejected_milli = g.rejected, last_received_on = g.last
    FROM (SELECT r.line_id, sum(r.qty_milli) AS qty, sum(r.rejected_milli) AS rejected, max(t.received_on) AS last
      FROM purchase_receipt_lines r JOIN purchase_receipts t ON t.id = r.receipt_id GROUP BY r.line_id) g
    WHERE g.line_id = purchase_lines.id`)
}

/** One offer for every so many lines, of the supplier of the line and of another. */
export function makeOffers(connection: Sqlite.Database, count: number): void {
  const random = seededRandom(7, 'bench offers')
  const suppliers = ids(connection, 'SELECT id FROM parties WHERE is_supplier = 1 ORDER BY id')
  const lines = connection
    .prepare(
      `SELECT l.product_id, o.supplier_id, l.price_micros FROM purchase_lines l JOIN purchase_orders o ON o.id = l.order_id
       ORDER BY l.id LIMIT ?`,
    )
    .raw()
    .all(count) as [number, number, number][]
  const offer = connection.prepare(
    'INSERT INTO offers (id, supplier_id, product_id, currency, valid_from) VALUES (?, ?, ?, ?, ?)',
  )
  const price = connection.prepare(
    'INSERT INTO offer_prices (id, offer_id, from_milli, price_micros) VALUES (?, ?, 0, ?)',
  )
  connection.transaction(() => {
    let id = firstId + 2 ** 28
    for (const [productId, supplierId, micros] of lines) {
      for (const who of [supplierId, random.pick(suppliers)]) {
        id += 2
        offer.run(id, who, productId, 'USD', firstDay)
        price.run(id + 1, id, Math.round((micros * random.between(90, 110)) / 100))
      }
    }
  })()
}
