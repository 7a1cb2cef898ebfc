import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { editOrder } from '#main/services/orders/order-commands.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { type OrderInput, orderInput } from '#shared/schemas/orders.ts'
import { bringIn, lookAt, twoCopies } from '#tests/support/copied-books.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'

test('a copy with nothing new says so', async () => {
  const { mei, li } = await twoCopies((tx) => makeProduct(tx, { sku: 'A' }))
  const report = await lookAt(mei, li)
  expect(report).toMatchObject({ changes: { ours: 0, theirs: 0 }, kinds: [], conflicts: 0, clashes: [], work: [] })
})

test('who did what since they parted, by kind and side', async () => {
  let product = 0 as Id
  const { mei, li } = await twoCopies((tx) => {
    product = makeProduct(tx, { sku: 'A', nameEn: 'Chair' })
  })
  mei.write((tx) => makeCustomer(tx, 'Acme'), 'parties.add')
  mei.write((tx) => tx.update('products', product, { name_en: 'Oak chair' }), 'products.edit')
  li.write((tx) => makeProduct(tx, { sku: 'B' }), 'products.add')
  li.write((tx) => tx.update('products', product, { note: 'Ask for a sample' }), 'products.edit')
  const report = await lookAt(mei, li)
  expect(report.changes).toEqual({ ours: 2, theirs: 2 })
  expect(report.work.map(({ side, person, changes }) => [side, person?.name, changes])).toEqual([
    ['theirs', 'Li', 2],
    ['ours', 'Mei', 2],
  ])
  expect(report.kinds).toMatchObject([
    { kind: 'product', newTheirs: 1, both: 1, newOurs: 0, conflicts: 0 },
    { kind: 'party', newOurs: 1 },
  ])
  expect(report.conflicts).toBe(0)
  const { rows } = await mei.caller.inner.merge.records({ look: report.look, kind: 'product', place: 'both' })
  expect(rows).toMatchObject([
    {
      record: { code: 'A', name: 'Oak chair' },
      ours: { person: { name: 'Mei' }, operation: 'products.edit' },
      theirs: { person: { name: 'Li' } },
    },
  ])
  expect(rows[0]?.fields).toEqual([
    { table: 'products', rowId: product, column: 'name_en', base: 'Chair', ours: 'Oak chair', theirs: 'Chair' },
    { table: 'products', rowId: product, column: 'note', base: '', ours: '', theirs: 'Ask for a sample' },
  ])
  const added = await mei.caller.inner.merge.records({ look: report.look, kind: 'product', place: 'newTheirs' })
  expect(added).toMatchObject({
    total: 1,
    rows: [{ record: { code: 'B' }, theirs: { person: { name: 'Li' } }, ours: null }],
  })
})

test('a look writes nothing', async () => {
  const { mei, li } = await twoCopies()
  li.write((tx) => makeProduct(tx, { sku: 'B' }))
  const before = mei.book.connection.serialize()
  await lookAt(mei, li)
  expect(mei.book.connection.serialize().equals(before)).toBe(true)
})

test('a group that both changed is one conflict; the last change is what comes out', async () => {
  let product = 0 as Id
  const { mei, li } = await twoCopies((tx) => {
    product = makeProduct(tx, { sku: 'A', price: { amount: '10', currency: 'USD' } })
  })
  li.at.now = (li.at.now + 5000) as typeof li.at.now
  mei.write((tx) => tx.update('products', product, { price_micros: 12_000_000, price_currency: 'EUR' }))
  li.write((tx) => tx.update('products', product, { price_micros: 11_000_000 }))
  const report = await lookAt(mei, li)
  const { rows } = await mei.caller.inner.merge.conflicts({ look: report.look })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ kind: 'product', isDocument: false, suggested: 'theirs', record: { code: 'A' } })
  expect(rows[0]?.fields).toEqual([
    {
      table: 'products',
      rowId: product,
      column: 'price_micros',
      base: 10_000_000,
      ours: 12_000_000,
      theirs: 11_000_000,
    },
    { table: 'products', rowId: product, column: 'price_currency', base: 'USD', ours: 'EUR', theirs: 'USD' },
  ])
  await bringIn(mei, li)
  const row = mei.read((db) => db.get('SELECT price_micros, price_currency FROM products WHERE id = ?', product))
  expect(row).toEqual({ price_micros: 11_000_000, price_currency: 'USD' })
})

test('a conflict has the name that the record has here, with the other copy’s where that differs', async () => {
  let product = 0 as Id
  let other = 0 as Id
  const { mei, li } = await twoCopies((tx) => {
    product = makeProduct(tx, { sku: 'A', nameEn: 'Chair' })
    other = makeProduct(tx, { sku: 'B', nameEn: 'Table' })
  })
  for (const [one, name] of [
    [mei, 'Oak chair'],
    [li, 'Stool'],
  ] as const) {
    one.at.now = (one.at.now + 5000) as typeof one.at.now
    one.write((tx) => tx.update('products', product, { name_en: name }))
    one.write((tx) => tx.update('products', other, { note: name }))
  }
  const report = await lookAt(mei, li)
  const { rows } = await mei.caller.inner.merge.conflicts({ look: report.look })
  expect(rows.map(({ record, elsewhere }) => [record?.name, elsewhere?.name])).toEqual([
    ['Oak chair', 'Stool'],
    ['Table', undefined],
  ])
})

test('both to the same value is no conflict', async () => {
  let product = 0 as Id
  const { mei, li } = await twoCopies((tx) => {
    product = makeProduct(tx, { sku: 'A' })
  })
  for (const copy of [mei, li]) copy.write((tx) => tx.update('products', product, { note: 'Same' }))
  expect(await lookAt(mei, li)).toMatchObject({ conflicts: 0, kinds: [{ kind: 'product', both: 1 }] })
})

test.each([
  ['ours', { all: 'ours' as const }, 'Mei wrote'],
  ['theirs', { all: 'theirs' as const }, 'Li wrote'],
  ['the suggestion', {}, 'Li wrote'],
  ['ours of the kind', { all: 'theirs' as const, kinds: { product: 'ours' as const } }, 'Mei wrote'],
])('%s, chosen for all, is one operation after it', async (_name, choices, expected) => {
  let product = 0 as Id
  const { mei, li } = await twoCopies((tx) => {
    product = makeProduct(tx, { sku: 'A' })
  })
  mei.write((tx) => tx.update('products', product, { note: 'Mei wrote' }))
  li.at.now = (li.at.now + 5000) as typeof li.at.now
  li.write((tx) => tx.update('products', product, { note: 'Li wrote' }))
  const result = await bringIn(mei, li, choices)
  expect(mei.read((db) => db.get('SELECT note FROM products WHERE id = ?', product))).toEqual({ note: expected })
  expect(result).toMatchObject({ changes: 1, conflicts: 1, chosen: expected === 'Mei wrote' ? 1 : 0 })
  const names = mei.read((db) => db.raw('SELECT name FROM operations ORDER BY clock DESC LIMIT 1'))
  expect(names).toEqual([[expected === 'Mei wrote' ? 'merge.choices' : 'test.write']])
  expect(mei.read(checkBook).problems).toEqual([])
  // The other copy takes the choice over when it takes this one in.
  await bringIn(li, mei)
  expect(li.read((db) => db.get('SELECT note FROM products WHERE id = ?', product))).toEqual({ note: expected })
})

test('a choice of one field goes before that of its record', async () => {
  let product = 0 as Id
  const { mei, li } = await twoCopies((tx) => {
    product = makeProduct(tx, { sku: 'A' })
  })
  mei.write((tx) => tx.update('products', product, { note: 'M', packing: 'M' }))
  li.write((tx) => tx.update('products', product, { note: 'L', packing: 'L' }))
  const { look } = await lookAt(mei, li)
  const { rows } = await mei.caller.inner.merge.conflicts({ look })
  const note = rows.find(({ fields }) => fields[0]?.column === 'note')
  await bringIn(mei, li, {
    records: { [String(note?.recordKey)]: 'ours' },
    conflicts: { [String(note?.key)]: 'theirs' },
  })
  expect(mei.read((db) => db.get('SELECT note, packing FROM products WHERE id = ?', product))).toEqual({
    note: 'L',
    packing: 'M',
  })
})

const formOf = (order: ReturnType<typeof getOrder>) => ({
  ...order,
  customerId: order.customer?.id ?? null,
  carrierId: order.carrier?.id ?? null,
})

async function bothEditOrder(status: 'confirmed' | 'draft') {
  let order = 0 as Id
  let product = 0 as Id
  const copies = await twoCopies((tx) => {
    product = makeProduct(tx, { sku: 'A' })
    order = makeOrder(tx, {
      status,
      lines: [{ productId: product, quantity: 2, unitPrice: '5' }],
    })
  })
  const { mei, li } = copies
  const line = orderInput.shape.lines.parse([
    { productId: product, quantity: 7, unitPrice: '5' },
  ])[0] as OrderInput['lines'][number]
  const edit = (copy: typeof mei, change: (order: OrderInput) => OrderInput) =>
    copy.write((tx) => editOrder(tx, order, change(orderInput.parse(formOf(getOrder(tx, order))))), 'orders.edit')
  edit(mei, (form) => ({ ...form, note: 'Mei', lines: form.lines.map((line) => ({ ...line, quantity: 3 })) }))
  li.at.now = (li.at.now + 5000) as typeof li.at.now
  edit(li, (form) => ({
    ...form,
    requiredOn: asDay('2026-12-24'),
    lines: [...form.lines, line],
  }))
  return { ...copies, order, product }
}

test('what both did to a confirmed order is one conflict', async () => {
  const { mei, li, order } = await bothEditOrder('confirmed')
  const report = await lookAt(mei, li)
  const { rows } = await mei.caller.inner.merge.conflicts({ look: report.look })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    kind: 'order',
    isDocument: true,
    suggested: 'mixed',
    record: { id: order },
    lines: { ours: { added: 0 }, theirs: { added: 1 } },
  })
})

test('a draft that both changed in different fields is none', async () => {
  const { mei, li } = await bothEditOrder('draft')
  expect(await lookAt(mei, li)).toMatchObject({ conflicts: 0, kinds: [{ kind: 'order', both: 1 }] })
})

test.each([
  ['ours', { note: 'Mei', required_on: null, total_minor: 1500, line_count: 1 }],
  ['theirs', { note: '', required_on: '2026-12-24', total_minor: 4500, line_count: 2 }],
  ['suggested', { note: 'Mei', required_on: '2026-12-24', total_minor: 5000, line_count: 2 }],
] as const)('of a confirmed order, %s is all of it', async (choice, expected) => {
  const { mei, li, order } = await bothEditOrder('confirmed')
  await bringIn(mei, li, { all: choice })
  const row = mei.read((db) =>
    db.get('SELECT note, required_on, total_minor, line_count FROM sales_orders WHERE id = ?', order),
  )
  expect(row).toEqual(expected)
  expect(mei.read(checkBook).problems).toEqual([])
})

test('a clock far ahead is named', async () => {
  const { mei, li } = await twoCopies()
  li.at.now = (Date.now() + 3 * 86_400_000) as typeof li.at.now
  li.write((tx) => makeProduct(tx, { sku: 'B' }))
  const { clocksAhead } = await lookAt(mei, li)
  expect(clocksAhead).toMatchObject([{ person: { name: 'Li' } }])
  expect(clocksAhead[0]?.aheadMs).toBeGreaterThan(2.9 * 86_400_000)
})

test('once the book was written to, a look says nothing any more', async () => {
  const { mei, li } = await twoCopies()
  li.write((tx) => makeProduct(tx, { sku: 'B' }))
  const { look } = await lookAt(mei, li)
  mei.write((tx) => makeProduct(tx, { sku: 'C' }))
  await expect(mei.caller.inner.merge.conflicts({ look })).rejects.toThrow('merge/look-again')
  await expect(
    mei.caller.inner.merge.plan({ look, choices: { all: 'ours', kinds: {}, records: {}, conflicts: {} } }),
  ).rejects.toThrow('merge/look-again')
})
