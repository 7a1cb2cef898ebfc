import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import { refusal } from '#tests/support/refusal.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-shelf-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const pdf = Buffer.from('%PDF-1.7')

test('what is kept lies there once, under each name that it is asked for by', () => {
  const folder = join(root, 'kept')
  const files = ['ce.pdf', 'ce.pdf', 'ce again.pdf'].map((name) => fileShelf(folder).keep(name, pdf))
  fileShelf(folder).keep('other.pdf', Buffer.from('another'))
  expect(files.map(({ name, size }) => [name, size])).toEqual([
    ['ce.pdf', 8],
    ['ce.pdf', 8],
    ['ce again.pdf', 8],
  ])
  expect(new Set(files.map(({ token }) => token)).size).toBe(3)
  for (const { token } of files) expect(Buffer.from(fileShelf(folder).get(token, 0))).toEqual(pdf)
  expect(readdirSync(folder).filter((name) => !name.endsWith('.json'))).toHaveLength(2)
})

test('chunks are put only into files that came for that', () => {
  const shelf = fileShelf(join(root, 'put'))
  const own = join(root, 'own.csv')
  writeFileSync(own, 'sku')
  for (const { token, size } of [shelf.keep('ce.pdf', pdf), shelf.lend(own)])
    expect(refusal(() => shelf.put(token, size, Buffer.from('more')))).toMatchObject({ code: 'files/unknown' })
  expect(readFileSync(own, 'utf8')).toBe('sku')
  const { token } = shelf.open('new.txt')
  shelf.put(token, 0, Buffer.from('new'))
  expect(shelf.find(token).size).toBe(3)
})
