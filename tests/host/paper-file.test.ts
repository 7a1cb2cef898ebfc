// A paper's page on its way to the shelf.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { HeldBook } from '#main/host/book-keeper.ts'
import { paperFile } from '#main/host/paper-file.ts'
import { chunkBytes, fileShelf } from '#main/services/files/file-shelf.ts'
import type { Envelope, Reply } from '#shared/operation.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-paper-file-'))
const files = fileShelf(folder)
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const asked: Envelope[] = []

function bookThat(answers: (envelope: Envelope) => Reply): HeldBook {
  const call = async (envelope: Envelope) => {
    asked.push(envelope)
    return answers(envelope)
  }
  return { pool: { call } as unknown as HeldBook['pool'], path: '', file: '', state: {} as HeldBook['state'] }
}

const page = (title: string) => bookThat(({ id }) => ({ id, ok: true, data: { html: '<body><p>page</p>', title } }))

function readAll(token: string): Uint8Array {
  const chunks: Uint8Array[] = []
  for (let at = 0; ; ) {
    const chunk = files.get(token, at)
    if (chunk.byteLength === 0) return Buffer.concat(chunks)
    chunks.push(chunk)
    at += chunk.byteLength
  }
}

test('the page of an issued paper, and of a wished one, goes through the engine in chunks', async () => {
  const pdf = Uint8Array.from({ length: 2 * chunkBytes + 5 }, (_, index) => index % 251)
  const seen: string[] = []
  const engine = async (html: string) => {
    seen.push(html)
    return pdf
  }
  const made = await paperFile({ paperId: 12 as never, mark: '' }, { book: page('PI-2026-0001 Alpine'), files, engine })
  expect(made.name).toBe('PI-2026-0001 Alpine.pdf')
  expect(Buffer.compare(readAll(made.token), pdf)).toBe(0)
  await paperFile({ wish: { kind: 'price_list' }, mark: 'DRAFT' }, { book: page('x'), files, engine })
  expect(seen[0]).toBe('<body><p>page</p>')
  expect(seen[1]).toMatch(/^<body><div style="position:fixed[^>]*>DRAFT<\/div><p>page<\/p>$/)
  expect(asked.map(({ path, input, kind }) => ({ path, input, kind }))).toEqual([
    { path: 'papers.html', input: { id: 12 }, kind: 'query' },
    { path: 'papers.preview', input: { kind: 'price_list' }, kind: 'query' },
  ])
})

test('a title of a foreign world becomes a name that every system takes', async () => {
  const name = async (title: string) =>
    (
      await paperFile(
        { paperId: 1 as never, mark: '' },
        { book: page(title), files, engine: async () => new Uint8Array(1) },
      )
    ).name
  expect(await name('PI-1: Mills & Söhne / 山本 "B"')).toBe('PI-1 Mills & Söhne 山本 B.pdf')
  expect(await name('../../etc/passwd')).toBe('etc passwd.pdf')
  expect(await name(' \u0000 ')).toBe('paper.pdf')
  expect((await name('x'.repeat(500))).length).toBe(124)
})

test('without an engine, without a book, or when the worker refuses, nothing is made', async () => {
  const engine = async () => new Uint8Array(1)
  const refusing = bookThat(({ id }) => ({ id, ok: false, error: { code: 'papers/not-found', details: { id: 1 } } }))
  const ask = (parts: Parameters<typeof paperFile>[1]) => paperFile({ paperId: 1 as never, mark: '' }, parts)
  await expect(ask({ book: page('x'), files, engine: null })).rejects.toMatchObject({ code: 'papers/no-pdf' })
  await expect(ask({ book: null, files, engine })).rejects.toMatchObject({ code: 'book/closed' })
  await expect(ask({ book: refusing, files, engine })).rejects.toMatchObject({ code: 'papers/not-found' })
})
