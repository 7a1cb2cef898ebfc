// What comes from a network is copied and checked where it keeps nobody waiting; the writer merges what then lies here.
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bookHandle } from '#main/db/book-handle.ts'
import { openReader } from '#main/db/database.ts'
import { fetchFrom, takeInFrom } from '#main/services/network/bring-together.ts'
import { twoCopies } from '#tests/support/copied-books.ts'
import { makeProduct } from '#tests/support/records.ts'

test('is fetched by a reader, and merged from here when the network is away again', async () => {
  const { mei, li, folder } = await twoCopies()
  li.write((tx) => makeProduct(tx, { sku: 'LI-1' }))
  const file = li.book.file
  const copy = join(folder, 'fetched.quay')
  const reader = openReader(mei.book.file)
  try {
    expect(await fetchFrom(bookHandle(mei.book.file, reader), { file, copy })).toBe(true)
  } finally {
    reader.close()
  }
  li.book.close()
  renameSync(file, `${file}-away`)
  const changed: string[] = []
  const writer = bookHandle(mei.book.file, mei.book.connection, () => true)
  const came = await takeInFrom(writer, { copy, fileName: 'li.quay' }, (tables) => changed.push(...tables))
  expect(came).toBe(1)
  expect(changed).toContain('products')
  expect(mei.read((db) => db.all('SELECT sku FROM products'))).toEqual([{ sku: 'LI-1' }])
})

test('what has nothing new keeps the writer out of it', async () => {
  const { mei, li, folder } = await twoCopies()
  mei.write((tx) => makeProduct(tx, { sku: 'MEI-1' }))
  const handle = bookHandle(mei.book.file, mei.book.connection)
  expect(await fetchFrom(handle, { file: li.book.file, copy: join(folder, 'fetched.quay') })).toBe(false)
})
