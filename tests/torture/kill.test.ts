// kill -9 at random moments while the program writes and imports. After each: the book opens, checks clean, and holds every
// write that was acknowledged.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openBook } from '#main/db/book.ts'
import { fileMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import type { Instant } from '#shared/dates.ts'
import { envelope } from '#tests/api/transport-cases.ts'
import { orderRowsMapping, writeOrderRows } from '#tests/support/order-rows-file.ts'
import { startHttpHost, type TestHost } from '#tests/support/test-host.ts'
import { rounds, seed, seededRandom } from '#tests/torture/torture-size.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const random = seededRandom(seed)
const count = rounds(2, 120)
const file = join(folder, 'home', 'Test Trading.quay')

test(`nothing acknowledged is lost in ${count} kills (seed ${seed})`, { timeout: count * 15_000 }, async () => {
  const acknowledged = new Set<string>()
  mkdirSync(join(folder, 'home'), { recursive: true })
  const source = join(folder, 'orders.csv')
  writeOrderRows(source, 20_000)
  for (let round = 0; round < count; round += 1) {
    const host = await startHttpHost({ folder, newBook: round === 0, args: round === 0 ? [] : ['--book', file] })
    const imports = round % 2 === 1
    const work = imports ? importForever(host, source) : writeForever(host, round, acknowledged)
    await new Promise((resolve) => setTimeout(resolve, 50 + random() * 900))
    host.child.kill('SIGKILL')
    await work
    await expectWhole(acknowledged)
  }
  expect(acknowledged.size).toBeGreaterThan(count)
})

async function writeForever(host: TestHost, round: number, acknowledged: Set<string>): Promise<void> {
  for (let index = 0; ; index += 1) {
    const sku = `K-${round}-${index}`
    const reply = await host.call(envelope('mutation', 'products.add', { sku })).catch(() => null)
    if (!reply?.ok) return
    acknowledged.add(sku)
  }
}

async function importForever(host: TestHost, source: string): Promise<void> {
  const token = await uploaded(host, source).catch(() => null)
  if (token === null) return
  for (let index = 0; ; index += 1) {
    const options = { ...orderRowsMapping.options, channel: `c${random()}` }
    const input = { jobId: `job-${index}`, files: [{ file: token, mapping: { ...orderRowsMapping, options } }] }
    const reply = await host.call(envelope('mutation', 'imports.run', input)).catch(() => null)
    if (!reply?.ok) return
  }
}

async function uploaded(host: TestHost, source: string): Promise<string> {
  const { readFileSync } = await import('node:fs')
  const headers = { Cookie: await host.cookie() }
  const opened = await fetch(`${host.origin}/api/files/open`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: 'orders.csv' }),
  })
  const { token } = (await opened.json()) as { token: string }
  const bytes = readFileSync(source)
  for (let offset = 0; offset < bytes.length; offset += 1_000_000) {
    const body = bytes.subarray(offset, offset + 1_000_000)
    await fetch(`${host.origin}/api/files/put?token=${token}&offset=${offset}`, { method: 'POST', headers, body })
  }
  return token
}

async function expectWhole(acknowledged: ReadonlySet<string>): Promise<void> {
  const memory = fileMemory(join(folder, 'settings', 'books'))
  const book = await openBook(file, { memory, clock: () => Date.now() as Instant })
  try {
    expect(read(book.connection, checkBook).problems).toEqual([])
    const rows = book.connection.prepare("SELECT sku FROM products WHERE sku LIKE 'K-%'").all() as { sku: string }[]
    const there = new Set(rows.map((row) => row.sku))
    expect([...acknowledged].filter((sku) => !there.has(sku))).toEqual([])
    const { n } = book.connection.prepare('SELECT count(*) AS n FROM sales_orders').get() as { n: number }
    expect(n % 5000).toBe(0)
  } finally {
    book.close()
  }
}
