import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { addCategory } from '#main/services/catalog/category-commands.ts'
import { eraseParty } from '#main/services/parties/erase-party.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { finishTasks } from '#main/services/tasks/finish-tasks.ts'
import { addTask } from '#main/services/tasks/task-commands.ts'
import { addView } from '#main/services/views/view-commands.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { categoryInput } from '#shared/schemas/catalog.ts'
import { taskInput } from '#shared/schemas/tasks.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { mergeCopy } from '#tests/support/book-copies.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'

/** As an import leaves a product: with barcode, category, opening stock and its key, and sold in an order of its own. */
function importProduct(tx: WriteTx): void {
  const category = addCategory(tx, categoryInput.parse({ nameEn: 'Chairs' }))
  const id = makeProduct(tx, { sku: 'A', nameEn: 'Chair', barcodes: ['4006381333931'], categoryId: category })
  tx.insert('source_keys', { channel: 'shop', kind: 'product', external_id: '77', record_id: id })
  setOpeningStock(tx, id, 5000, asDay('2026-11-01'))
  makeOrder(tx, { number: `SO-${id}`, lines: [{ productId: id, quantity: 2, unitPrice: '5' }] })
}

test('a product imported in both copies is one again: orders, key, barcode and stock', () => {
  const book = merged(pairOf(), importProduct)
  // Doubled barcodes and keys of the same SKU are mended with it and not listed beside it.
  expect(rulesWithClashes(book)).toEqual(['products/same-sku', 'categories/same-name'])
  const [clash] = clashesOf(book, 'products/same-sku')
  expect(clash?.mendings.map(({ id }) => id)).toEqual(['combine', 'rename'])
  const keep = clash?.records[0]?.rowId
  mendAll(book, { rule: 'products/same-sku', mending: 'combine' })
  expect(book.read((db) => db.raw('SELECT DISTINCT product_id FROM live_order_lines'))).toEqual([[keep]])
  expect(book.read((db) => db.raw('SELECT record_id FROM live_source_keys'))).toEqual([[keep]])
  expect(book.read((db) => db.raw('SELECT product_id, code FROM live_product_barcodes'))).toEqual([
    [keep, '4006381333931'],
  ])
  // One shelf, counted in both copies: it holds what one of them says.
  expect(
    book.read((db) => db.raw('SELECT product_id, on_hand_milli FROM stock_balances WHERE on_hand_milli <> 0')),
  ).toEqual([[keep, 5000]])
  expect(book.read((db) => db.raw('SELECT sku, archived FROM live_products ORDER BY archived'))).toEqual([
    ['A', 0],
    ['A-2', 1],
  ])
  mendAll(book, { rule: 'categories/same-name', mending: 'combine' })
  expect(book.read((db) => db.raw('SELECT count(*) FROM live_categories'))).toEqual([[1]])
  expect(rulesWithClashes(book)).toEqual([])
})

test('two different products of one SKU: another SKU is suggested', () => {
  const book = merged(
    pairOf(),
    (tx) => makeProduct(tx, { sku: 'A', nameEn: 'Chair' }),
    (tx) => makeProduct(tx, { sku: 'A', nameEn: 'Table' }),
  )
  expect(clashesOf(book, 'products/same-sku')[0]?.mendings[0]?.id).toBe('rename')
  mendAll(book, { rule: 'products/same-sku', mending: 'rename' })
  expect(book.read((db) => db.raw('SELECT sku, name_en FROM products ORDER BY sku'))).toEqual([
    ['A', 'Chair'],
    ['A-2', 'Table'],
  ])
  expect(rulesWithClashes(book)).toEqual([])
})

test('a kit whose part was imported twice holds the kept one, once', () => {
  const book = merged(pairOf(), (tx) => {
    const part = makeProduct(tx, { sku: 'PART', nameEn: 'Leg' })
    makeProduct(tx, { sku: 'KIT', nameEn: 'Set', kind: 'kit', kitParts: [{ partId: part, quantity: 4 }] })
  })
  expect(mendAll(book, { rule: 'products/same-sku', mending: 'combine' }).mended).toBe(2)
  expect(book.read((db) => db.raw('SELECT count(*), sum(qty_milli) FROM live_kit_parts'))).toEqual([[1, 4000]])
  expect(rulesWithClashes(book)).toEqual([])
})

test('one barcode on two products: the younger loses it', () => {
  let sku = 0
  const book = merged(pairOf(), (tx) => {
    sku += 1
    makeProduct(tx, { sku: `S${sku}`, barcodes: ['4006381333931'] })
  })
  expect(rulesWithClashes(book)).toEqual(['products/same-barcode'])
  mendAll(book, { rule: 'products/same-barcode', mending: 'clear' })
  expect(rulesWithClashes(book)).toEqual([])
})

test('a customer met in both copies becomes one, with orders, contacts and roles of both', () => {
  const pair = pairOf()
  const contact = { name: 'Ana', title: '', email: 'ana@acme.example', phone: '', fax: '' }
  const book = merged(
    pair,
    (tx) => makeOrder(tx, { customerId: makeCustomer(tx, 'Acme', { code: 'ACME', contacts: [contact] }) }),
    (tx) => {
      const draft = { code: 'acme', roles: ['customer' as const, 'supplier' as const] }
      const id = makeCustomer(tx, 'ACME', { ...draft, contacts: [contact, { ...contact, name: 'Bo' }] })
      makeOrder(tx, { number: 'L-1', customerId: id })
    },
  )
  expect(rulesWithClashes(book)).toEqual(
    ['orders/same-number', 'parties/same-code'].filter((rule) => rule !== 'orders/same-number'),
  )
  mendAll(book, { rule: 'parties/same-code', mending: 'combine' })
  expect(book.read((db) => db.raw('SELECT is_customer, is_supplier FROM live_parties'))).toEqual([[1, 1]])
  expect(book.read((db) => db.raw('SELECT count(DISTINCT customer_id) FROM sales_orders'))).toEqual([[1]])
  expect(book.read((db) => db.raw('SELECT name FROM live_contacts ORDER BY name'))).toEqual([['Ana'], ['Bo']])
  expect(rulesWithClashes(book)).toEqual([])
})

test.each(['combine', 'keepOne'] as const)('one key of a file for two customers: %s', (mending) => {
  const book = merged(pairOf(), (tx) => {
    const id = makeCustomer(tx, 'Acme')
    tx.insert('source_keys', { channel: 'shop', kind: 'customer', external_id: '5', record_id: id })
  })
  expect(rulesWithClashes(book)).toEqual(['sources/same-key'])
  mendAll(book, { rule: 'sources/same-key', mending })
  expect(book.read((db) => db.raw('SELECT count(*) FROM live_parties'))).toEqual([[mending === 'combine' ? 1 : 2]])
  expect(book.read((db) => db.raw('SELECT count(*) FROM live_source_keys'))).toEqual([[1]])
  expect(rulesWithClashes(book)).toEqual([])
})

test('one person under two entries: tasks go to one, the other is put away', () => {
  const book = merged(pairOf(), (tx) => {
    const id = addPerson(tx, { name: 'Wei' })
    addTask(tx, taskInput.parse({ title: 'Call', personId: id }))
  })
  expect(rulesWithClashes(book)).toEqual(['people/same-name'])
  mendAll(book, { rule: 'people/same-name', mending: 'combine' })
  expect(book.read((db) => db.raw('SELECT count(DISTINCT person_id) FROM live_tasks'))).toEqual([[1]])
  expect(rulesWithClashes(book)).toEqual([])
})

test('two rates of one day: the newest stays, and costs follow', () => {
  const book = merged(
    pairOf(),
    (tx) => makeRate(tx, 'EUR', 'USD', '2026-11-01', '1.08'),
    (tx) => makeRate(tx, 'EUR', 'USD', '2026-11-01', '1.09'),
  )
  expect(rulesWithClashes(book)).toEqual(['rates/same-day'])
  mendAll(book, { rule: 'rates/same-day', mending: 'keepNewest' })
  expect(book.read((db) => db.raw('SELECT rate FROM live_rates'))).toEqual([['1.09']])
  expect(rulesWithClashes(book)).toEqual([])
})

test('a day made special twice, a rule set twice, a view kept twice', () => {
  const book = merged(pairOf(), (tx) => {
    tx.insert('special_days', { day_on: '2026-12-25', name: 'Christmas' })
    tx.insert('alert_settings', { rule: 'orders/late', is_on: 0 })
    addView(tx, { list: 'products', name: 'Mine', isShared: true, state: {} } as never)
  })
  expect(rulesWithClashes(book)).toEqual(['days/same-day', 'views/same-name', 'settings/same-rule'])
  mendAll(book, { rule: 'days/same-day', mending: 'keepNewest' })
  expect(clashesOf(book, 'views/same-name')[0]?.mendings[0]?.id).toBe('keepOne')
  mendAll(book, { rule: 'views/same-name', mending: 'keepOne' })
  mendAll(book, { rule: 'settings/same-rule', mending: 'keepNewest' })
  expect(rulesWithClashes(book)).toEqual([])
})

test('a repeating task done in both copies is followed by one', () => {
  let task = 0 as Id
  const pair = pairOf((tx) => {
    const repeat = { unit: 'week', every: 1, until: null }
    task = addTask(
      tx,
      taskInput.parse({ title: 'Count', dueOn: '2026-11-20', repeat, items: [{ text: 'shelf', isDone: false }] }),
    )
  })
  const book = merged(pair, (tx) => finishTasks(tx, [task]))
  expect(rulesWithClashes(book)).toEqual(['tasks/same-next'])
  mendAll(book, { rule: 'tasks/same-next', mending: 'keepOne' })
  expect(book.read((db) => db.raw("SELECT count(*) FROM live_tasks WHERE status = 'open'"))).toEqual([[1]])
  expect(rulesWithClashes(book)).toEqual([])
})

test('what the other copy went on writing about an erased person is named, and erased in one click', () => {
  const pair = pairOf()
  const id = pair.mei.write((tx) => makeCustomer(tx, 'Zebulon Quartermain'))
  mergeCopy(pair.li, pair.mei)
  const book = merged(
    pair,
    (tx) => eraseParty(tx, { id, contactId: null, name: 'Zebulon Quartermain', withDocuments: false }),
    (tx) => {
      tx.insert('contacts', { party_id: id, name: 'Zebulon Junior', phone: '555-1234' })
      tx.insert('addresses', { party_id: id, street: 'Back Street 5' })
      makeOrder(tx, { customerId: id, shipTo: { name: 'Zebulon Quartermain' } })
    },
  )
  expect(rulesWithClashes(book)).toEqual(['parties/erased-rows'])
  expect(clashesOf(book, 'parties/erased-rows')[0]?.mendings).toMatchObject([{ id: 'erase', isFinal: true }])
  mendAll(book, { rule: 'parties/erased-rows', mending: 'erase', isTried: false })
  expect(rulesWithClashes(book)).toEqual([])
  expect(book.read((db) => db.raw('SELECT name, phone FROM contacts'))).toEqual([['—', '']])
  expect(book.read((db) => db.raw('SELECT ship_to_name FROM sales_orders'))).toEqual([['']])
  expect(book.read(checkBook).problems).toEqual([])
})
