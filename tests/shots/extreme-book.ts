// A book at the limits of what a screen must hold: names of 200 characters, 100,000 rows, amounts as long as they get.
import { createBook } from '#main/db/book.ts'
import type { WriteTx } from '#main/db/database.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { addProduct } from '#main/services/catalog/product-commands.ts'
import { addOrder } from '#main/services/orders/order-commands.ts'
import { addParty } from '#main/services/parties/party-commands.ts'
import type { Instant } from '#shared/dates.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { partyInput } from '#shared/schemas/parties.ts'
import { fillBuying } from '#tests/shots/extreme-buying.ts'
import { fillShipping } from '#tests/shots/extreme-shipping.ts'

const rows = 100_000
const english = 'Handmade stoneware serving platter with a reactive sea-blue glaze and unglazed rim '
  .repeat(3)
  .slice(0, 200)
const chinese = '手工炻器大餐盘海蓝窑变釉素烧口沿适用于家庭餐厅及户外聚餐'.repeat(8).slice(0, 200)
/** No blank to break at. */
const unbroken = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  .repeat(3)
  .slice(0, 200)

export function makeExtremeBook(file: string, today: string): void {
  const start = { companyName: unbroken.slice(0, 200), country: 'DE', baseCurrency: 'KWD' }
  const book = createBook(file, start, { memory: transientMemory(), clock: () => Date.now() as Instant })
  book.writer.write('extremes.fill', null, (tx) => fill(tx, today))
  book.close()
}

function fill(tx: WriteTx, today: string): void {
  const insert = tx.statement(
    `INSERT INTO products (id, sku, name_en, name_zh, price_micros, price_currency) VALUES (?, ?, ?, ?, ?, 'USD')`,
  )
  for (let count = 0; count < rows; count += 1) {
    insert.run(
      tx.nextId(),
      `ROW-${String(count).padStart(6, '0')}`,
      `Row ${count}`,
      `第${count}行`,
      (count % 900) * 1e6,
    )
  }
  const products = [english, unbroken, chinese].map((name, index) =>
    addProduct(
      tx,
      productInput.parse({
        sku: `00-${'X'.repeat(70)}-${index}`,
        nameEn: name,
        nameZh: chinese,
        note: `${name}\n\n`.repeat(20),
        declarationEn: english.repeat(4),
        barcodes: Array.from({ length: 40 }, (_, at) => `40${index}00000${String(at).padStart(5, '0')}`),
        price: { amount: '999999999.123456', currency: 'IDR' },
        cost: { amount: '0.000001', currency: 'KWD' },
      }),
    ),
  )
  const names = [english, unbroken, chinese]
  const parties = names.map((name, index) => {
    const customerId = addParty(
      tx,
      partyInput.parse({
        roles: ['customer', 'supplier', 'carrier', 'forwarder', 'service'],
        code: `00-${index}`,
        name,
        nameZh: chinese,
        country: 'BO',
        email: `${'a'.repeat(120)}@${'b'.repeat(120)}.example`,
        note: english.repeat(8),
        contacts: Array.from({ length: 12 }, () => ({ name, title: name })),
        addresses: [{ street: name, city: name, country: 'BO' }],
      }),
    )
    addOrder(
      tx,
      orderInput.parse({
        number: `00-${'9'.repeat(50)}-${index}`,
        customerId,
        carrierId: customerId,
        orderedOn: today,
        requiredOn: '2001-01-01',
        status: 'confirmed',
        currency: 'KWD',
        note: english.repeat(4),
        lines: Array.from({ length: 200 }, (_, at) => ({
          productId: products[at % products.length] ?? null,
          quantity: 123_456.789,
          unitPrice: '12345.678901',
          discountPercent: 33.3333,
          description: name,
        })),
      }),
    )
    return customerId
  })
  fillShipping(tx, { parties, products, names, today })
  fillBuying(tx, { supplierIds: parties, products, names, today })
}
