// The bridge carries what the other ways into the program carry: the same calls, events, and files in chunks.
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { failureInMessage } from '#shared/failure-message.ts'
import { transportCases } from '#tests/api/transport-cases.ts'
import { ask, callFrom, makeBook } from './calls.ts'
import { test } from './window-app.ts'

test('passes the list of calls that every host passes', async ({ launch, folder }) => {
  const app = await launch()
  const page = await app.firstWindow()
  await makeBook(app, page, path.join(folder, 'cases.quay'))
  expect(transportCases.length).toBeGreaterThan(3)
  for (const { name, run } of transportCases) await test.step(name, () => run(callFrom(page), expect))
})

test('tells the page what changed, until it stops listening', async ({ launch, folder }) => {
  const app = await launch()
  const page = await app.firstWindow()
  await makeBook(app, page, path.join(folder, 'events.quay'))
  await page.evaluate(() => {
    const kept = window as unknown as { heard: object[]; stop?: () => void }
    kept.heard = []
    kept.stop = window.quayside?.onEvent((event) => kept.heard.push(event))
  })
  await ask(page, 'mutation', 'products.add', { sku: 'E-1' })
  await expect.poll(() => heardTables(page)).toContain('products')
  await page.evaluate(() => {
    const kept = window as unknown as { heard: object[]; stop?: () => void }
    kept.stop?.()
    kept.heard = []
  })
  await ask(page, 'mutation', 'products.add', { sku: 'E-2' })
  expect(await heardTables(page)).toEqual([])
})

test('carries a file of several chunks there and back, byte for byte', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  const same = await page.evaluate(async () => {
    const files = window.quayside?.files
    if (!files) throw new Error('the page has no bridge')
    const chunkBytes = 1024 * 1024
    const bytes = Uint8Array.from({ length: 2 * chunkBytes + 12345 }, (_, index) => (index * 31 + (index >> 8)) % 256)
    const { token } = await files.open('bytes.csv')
    for (let at = 0; at < bytes.length; at += chunkBytes)
      await files.put(token, at, bytes.slice(at, at + chunkBytes).buffer)
    const back: number[] = []
    for (;;) {
      const chunk = new Uint8Array(await files.get(token, back.length))
      if (chunk.length === 0) break
      for (const byte of chunk) back.push(byte)
    }
    return back.length === bytes.length && back.every((byte, index) => byte === bytes[index])
  })
  expect(same).toBe(true)
})

test('refuses what is no envelope', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  const refused = await page.evaluate(() =>
    window.quayside?.call('anything' as never).then(
      () => 'answered',
      (error: Error) => error.message,
    ),
  )
  expect(refused).toContain('call/malformed')
  const chunk = await page.evaluate(() =>
    window.quayside?.files.put('0'.repeat(32), 0, new ArrayBuffer(1)).then(
      () => 'taken',
      (error: Error) => error.message,
    ),
  )
  expect(failureInMessage(chunk ?? '')).toMatchObject({ code: 'files/unknown' })
})

function heardTables(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { heard } = window as unknown as { heard: { type: string; tables?: string[] }[] }
    return heard.flatMap((event) => event.tables ?? [])
  })
}
