// The doors to receiving, follow-up and payments, walked through once as the screens use them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { directCaller } from '#main/host/direct-caller.ts'
import { purchaseBook } from '#tests/services/receiving/purchase-book.ts'
import { testBook, testPerson } from '#tests/support/test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-receiving-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('on an empty book every query answers', async () => {
  const book = testBook()
  const call = directCaller(book, { shelfFolder: join(folder, 'empty'), personId: testPerson(book) })
  expect(await call.payments.payables({})).toMatchObject({ rows: [], totals: [], credits: [] })
  expect(await call.payments.list({})).toEqual({ rows: [], next: null })
  expect(await call.claims.list({})).toEqual([])
  expect(await call.milestones.ofOrder({ orderId: 1 })).toEqual([])
  expect(await call.inspections.ofOrder({ orderId: 1 })).toEqual([])
  expect(await call.receiving.orderOf({ kind: 'claim', id: 1 })).toEqual({ orderId: null, shipmentId: null })
  expect(await call.inspections.plan({})).toMatchObject({ plan: null, verdict: { reason: 'no-lot' } })
  await expect(call.receiving.ofOrder({ orderId: 1 })).rejects.toMatchObject({ cause: { code: 'purchases/not-found' } })
})

test('an order is followed, inspected, received, claimed for and paid; each step is undone from its own notice', async () => {
  const book = purchaseBook()
  const call = directCaller(book, { shelfFolder: join(folder, 'full'), personId: testPerson(book) })
  const order = book.order({ depositPercent: 30 })
  const orderId = order.id
  const [step] = await call.milestones.ofOrder({ orderId })
  const reached = await call.milestones.reach({ id: step?.id ?? 0, on: '2026-10-10' })
  await call.history.undo({ operationId: reached.operationId ?? 0 })
  expect((await call.milestones.ofOrder({ orderId }))[0]?.actualOn).toBeNull()
  expect(await call.receiving.orderOf({ kind: 'milestone', id: step?.id ?? 0 })).toEqual({ orderId, shipmentId: null })

  const plan = await call.inspections.plan({ lot: 2000 })
  expect(plan.plan).toMatchObject({ letter: 'K', sampleSize: 125 })
  const { id } = await call.inspections.add({ orderId, on: '2026-10-20', lot: 100 })
  const seen = await call.inspections.get({ id })
  const { revision, plan: _, verdict: __, archived: ___, orderNumber: ____, lineSku: _____, ...inspection } = seen
  await call.inspections.edit({ id, seen: revision, inspection: { ...inspection, result: 'passed' } })
  const stale = call.inspections.edit({ id, seen: revision, inspection })
  await expect(stale).rejects.toMatchObject({ cause: { code: 'records/changed-since' } })

  const form = await call.receiving.toReceive({ orderId })
  expect(form.defects.length).toBeGreaterThan(5)
  const lines = form.lines.map(({ lineId, open }) => ({ lineId, quantity: open }))
  expect(await call.receiving.preview({ orderId, on: '2026-11-02', lines })).toMatchObject({ value: '200.00' })
  const received = await call.receiving.receive({ orderId, on: '2026-11-02', lines })
  expect(received.result).toMatchObject({ status: 'received' })
  await call.history.undo({ operationId: received.operationId ?? 0 })
  expect(await call.receiving.ofOrder({ orderId })).toEqual([])
  const { result } = await call.receiving.receive({ orderId, on: '2026-11-02', lines })
  expect(result.receipts.length).toBe(1)

  const claim = await call.claims.add({ orderId, kind: 'late', openedOn: '2026-11-02' })
  expect((await call.claims.get({ id: claim.id })).number).toBe(claim.number)
  const paid = await call.payments.record({
    on: '2026-11-03',
    amount: '200',
    currency: 'USD',
    shares: [{ orderId, amount: '200' }],
  })
  expect(paid.result.over).toEqual([])
  expect(await call.payments.ofOrder({ orderId })).toMatchObject({
    open: '0.00',
    dues: [{ kind: 'deposit' }, { kind: 'balance' }],
  })
  await call.payments.reverse({ id: paid.result.id })
  expect((await call.payments.payables({})).totals).toMatchObject([{ open: '200.00', overdue: '200.00' }])
  expect(book.problems()).toEqual([])
})
