import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { pictureType } from '#main/services/attachments/picture-format.ts'
import { addPicture, pictureSource, removePicture } from '#main/services/catalog/picture-commands.ts'
import { getProduct } from '#main/services/catalog/product-queries.ts'
import { makeProduct } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-pictures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const gif = Buffer.from('GIF89a....')
const jpeg = Buffer.from('ffd8ffe000104a46494600', 'hex')
const webp = Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1')

function shelved(name: string, content: Buffer, size = content.length) {
  const path = join(folder, name)
  writeFileSync(path, content)
  return { name, path, size }
}

function bookWithProducts() {
  const book = testBook()
  const [mug, bowl] = book.write((tx) => [makeProduct(tx, { sku: 'MUG' }), makeProduct(tx, { sku: 'BOWL' })])
  const add = (productId: number | undefined, file: ReturnType<typeof shelved>, thumbnail: string | null = null) =>
    book.write((tx) => addPicture(tx, { productId: productId ?? 0, file, thumbnail }))
  const pictures = (productId: number | undefined) => book.read((db) => getProduct(db, productId ?? 0).pictures)
  return { book, mug, bowl, add, pictures }
}

describe('pictures', () => {
  test('hang on a product in the order they came, with a thumbnail, and can be shown in full', () => {
    const { book, mug, add, pictures } = bookWithProducts()
    const first = add(mug, shelved('a.png', png), jpeg.toString('base64'))
    add(mug, shelved('b.gif', gif))
    expect(pictures(mug)).toEqual([
      { id: first, attachmentId: expect.any(Number), thumbnail: `data:image/jpeg;base64,${jpeg.toString('base64')}` },
      { id: expect.any(Number), attachmentId: expect.any(Number), thumbnail: null },
    ])
    const [shown] = pictures(mug)
    expect(book.read((db) => pictureSource(db, shown?.attachmentId ?? 0))).toBe(
      `data:image/png;base64,${png.toString('base64')}`,
    )
    book.write((tx) => removePicture(tx, first))
    expect(pictures(mug)).toHaveLength(1)
    expect(() => book.write((tx) => removePicture(tx, first))).toThrow('catalog/picture-not-found')
  })

  test('the same content is kept once, whatever its name and however many products show it', () => {
    const { book, mug, bowl, add, pictures } = bookWithProducts()
    const id = add(mug, shelved('a.png', png))
    expect(add(mug, shelved('again.png', png))).toBe(id)
    add(bowl, shelved('c.png', png))
    expect(pictures(bowl)).toHaveLength(1)
    expect(book.read((db) => db.raw('SELECT name, media_type, size FROM attachments'))).toEqual([
      ['a.png', 'image/png', png.length],
    ])
  })

  test('are known by their bytes, not by their name', () => {
    expect([png, gif, jpeg, webp].map(pictureType)).toEqual(['image/png', 'image/gif', 'image/jpeg', 'image/webp'])
    expect(pictureType(Buffer.from('%PDF-1.7'))).toBeNull()
    expect(pictureType(new Uint8Array())).toBeNull()
    const { mug, add, pictures } = bookWithProducts()
    expect(() => add(mug, shelved('fake.png', Buffer.from('<svg onload=alert(1)>')))).toThrow('catalog/not-a-picture')
    expect(() => add(mug, shelved('big.png', png, 10 * 1024 * 1024 + 1))).toThrow('catalog/picture-too-large')
    expect(() => add(999, shelved('a.png', png))).toThrow('catalog/product-not-found')
    expect(pictures(mug)).toEqual([])
  })

  test('a thumbnail that is no JPEG is none', () => {
    const { mug, add, pictures } = bookWithProducts()
    add(mug, shelved('a.png', png), Buffer.from('<script>').toString('base64'))
    expect(pictures(mug)[0]?.thumbnail).toBeNull()
  })

  test('what is no picture, or not there, is not shown', () => {
    expect(() => testBook().read((db) => pictureSource(db, 1))).toThrow('catalog/picture-not-found')
  })
})
