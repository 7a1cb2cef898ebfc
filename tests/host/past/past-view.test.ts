// The book as of a day through the built program: shown in place of the present, never written, and gone when it is closed.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf, type Instant } from '#shared/dates.ts'
import type { HostState } from '#shared/schemas/host.ts'
import { dataOf } from '#tests/api/transport-cases.ts'
import { daysAgo } from '#tests/support/earlier-clock.ts'
import { startHttpHost, type TestHost } from '#tests/support/test-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-past-host-'))
const book = join(folder, 'home', 'Test Trading.quay')
const pastFolder = join(folder, 'settings', 'past')
let productId = 0
const running: TestHost[] = []

const product = (amount: string) => ({ sku: 'MUG', nameEn: 'Oak mug', price: { amount, currency: 'USD' } })

/** A product made five days ago at 12.50, costing 19.90 since three days ago. */
beforeAll(async () => {
  const first = await startHttpHost({ folder, newBook: true, env: daysAgo(5) })
  productId = (await dataOf<{ id: number }>(first.call, 'mutation', 'products.add', product('12.5'))).id
  await first.stop()
  const second = await startHttpHost({ folder, args: ['--book', book], env: daysAgo(3) })
  await dataOf(second.call, 'mutation', 'products.edit', { id: productId, product: product('19.9') })
  await dataOf(second.call, 'mutation', 'products.add', { sku: 'CUP', nameEn: 'Cup' })
  await second.stop()
})
afterEach(async () => {
  for (const host of running.splice(0)) await host.stop()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function present(): Promise<TestHost> {
  const host = await startHttpHost({ folder, args: ['--book', book] })
  running.push(host)
  return host
}

const today = () => dayOf(Date.now() as Instant)
const openPast = (host: TestHost, day: string) =>
  dataOf<HostState['book']>(host.call, 'mutation', 'host.past.open', { day, jobId: 'job' })
const priceIn = async (host: TestHost) =>
  (await dataOf<{ price: unknown }>(host.call, 'query', 'products.get', { id: productId })).price
const codesFound = async (host: TestHost, text: string) =>
  (await dataOf<{ hits: { code: string }[] }>(host.call, 'query', 'search.find', { text })).hits.map(({ code }) => code)
const stateOf = (host: TestHost) => dataOf<HostState>(host.call, 'query', 'host.state')

const filesOfPasts = () =>
  existsSync(pastFolder)
    ? readdirSync(pastFolder, { recursive: true }).filter((name) => String(name).endsWith('.quay'))
    : []

describe('the book as of a day', () => {
  test('stands in place of the present, with its own clock, and gives way to it again', async () => {
    const host = await present()
    expect(await priceIn(host)).toMatchObject({ amount: '19.90' })
    const day = addDays(today(), -4)
    expect(await openPast(host, day)).toMatchObject({ access: { mode: 'read', reason: 'past', day } })
    const { book: shown } = await stateOf(host)
    expect(shown).toMatchObject({
      access: { reason: 'past', day },
      person: { name: 'Mei' },
      companyName: 'Test Trading',
    })
    expect(await priceIn(host)).toMatchObject({ amount: '12.50' })
    // The cup came later; the mug was there.
    expect(await codesFound(host, 'cup')).toEqual([])
    expect(await codesFound(host, 'mug')).toEqual(['MUG'])
    const refused = await host.call({ id: 1, kind: 'mutation', path: 'products.add', input: { sku: 'X', nameEn: 'x' } })
    expect(refused).toMatchObject({ ok: false, error: { code: 'book/read-only', details: { why: 'past' } } })
    expect(filesOfPasts()).toHaveLength(1)
    await dataOf(host.call, 'mutation', 'host.past.close')
    expect((await stateOf(host)).book?.access).toEqual({ mode: 'write' })
    expect(await priceIn(host)).toMatchObject({ amount: '19.90' })
    expect(filesOfPasts()).toEqual([])
  })

  test('another day replaces the one that is shown; closing the book closes both', async () => {
    const host = await present()
    await openPast(host, addDays(today(), -4))
    await openPast(host, addDays(today(), -2))
    expect(await priceIn(host)).toMatchObject({ amount: '19.90' })
    expect(filesOfPasts()).toHaveLength(1)
    await dataOf(host.call, 'mutation', 'host.closeBook')
    expect((await stateOf(host)).book).toBe(null)
    await expect.poll(filesOfPasts, { timeout: 15_000 }).toEqual([])
  })

  test('only days between the first and yesterday; a refusal leaves the present and no file', async () => {
    const host = await present()
    await expect(openPast(host, today())).rejects.toThrow('past/future')
    await expect(openPast(host, addDays(today(), -30))).rejects.toThrow('past/before-book')
    expect(filesOfPasts()).toEqual([])
    const bounds = await dataOf(host.call, 'query', 'host.past.bounds')
    expect(bounds).toEqual({ first: addDays(today(), -5), today: today() })
    expect(await priceIn(host)).toMatchObject({ amount: '19.90' })
  })

  test('what a killed program left is removed by the next one', async () => {
    const host = await present()
    await openPast(host, addDays(today(), -4))
    expect(filesOfPasts()).toHaveLength(1)
    const gone = new Promise((resolve) => host.child.once('exit', resolve))
    host.child.kill('SIGKILL')
    await gone
    running.splice(0)
    await present()
    expect(filesOfPasts()).toEqual([])
  })
})
