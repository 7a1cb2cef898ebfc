// The thread that keeps the search index: ready without anyone waiting, up to date after each write, mended after a crash.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { SearchResult } from '#shared/schemas/search.ts'
import { dataOf, envelope } from '#tests/api/transport-cases.ts'
import { openTestPool } from '#tests/support/test-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
let file = ''
beforeEach(() => {
  count += 1
  mkdirSync(join(folder, `pool-${count}`), { recursive: true })
  file = join(folder, `pool-${count}`, 'book.quay')
})

type Pool = Awaited<ReturnType<typeof openTestPool>>

const find = async (pool: Pool, text: string) => {
  const { hits } = await dataOf<SearchResult>((sent) => pool.call(sent), 'query', 'search.find', { text })
  return hits.map((hit) => hit.code)
}
const add = (pool: Pool, sku: string) =>
  dataOf((sent) => pool.call(sent), 'mutation', 'products.add', { sku, nameZh: '重庆' })

test('what was written is found by the next search', async () => {
  const pool = await openTestPool(file)
  expect(await find(pool, 'cup')).toEqual([])
  for (const sku of ['CUP-1', 'CUP-2', 'CUP-3']) {
    await add(pool, sku)
    expect((await find(pool, 'cup'))[0]).toBe(sku)
  }
  expect(await find(pool, 'cq')).toEqual(['CUP-3', 'CUP-2', 'CUP-1'])
  await pool.close()
})

test('a crashed searcher is started again and knows everything', async () => {
  const pool = await openTestPool(file)
  await add(pool, 'CUP-1')
  expect(await find(pool, 'cup')).toEqual(['CUP-1'])
  await pool.crashForTest('searcher')
  await add(pool, 'CUP-2')
  expect(await find(pool, 'cup')).toEqual(['CUP-2', 'CUP-1'])
  await pool.close()
})

test('closing does not wait for the index, and leaves one file', async () => {
  const pool = await openTestPool(file)
  const searches = Array.from({ length: 5 }, () => pool.call(envelope('query', 'search.find', { text: 'cup' })))
  await pool.close()
  for (const reply of await Promise.all(searches)) if (!reply.ok) expect(reply.error.code).toBe('book/closed')
  expect(readdirSync(join(folder, `pool-${count}`)).filter((name) => name.startsWith('book.quay'))).toEqual([
    'book.quay',
  ])
})
