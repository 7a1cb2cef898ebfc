// A generated book: products, parties, rates and orders that still lack their lines. Written by statements, not by the
// commands: what is measured comes afterwards.
import { createBook } from '#main/db/book.ts'
import type { WriteTx } from '#main/db/database.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { type Random, seededRandom } from '#main/domain/stats/random.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { addDays, asDay, type Day, type Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { Size } from '#tests/bench/sizes.ts'

export type MadeProduct = { id: Id; sku: string; name: string; costCents: number }
/** `baseUnits`: cents of the base currency for one minor unit of the order's. */
export type MadeOrder = { id: Id; number: string; currency: string; orderedOn: Day; baseUnits: number }
export type MadeBook = { products: MadeProduct[]; orders: MadeOrder[] }

export const firstDay = asDay('2023-11-23')
export const lastDay = asDay('2026-11-22')
const days = 1095

export const bookSettings = { memory: transientMemory(), clock: () => Date.now() as Instant }

const adjectives = ['Walnut', 'Linen', 'Brass', 'Stoneware', 'Oak', 'Cotton', 'Ceramic', 'Rattan', 'Glass', 'Wool']
const nouns = ['board', 'runner', 'hook', 'mug', 'shelf', 'throw', 'planter', 'basket', 'carafe', 'cushion', 'tray']
const colours = ['natural', 'sea blue', 'rust', 'sage', 'charcoal', 'cream', 'black', 'moss', 'ink', 'sand']
const places = ['DE', 'US', 'GB', 'FR', 'JP', 'AU', 'CA', 'NL', 'IT', 'ES', 'SE', 'CH', 'KR', 'CL', 'AE']
const currencies = [
  { code: 'USD', rate: '1', baseUnits: 1 },
  { code: 'EUR', rate: '1.1', baseUnits: 1.1 },
  { code: 'JPY', rate: '0.0066', baseUnits: 0.66 },
]

/** Makes the book at `file`, closes it, and says what is in it. */
export function makeBook(file: string, size: Size): MadeBook {
  const start = { companyName: 'Bench', country: 'CN', baseCurrency: 'USD' }
  const book = createBook(file, start, bookSettings)
  book.writer.write('people.add', null, (tx) => addPerson(tx, { name: 'Bench' }))
  const { result } = book.writer.write('bench.fill', null, (tx) => fill(tx, size))
  // What SQLite knows of a table's spread decides its plans; a book that is in use has been analysed as well.
  book.close()
  return result
}

function fill(tx: WriteTx, size: Size): MadeBook {
  const random = seededRandom(1, 'bench book')
  fillRates(tx)
  const suppliers = fillParties(tx, random, size.suppliers, 'supplier')
  const customers = fillParties(tx, random, size.customers, 'customer')
  fillParties(tx, random, 5, 'carrier')
  const products = fillProducts(tx, random, { size, suppliers })
  return { products, orders: fillOrders(tx, random, { size, customers }) }
}

function fillRates(tx: WriteTx): void {
  for (let count = 0; count < days; count += 1) {
    const on = addDays(firstDay, count)
    for (const { code, rate } of [...currencies.slice(1), { code: 'CNY', rate: '0.14' }]) {
      tx.insert('rates', { from_currency: code, to_currency: 'USD', rate_on: on, rate })
    }
  }
}

function fillParties(tx: WriteTx, random: Random, count: number, role: string): Id[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${random.pick(colours)} ${random.pick(nouns)} ${role} ${index}`
    const country = random.pick(places)
    const id = tx.insert('parties', {
      code: `${role.charAt(0).toUpperCase()}${index}`,
      name,
      [`is_${role}`]: 1,
      country,
      currency: random.pick(currencies).code,
      email: `buyer${index}@${role}.example`,
      phone: `+49 30 ${index}`,
    })
    tx.insert('contacts', { party_id: id, name: `Person ${random.below(100_000)}` })
    tx.insert('addresses', { party_id: id, city: `City ${random.below(2000)}`, country })
    return id
  })
}

type ProductParts = { size: Size; suppliers: readonly Id[] }

function fillProducts(tx: WriteTx, random: Random, { size, suppliers }: ProductParts): MadeProduct[] {
  const categories = nouns.map((noun) => tx.insert('categories', { name_en: `${noun}s` }))
  return Array.from({ length: size.products }, (_, index) => {
    const sku = `P-${String(index * 7919).padStart(9, '0')}`
    const name = `${random.pick(adjectives)} ${random.pick(nouns)}, ${random.pick(colours)} ${index}`
    const costCents = random.between(20, 9000)
    const id = tx.insert('products', {
      sku,
      name_en: name,
      name_zh: `产品${index}`,
      category_id: random.pick(categories),
      supplier_id: random.pick(suppliers),
      hs_code: String(random.between(100_000, 999_999)),
      origin_country: 'CN',
      net_weight_grams: random.between(10, 9000),
      pieces_per_carton: random.between(1, 100),
      price_micros: random.between(100, 30_000) * 10_000,
      price_currency: 'USD',
      cost_micros: costCents * 10_000,
      cost_currency: 'USD',
      note: random.chance(0.1) ? 'handle with care' : '',
    })
    tx.insert('product_barcodes', { product_id: id, code: `2000${String(index).padStart(9, '0')}` })
    const qty = random.between(1, 500) * 1000
    tx.insert('stock_movements', {
      product_id: id,
      warehouse_id: 1,
      moved_on: lastDay,
      kind: 'opening',
      qty_milli: qty,
    })
    tx.run(
      'INSERT INTO stock_balances (product_id, warehouse_id, on_hand_milli) VALUES (?, 1, CAST(? AS INTEGER))',
      id,
      qty,
    )
    return { id, sku, name, costCents }
  })
}

/** As in the sample company. */
const linesPerOrder = 4

type OrderParts = { size: Size; customers: readonly Id[] }

function fillOrders(tx: WriteTx, random: Random, { size, customers }: OrderParts): MadeOrder[] {
  const count = Math.round(size.lines / linesPerOrder)
  return Array.from({ length: count }, (_, index) => {
    const orderedOn = addDays(firstDay, Math.floor((index * days) / count))
    const currency = currencies[random.weighted([6, 3, 1])] ?? { code: 'USD', rate: '1', baseUnits: 1 }
    const number = `SO-${orderedOn.slice(0, 4)}-${String(index).padStart(7, '0')}`
    const id = tx.insert('sales_orders', {
      number,
      channel: 'bench',
      external_id: String(100_000 + index),
      customer_id: random.pick(customers),
      ordered_on: orderedOn,
      required_on: addDays(orderedOn, 30),
      shipped_on: random.chance(0.9) ? addDays(orderedOn, random.between(3, 40)) : null,
      status: random.chance(0.9) ? 'closed' : 'confirmed',
      currency: currency.code,
      rate: currency.rate,
      rate_on: orderedOn,
      ship_to_country: random.pick(places),
      is_history: 1,
    })
    return { id, number, currency: currency.code, orderedOn, baseUnits: currency.baseUnits }
  })
}
