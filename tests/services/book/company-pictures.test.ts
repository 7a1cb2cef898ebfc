import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { companyPicture, removeCompanyPicture, setCompanyPicture } from '#main/services/book/company-pictures.ts'
import { companyProfile } from '#main/services/book/company-queries.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-logo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function fileOf(name: string, content: Uint8Array | string) {
  const path = join(folder, name)
  writeFileSync(path, content)
  return { name, path, size: Buffer.byteLength(content) }
}

const set = (book: TestBook, which: 'logo' | 'stamp', file: ReturnType<typeof fileOf>) =>
  book.write((tx) => setCompanyPicture(tx, { which, file, thumbnail: null }))

test('there is none until one is set; it is shown as it is, and taken away again', () => {
  const book = testBook()
  expect(book.read((db) => companyPicture(db, 'logo'))).toBeNull()
  set(book, 'logo', fileOf('logo.png', png))
  expect(book.read((db) => companyPicture(db, 'logo'))).toBe(`data:image/png;base64,${png.toString('base64')}`)
  expect(book.read((db) => companyPicture(db, 'stamp'))).toBeNull()
  book.write((tx) => removeCompanyPicture(tx, 'logo'))
  expect(book.read((db) => companyPicture(db, 'logo'))).toBeNull()
  expect(book.read(checkBook).problems).toEqual([])
})

test('the same content is kept once, whoever shows it', () => {
  const book = testBook()
  set(book, 'logo', fileOf('logo.png', png))
  set(book, 'stamp', fileOf('stamp.png', png))
  const { logoId, stampId } = book.read(companyProfile)
  expect(logoId).toBe(stampId)
  expect(book.read((db) => db.all('SELECT id FROM attachments'))).toHaveLength(1)
})

test.each([
  ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'book/not-a-company-picture'],
  ['drawing.png', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'book/not-a-company-picture'],
  ['moving.gif', 'GIF89a', 'book/not-a-company-picture'],
  ['large.png', Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]), 'catalog/picture-too-large'],
])('%s is refused, and the one before stays', (name, content, code) => {
  const book = testBook()
  set(book, 'logo', fileOf('logo.png', png))
  const { logoId } = book.read(companyProfile)
  expect(() => set(book, 'logo', fileOf(name, content))).toThrow(code)
  expect(book.read(companyProfile).logoId).toBe(logoId)
})
