// The doors to records, walked through once as the screens use them: inputs parse, results have their shape.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { directCaller } from '#main/host/direct-caller.ts'
import { testBook, testPerson } from '#tests/support/test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-records-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function openCaller() {
  const shelfFolder = join(folder, 'shelf')
  const book = testBook()
  return directCaller(book, { shelfFolder, personId: testPerson(book) })
}

const mug = { sku: 'MUG', nameEn: 'Mug', cost: { amount: '2', currency: 'USD' } }

describe('on an empty book', () => {
  test('every query answers', async () => {
    const call = openCaller()
    const empty = { rows: [], total: 0 }
    for (const role of ['customer', 'supplier', 'carrier', 'forwarder', 'service'] as const) {
      expect(await call.parties.list({ role })).toEqual(empty)
      expect(await call.search.find({ role, text: 'q' })).toEqual({ hits: [], more: [] })
    }
    expect(await call.orders.list({})).toEqual(empty)
    expect(await call.rates.list({})).toEqual(empty)
    expect(await call.rates.currenciesInUse()).toEqual({ baseCurrency: 'USD', currencies: [] })
    expect(await call.categories.list({})).toEqual([])
    expect(await call.categories.list()).toEqual([])
    expect((await call.insights.abc({ basis: 'revenue' })).items).toEqual([])
    expect((await call.insights.abc({ basis: 'stockValue' })).items).toEqual([])
    expect((await call.insights.overview({})).orderCount).toBe(0)
    expect(await call.search.find({ text: 'q' })).toEqual({ hits: [], more: [] })
    expect((await call.today.get({ today: '2026-03-10' })).hasRecords).toBe(false)
    const convert = { amount: '1', from: 'USD', to: 'EUR', on: '2026-03-10' }
    expect(await call.rates.convert(convert)).toEqual({ status: 'missing', from: 'USD', to: 'EUR' })
  })

  test('what is not there is said by its code', async () => {
    const call = openCaller()
    const codes = await Promise.all(
      [
        call.parties.get({ id: 1 }),
        call.orders.get({ id: 1 }),
        call.stock.levels({ productId: 1 }),
        call.history.ofRecord({ entity: 'order', id: 1 }),
        call.insights.abcItem({ basis: 'revenue', productId: 1 }),
        call.products.picture({ attachmentId: 1 }),
        call.rates.remove({ id: 1 }),
        call.orders.confirm({ ids: [1] }),
      ].map((reply) => reply.then(() => 'answered').catch((error) => error.cause?.code)),
    )
    expect(codes).toEqual([
      'parties/not-found',
      'orders/not-found',
      'catalog/product-not-found',
      'history/no-record',
      'catalog/product-not-found',
      'catalog/picture-not-found',
      'rates/not-found',
      'orders/not-found',
    ])
  })
})

test('a seller’s first sale, through the doors', async () => {
  const call = openCaller()
  const { id: categoryId } = await call.categories.add({ nameEn: 'Mugs' })
  const { id: productId } = await call.products.add({ ...mug, categoryId })
  const { id: customerId } = await call.parties.add({ roles: ['customer'], name: 'Ana', country: 'es' })
  await call.rates.add({ from: 'EUR', to: 'USD', on: '2026-03-01', rate: '1.1' })
  const { id, number } = await call.orders.add({
    customerId,
    orderedOn: '2026-03-02',
    requiredOn: '2026-03-05',
    currency: 'eur',
    lines: [{ productId, quantity: 3, unitPrice: '10' }],
  })
  expect(number).toBe('SO-2026-0001')
  await call.orders.confirm({ ids: [id] })
  expect(await call.stock.setOpening({ productId, quantity: 5, on: '2026-01-01' })).toEqual({ outcome: 'posted' })
  expect((await call.insights.abc({ basis: 'grossProfit' })).items).toMatchObject([{ sku: 'MUG', value: '27.00' }])
  expect((await call.insights.abcItem({ basis: 'revenue', productId })).lines).toHaveLength(1)
  expect(await call.today.get({ today: '2026-03-10' })).toMatchObject({ lateOrders: { count: 1 } })
  expect((await call.search.find({ text: 'SO-2026' })).hits).toMatchObject([{ kind: 'order', id }])
  await call.records.opened({ kind: 'order', id })
  expect(await call.search.recent({})).toMatchObject([{ kind: 'order', id, code: 'SO-2026-0001' }])
  expect(await call.search.labels({ text: 'dingdan', labels: ['新建订单', 'Orders'] })).toEqual([[[2, 4]], null])
  expect((await call.history.ofRecord({ entity: 'order', id })).map((entry) => entry.name)).toEqual([
    'orders.confirm',
    'orders.add',
  ])
  await call.orders.archive({ ids: [id] })
  await call.orders.unarchive({ ids: [id] })
  await call.parties.archive({ ids: [customerId] })
  await call.parties.unarchive({ ids: [customerId] })
  await call.categories.archive({ ids: [categoryId] })
  expect(await call.categories.list({ archived: true })).toMatchObject([{ productCount: 1 }])
})

describe('an edit', () => {
  test('of what someone changed since it was read is refused, whatever the record, and passes when that was seen', async () => {
    const call = openCaller()
    const [me] = await call.people.list({})
    const product = await call.products.add({ sku: 'MUG' })
    const party = await call.parties.add({ roles: ['customer'], name: 'Müller' })
    const order = await call.orders.add({ orderedOn: '2026-03-02', currency: 'USD' })
    const task = await call.tasks.add({ title: 'Pack' })
    const category = await call.categories.add({ nameEn: 'Cups' })
    const company = await call.book.company()
    const today = '2026-03-02'
    const edits: Record<string, { seen: string | undefined; edit: (note: string, seen?: string) => Promise<unknown> }> =
      {
        product: {
          seen: (await call.products.get(product)).revision,
          edit: (note, seen) => call.products.edit({ ...product, seen, product: { sku: 'MUG', note } }),
        },
        party: {
          seen: (await call.parties.get(party)).revision,
          edit: (note, seen) => call.parties.edit({ ...party, seen, party: { roles: ['customer'], name: note } }),
        },
        order: {
          seen: (await call.orders.get({ id: order.id })).revision,
          edit: (note, seen) =>
            call.orders.edit({
              id: order.id,
              seen,
              order: { number: order.number, orderedOn: today, currency: 'USD', note },
            }),
        },
        task: {
          seen: (await call.tasks.get({ ...task, today })).revision,
          edit: (note, seen) => call.tasks.edit({ ...task, seen, task: { title: note } }),
        },
        person: {
          seen: me?.revision,
          edit: (note, seen) => call.people.edit({ id: me?.id ?? 0, seen, person: { name: note } }),
        },
        category: {
          seen: (await call.categories.list())[0]?.revision,
          edit: (note, seen) => call.categories.edit({ ...category, seen, category: { nameEn: note } }),
        },
        company: {
          seen: company.revision,
          edit: (note, seen) => call.book.saveCompany({ ...company, companyName: note, seen }),
        },
      }
    for (const [kind, { seen, edit }] of Object.entries(edits)) {
      expect(seen, kind).toBeTypeOf('string')
      await edit('first', seen)
      await expect(edit('second', seen), kind).rejects.toThrow('records/changed-since')
      await edit('second')
    }
  })

  test('of entries at customs knows of each of them and of their lines, and of nothing else', async () => {
    const call = openCaller()
    const { id } = await call.shipments.add({ kind: 'other' })
    const read = async () => await call.shipments.get({ id })
    const line = { hsCode: '691200', description: 'Mugs' }
    const customs = [{ direction: 'export' as const, lines: [line] }]
    const first = (await read()).customsRevision
    await call.shipments.setCustoms({ id, seen: first, customs })
    await expect(call.shipments.setCustoms({ id, seen: first, customs: [] })).rejects.toThrow('records/changed-since')
    const { customsRevision: seen, customs: kept } = await read()
    await call.shipments.setLegs({ id, legs: [{ mode: 'sea' }] })
    const again = kept.map((entry) => ({ ...entry, lines: entry.lines.map((one) => ({ ...one, hsCode: '691190' })) }))
    await call.shipments.setCustoms({ id, seen, customs: again })
    await expect(call.shipments.setCustoms({ id, seen, customs: kept })).rejects.toThrow('records/changed-since')
    expect((await read()).customs[0]?.lines[0]?.hsCode).toBe('691190')
  })
})
