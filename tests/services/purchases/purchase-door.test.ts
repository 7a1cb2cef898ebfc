// The whole way through the door: what a screen calls, from a draft to goods that are waited for, and back by undo.
import { expect, test } from 'vitest'
import { twoCopies } from '#tests/support/copied-books.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'

test('made, sent, confirmed, followed and taken back', async () => {
  let known = { supplier: 0, product: 0, sale: 0 }
  const { mei } = await twoCopies((tx) => {
    const supplier = makeCustomer(tx, 'Factory', { roles: ['supplier'] })
    const product = makeProduct(tx, { sku: 'MUG' })
    tx.update('products', product, { supplier_id: supplier })
    known = {
      supplier,
      product,
      sale: makeOrder(tx, { lines: [{ productId: product, quantity: 40, unitPrice: '9' }] }),
    }
  })
  const { purchases, history, versions } = mei.caller
  const [draft] = (await purchases.fromSalesOrder({ salesOrderId: known.sale })).result.orders
  const id = draft?.id ?? 0
  const target = { ids: [id] }
  expect(await purchases.get({ id })).toMatchObject({ status: 'draft', verbs: ['edit', 'send', 'cancel'] })
  await purchases.send({ target })
  const { operationId } = await purchases.confirm({ target, promisedOn: '2026-12-24' })
  expect(await purchases.list({})).toMatchObject({ total: 1, rows: [{ status: 'confirmed', nextOn: '2026-12-24' }] })
  expect(await purchases.linkedTo({ salesOrderId: known.sale })).toMatchObject([
    { orderId: id, quantity: 40, open: 40 },
  ])
  expect((await purchases.buyPlan({ salesOrderId: known.sale })).lines).toMatchObject([{ bought: 40, short: 0 }])
  await history.undo({ operationId: operationId ?? 0 })
  expect(await purchases.get({ id })).toMatchObject({ status: 'sent', confirmedOn: null })
  const { revision, rate, verbs: _, lines, ...now } = await purchases.get({ id })
  const changed = lines.map((line) => ({ ...line, salesLineId: line.salesLine?.id ?? null, quantity: 50 }))
  const purchase = { ...now, rate: rate ?? '', lines: changed }
  await purchases.edit({ id, seen: revision, purchase })
  // Who saves what somebody else has changed since is asked first.
  await expect(purchases.edit({ id, seen: revision, purchase: { ...purchase, note: 'x' } })).rejects.toThrow()
  // Sent; another promised day; that taken back; another quantity.
  const kept = await versions.ofRecord({ kind: 'purchase', id })
  expect(kept.map(({ cause }) => cause)).toEqual(['changed', 'changed', 'changed', 'sent'])
  await purchases.cancel({ target, reason: 'no longer needed' })
  expect((await purchases.lines({ productId: known.product })).rows).toMatchObject([{ status: 'cancelled', open: 0 }])
})
