// A paper as PDF: made by the built program in a hidden window, read again by another hand.
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { IssuedPaper, PaperStart } from '#shared/schemas/papers.ts'
import { textOfPages } from '../support/pdf-text.ts'
import { ask, makeBook } from './calls.ts'
import { test, type WindowApp } from './window-app.ts'

/** A long name that breaks, signs that fonts lack first, and both scripts. */
const names = { nameEn: 'Café shelf 60 × 40 cm, 2 m² – µ-coated', nameZh: '橡木层板 60 厘米' }

test('an order becomes a PDF of its whole content, in English and Chinese', async ({ launch, folder }) => {
  const app = await launch()
  const page = await app.firstWindow()
  await makeBook(app, page, path.join(folder, 'papers.quay'))
  const order = await orderOf(page, 60)
  const start = await ask<PaperStart>(page, 'query', 'papers.start', {
    kind: 'proforma_invoice',
    record: { kind: 'order', id: order.id },
  })
  const draft = await pdfOf(page, { wish: { ...start.wish, language: 'both' } })
  expect(draft.pages.length).toBeGreaterThan(1)
  const text = draft.pages.join('\n')
  for (let line = 1; line <= 60; line += 1) expect(text).toContain(sku(line))
  expect(text).toContain('Café shelf 60 × 40 cm, 2 m2 – μ-coated')
  expect(text).toContain('橡木层板')
  draft.pages.forEach((one, index) => {
    expect(one).toMatch(new RegExp(`Page ${index + 1} of ${draft.pages.length}`))
  })

  const issued = await ask<IssuedPaper>(page, 'mutation', 'papers.issue', { ...start.wish, language: 'zh-CN' })
  const sent = await pdfOf(page, { paperId: issued.id })
  expect(sent.name).toContain(issued.number)
  expect(sent.name).toMatch(/\.pdf$/)
  expect(sent.pages.join('')).toContain(issued.number)
  expect(sent.pages.join('')).toContain('橡木层板')
  expect(await windowCount(app)).toBe(1)
})

test('papers asked for at once are made one after the other, each in a window without scripts', async ({
  launch,
  folder,
  shell,
}) => {
  const app = await launch()
  const page = await app.firstWindow()
  await makeBook(app, page, path.join(folder, 'at-once.quay'))
  const order = await orderOf(page, 2)
  const record = { kind: 'order', id: order.id }
  await watchWindows(app)
  const kinds = ['order_confirmation', 'proforma_invoice', 'commercial_invoice']
  const made = await Promise.all(
    kinds.map(async (kind) => {
      const { wish } = await ask<PaperStart>(page, 'query', 'papers.start', { kind, record })
      return pdfOf(page, { wish })
    }),
  )
  for (const { pages } of made) expect(pages.join('')).toContain(sku(2))
  const seen = await windowsSeen(app)
  expect(seen.count).toBe(3)
  expect(seen.mostAtOnce).toBe(2)
  expect(await windowCount(app)).toBe(1)
  if (shell === 'electron') return
  for (const preferences of seen.preferences)
    expect(preferences).toMatchObject({
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    })
})

test('what cannot be made is refused, and nothing stays open', async ({ launch, folder }) => {
  const app = await launch()
  const page = await app.firstWindow()
  await makeBook(app, page, path.join(folder, 'refused.quay'))
  const refused = ask(page, 'mutation', 'host.paperPdf', { paperId: 999 })
  await expect(refused).rejects.toThrow(/papers\/not-found/)
  await expect(ask(page, 'mutation', 'host.paperPdf', { wish: { kind: 'love_letter' } })).rejects.toThrow()
  expect(await windowCount(app)).toBe(1)
})

const sku = (line: number) => `PDF-${String(line).padStart(3, '0')}`

async function orderOf(page: Page, lines: number): Promise<{ id: number }> {
  const ids: number[] = []
  for (let line = 1; line <= lines; line += 1) {
    const { id } = await ask<{ id: number }>(page, 'mutation', 'products.add', { sku: sku(line), ...names })
    ids.push(id)
  }
  const { id: customerId } = await ask<{ id: number }>(page, 'mutation', 'parties.add', {
    name: 'Alpine Home GmbH',
    roles: ['customer'],
  })
  return ask(page, 'mutation', 'orders.add', {
    customerId,
    currency: 'USD',
    orderedOn: '2026-11-18',
    lines: ids.map((productId) => ({ productId, quantity: 3, unitPrice: '12.5' })),
  })
}

type MadePdf = { name: string; pages: string[] }

async function pdfOf(page: Page, asked: object): Promise<MadePdf> {
  const { token, name } = await ask<{ token: string; name: string }>(page, 'mutation', 'host.paperPdf', asked)
  const bytes = await page.evaluate(async (file) => {
    const chunks: number[] = []
    for (;;) {
      const chunk = new Uint8Array((await window.quayside?.files.get(file, chunks.length)) ?? new ArrayBuffer(0))
      if (chunk.length === 0) return chunks
      for (const byte of chunk) chunks.push(byte)
    }
  }, token)
  expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-')
  return { name, pages: await textOfPages(Uint8Array.from(bytes)) }
}

function windowCount(app: WindowApp): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
}

type Watched = { seen: { count: number; mostAtOnce: number; preferences: unknown[] } }

async function watchWindows(app: WindowApp): Promise<void> {
  await app.evaluate(({ app: program, BrowserWindow }) => {
    const kept = globalThis as unknown as Watched
    kept.seen = { count: 0, mostAtOnce: 0, preferences: [] }
    program.on('browser-window-created', (_event, window) => {
      const open = BrowserWindow.getAllWindows().length
      const { standInOptions } = window as unknown as { standInOptions?: { webPreferences?: object } }
      const { session: _session, ...preferences } = (standInOptions?.webPreferences ?? {}) as { session?: unknown }
      kept.seen.count += 1
      kept.seen.mostAtOnce = Math.max(kept.seen.mostAtOnce, open)
      kept.seen.preferences.push(preferences)
    })
  })
}

function windowsSeen(app: WindowApp): Promise<Watched['seen']> {
  return app.evaluate(() => (globalThis as unknown as Watched).seen)
}
