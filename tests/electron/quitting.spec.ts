// However it is asked to go, it closes the book properly: whole, one file, nothing half imported.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import type { Inspection } from '#shared/schemas/imports.ts'
import { ask, makeBook } from './calls.ts'
import { test } from './window-app.ts'

test('closing the window ends the program and leaves the book as one file', async ({ launch, folder }) => {
  const file = path.join(folder, 'closed.quay')
  const app = await launch()
  const page = await app.firstWindow()
  await makeBook(app, page, file)
  await ask(page, 'mutation', 'products.add', { sku: 'C-1' })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  expect(await app.ended).toBe(0)
  expectWhole(file)
  expect(skus(file)).toEqual(['C-1'])
})

test('quitting while an import runs ends the program, and nothing of the import is in the book', async ({
  launch,
  folder,
}) => {
  const file = path.join(folder, 'importing.quay')
  const app = await launch()
  const page = await app.firstWindow()
  await makeBook(app, page, file)
  await ask(page, 'mutation', 'products.add', { sku: 'BEFORE' })
  await startImport(page, 300_000)
  await expect.poll(() => rowsImported(page)).toBeGreaterThan(0)
  await app.evaluate(({ app }) => app.quit())
  expect(await app.ended).toBe(0)
  expect(app.complaints()).not.toContain('failed')
  expectWhole(file)
  expect(skus(file)).toEqual(['BEFORE'])
})

/** Puts a long list of products into the program as the screen does, and starts its import without waiting for the end. */
async function startImport(page: Page, rows: number): Promise<void> {
  const token = await page.evaluate(async (count) => {
    const files = window.quayside?.files
    if (!files) throw new Error('the page has no bridge')
    const lines = Array.from({ length: count }, (_, index) => `SKU-${index},Product ${index},${index % 90}.50`)
    const bytes = new TextEncoder().encode(`SKU,Name,Price\n${lines.join('\n')}\n`)
    const opened = await files.open('products.csv')
    const chunkBytes = 1024 * 1024
    for (let at = 0; at < bytes.length; at += chunkBytes)
      await files.put(opened.token, at, bytes.slice(at, at + chunkBytes).buffer)
    return opened.token
  }, rows)
  const { mapping } = await ask<Inspection>(page, 'query', 'imports.inspect', { file: token })
  await page.evaluate(
    (input) => {
      const kept = window as unknown as { imported: number }
      kept.imported = 0
      window.quayside?.onEvent((event) => {
        if (event.type === 'job' && event.job.id === input.jobId) kept.imported = event.job.done
      })
      // The program ends before it could answer.
      window.quayside?.call({ id: 1, kind: 'mutation', path: 'imports.run', input }).catch(() => {})
    },
    { jobId: 'long-import', files: [{ file: token, mapping }] },
  )
}

function rowsImported(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { imported: number }).imported)
}

function expectWhole(file: string): void {
  const beside = ['-wal', '-shm', '-journal'].filter((suffix) => existsSync(file + suffix))
  expect(beside).toEqual([])
  const book = new Database(file, { readonly: true })
  expect(book.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(book.pragma('journal_mode', { simple: true })).toBe('delete')
  book.close()
}

function skus(file: string): unknown[] {
  const book = new Database(file, { readonly: true })
  const found = book.prepare('SELECT sku FROM products ORDER BY sku').pluck().all()
  book.close()
  return found
}
