// The doors to suppliers, offers, requests and certificates, walked through once as the screens use them: a candidate is
// admitted, asked with another, compared, chosen.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { directCaller } from '#main/host/direct-caller.ts'
import { testBook, testPerson } from '#tests/support/test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-sourcing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function openCaller() {
  const book = testBook()
  return directCaller(book, { shelfFolder: join(folder, 'shelf'), personId: testPerson(book) })
}

const nothing = { rows: [], total: 0 }
const codeOf = (reply: Promise<unknown>) => reply.then(() => 'answered').catch((error) => error.cause?.code)

test('every query answers on an empty book', async () => {
  const call = openCaller()
  for (const list of [call.offers.list, call.requests.list, call.certificates.list])
    expect(await list({})).toEqual(nothing)
  expect(await call.offers.ofProduct({ productId: 1 })).toEqual([])
  expect(await call.offers.ofSupplier({ supplierId: 1 })).toEqual([])
  expect((await call.offers.priceHistory({ productId: 1 })).series).toEqual([])
  expect((await call.suppliers.purchaseShares({ productId: 1 })).rows).toEqual([])
  expect(await call.suppliers.tags()).toEqual([])
  expect(await call.suppliers.statusChanges({ supplierId: 1 })).toEqual([])
  expect(await call.suppliers.bankAccounts({ supplierId: 1 })).toEqual([])
  expect((await call.suppliers.settings()).capital).toEqual({ yearlyPercent: 6 })
  expect(await call.certificates.ofSupplier({ supplierId: 1 })).toEqual([])
  expect(await call.requests.propose({})).toEqual({ lines: [], suppliers: [] })
  const missing = [
    call.offers.get({ id: 1 }),
    call.requests.get({ id: 1 }),
    call.requests.compare({ id: 1 }),
    call.certificates.get({ id: 1 }),
    call.suppliers.setStatus({ supplierId: 1, status: 'blocked', reason: 'x' }),
  ]
  expect(await Promise.all(missing.map(codeOf))).toEqual([
    'offers/not-found',
    'requests/not-found',
    'requests/not-found',
    'suppliers/certificate-not-found',
    'suppliers/not-found',
  ])
})

test('from a candidate to an order', async () => {
  const call = openCaller()
  const product = await call.products.add({ sku: 'MUG', nameEn: 'Mug' })
  const kiln = await call.parties.add({
    roles: ['supplier'],
    name: 'Kiln',
    supply: { kind: 'trader' },
    tags: ['glass'],
  })
  const pine = await call.parties.add({ roles: ['supplier'], name: 'Pine' })
  for (const { item } of (await call.suppliers.admission({ supplierId: kiln.id })).items)
    await call.suppliers.signAdmission({ supplierId: kiln.id, item, state: 'passed' })
  await call.suppliers.setStatus({ supplierId: kiln.id, status: 'approved' })
  expect((await call.suppliers.statusChanges({ supplierId: kiln.id })).map(({ person }) => person?.name)).toEqual([
    'Mei',
    'Mei',
  ])
  const certificate = await call.certificates.add({ supplierId: kiln.id, title: 'ISO 9001', number: 'A-77' })
  const account = { accountNumber: '6222 0000 1111 2222', bankName: 'Bank' }
  await call.suppliers.saveBankAccount({ supplierId: kiln.id, account })
  expect((await call.suppliers.bankAccounts({ supplierId: kiln.id }))[0]?.accountNumber).toBe('•••• 2222')
  expect((await call.suppliers.bankDetails({ supplierId: kiln.id }))[0]?.accountNumber).toBe(account.accountNumber)
  const tagged = { column: 'tags', op: 'in' as const, values: ['glass'] }
  expect((await call.parties.list({ role: 'supplier', filters: [tagged] })).total).toBe(1)

  const request = await call.requests.add({
    requestedOn: '2026-11-22',
    lines: [{ productId: product.id, quantity: 100 }],
    supplierIds: [kiln.id, pine.id],
  })
  await call.requests.send({ id: request.id })
  const { answers, lines } = await call.requests.get({ id: request.id })
  const lineId = lines[0]?.id ?? 0
  for (const [index, { id: answerId }] of answers.entries())
    await call.requests.recordAnswer({ answerId, currency: 'USD', lines: [{ lineId, price: `${index + 2}` }] })
  const compared = await call.requests.compare({ id: request.id })
  expect(compared.answers.map(({ supplier, rank }) => [supplier.name, rank])).toEqual([
    ['Kiln', 1],
    ['Pine', 2],
  ])
  const made = await call.requests.choose({ id: request.id, picks: compared.cheapest })
  expect(made.orders).toHaveLength(1)
  expect(await call.purchases.get({ id: made.orders[0]?.id ?? 0 })).toMatchObject({
    supplierId: kiln.id,
    total: '200.00',
  })
  const held = await call.offers.ofProduct({ productId: product.id, quantity: 100 })
  expect(held.map(({ offer, price }) => [offer.supplier, price])).toEqual([
    ['Kiln', '2.00'],
    ['Pine', '3.00'],
  ])

  const found = async (text: string) => (await call.search.find({ text })).hits.map(({ kind, id }) => [kind, id])
  expect(await found('A-77')).toEqual([['certificate', certificate.id]])
  expect(await found(request.number)).toContainEqual(['request', request.id])
  expect(await found('glass')).toEqual([['party', kiln.id]])
  const { id, revision } = await call.certificates.get({ id: certificate.id })
  const changed = { supplierId: kiln.id, title: 'ISO 9001:2026' }
  await call.certificates.edit({ id, seen: revision, certificate: changed })
  expect(await codeOf(call.certificates.edit({ id, seen: revision, certificate: changed }))).toBe(
    'records/changed-since',
  )
})

test('whoever signs an item of the checklist stands in nobody’s way who changes the card', async () => {
  const call = openCaller()
  const { id } = await call.parties.add({ roles: ['supplier'], name: 'Kiln', supply: {} })
  const party = await call.parties.get({ id })
  await call.suppliers.signAdmission({ supplierId: id, item: 'licence', state: 'passed' })
  await call.suppliers.setStatus({ supplierId: id, status: 'blocked', reason: 'x' })
  const { orderCount: _orders, productCount: _products, archived: _archived, revision, ...card } = party
  await call.parties.edit({ id, seen: revision, party: { ...card, phone: '123' } })
  expect(await call.parties.get({ id })).toMatchObject({ phone: '123', supply: { status: 'blocked' } })
})
