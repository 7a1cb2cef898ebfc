// The door to alerts, walked through once as the screens use it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { directCaller } from '#main/host/direct-caller.ts'
import { testBook, testPerson } from '#tests/support/test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-alerts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const today = '2026-03-10'

function openCaller() {
  const book = testBook()
  return directCaller(book, { shelfFolder: join(folder, 'shelf'), personId: testPerson(book) })
}

test('on an empty book every query answers', async () => {
  const call = openCaller()
  expect(await call.alerts.home({ today })).toEqual({ hasRecords: false, groups: [] })
  expect(await call.alerts.list({ today })).toEqual({ rows: [], total: 0 })
  expect(await call.alerts.counts({ today })).toEqual({})
  expect(await call.alerts.ofRecord({ today, record: { kind: 'product', id: 1 } })).toEqual([])
  expect((await call.alerts.rules({ today })).every(({ isOn, waiting }) => isOn && waiting === 0)).toBe(true)
})

test('an alert is put aside, undone, done and let wait again; a rule is switched off', async () => {
  const call = openCaller()
  const { id } = await call.products.add({ sku: 'MUG' })
  const asked = { today, rule: 'products/no-cost' as const }
  const waiting = async () => (await call.alerts.list(asked)).total
  const alert = { rule: asked.rule, record: { kind: 'product' as const, id }, cause: 'unsold' }
  const { operationId } = await call.alerts.snooze({ today, targets: { alerts: [alert] }, until: '2026-03-11' })
  expect(await waiting()).toBe(0)
  await call.history.undo({ operationId: operationId ?? 0 })
  expect(await waiting()).toBe(1)
  expect((await call.alerts.done({ today, targets: { rule: asked.rule } })).result).toBe(1)
  expect((await call.alerts.list({ ...asked, state: 'done' })).rows).toMatchObject([{ mark: { state: 'done' } }])
  await call.alerts.unmark({ alerts: [alert] })
  expect(await waiting()).toBe(1)
  await call.alerts.setRule({ rule: asked.rule, isOn: false, days: null })
  expect(await waiting()).toBe(0)
  await expect(call.alerts.snooze({ today, targets: { alerts: [alert] }, until: today })).rejects.toThrow()
})
