// What is left when something fails after the copy has come in.
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { bookHandle } from '#main/db/book-handle.ts'
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { readDb } from '#main/db/statements.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { applyMerge } from '#main/services/merge/apply-merge.ts'
import { unwrittenChoices } from '#main/services/merge/unwritten-choices.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { mergeChoices } from '#shared/schemas/merge.ts'
import { lookAt, twoCopies } from '#tests/support/copied-books.ts'
import { makeProduct } from '#tests/support/records.ts'
import { testNow } from '#tests/support/test-book.ts'

test.each([
  ['a refusal', new AppError('book/taken-over'), { code: 'book/taken-over', details: {} }],
  ['a fault', new RangeError('no'), { code: 'merge/choices-failed', details: { reason: 'RangeError' } }],
])('%s of the choices is told with the merge, which is noted and can be undone', async (_name, error, expected) => {
  let product = 0 as Id
  const { mei, li } = await twoCopies((tx) => {
    product = makeProduct(tx, { sku: 'A' })
  })
  mei.write((tx) => tx.update('products', product, { note: 'Mei wrote' }))
  li.at.now = (li.at.now + 5000) as typeof li.at.now
  li.write((tx) => tx.update('products', product, { note: 'Li wrote' }))
  const { look } = await lookAt(mei, li)
  const plan = await mei.caller.inner.merge.plan({ look, choices: mergeChoices.parse({ all: 'ours' }) })
  const work = {
    handle: bookHandle(mei.book.file, mei.book.connection, () => true),
    isSigned: true,
    write: () => {
      throw error
    },
    noteChanged: () => {},
    job: silentJob,
  }
  const result = await applyMerge(work, { ...plan, backupName: 'before.quay' })
  expect(result).toMatchObject({ changes: 1, conflicts: 1, chosen: 0, choicesFailure: expected })
  expect(mei.read((db) => db.get('SELECT note FROM products WHERE id = ?', product))).toEqual({ note: 'Li wrote' })
  // It stays said until somebody has seen it.
  expect(await mei.caller.merges.unwritten()).toMatchObject({
    ...{ id: result.id, fileName: 'li.quay', choices: 1, more: 0 },
    records: [{ kind: 'product', id: product }],
  })
  await mei.caller.merges.seeUnwritten({ id: result.id ?? 0 })
  expect(await mei.caller.merges.unwritten()).toBe(null)
  const [past] = await mei.caller.inner.merge.past()
  expect(past).toMatchObject({ id: result.id, standing: 'undoable', result: { choicesFailure: expected } })
})

/** What a program that ends at once leaves: the book's bytes at that moment, opened again. */
function leftBehind(bytes: Buffer): ReadDb {
  // In memory there is no WAL: the header says so.
  bytes.fill(1, 18, 20)
  const connection = new Sqlite(bytes)
  onTestFinished(() => void connection.close())
  return readDb(connection, testNow)
}

test('a program that ends between the merge and its choices leaves word of them; after them none', async () => {
  let product = 0 as Id
  const { mei, li } = await twoCopies((tx) => {
    product = makeProduct(tx, { sku: 'A' })
  })
  mei.write((tx) => tx.update('products', product, { note: 'Mei wrote' }))
  li.at.now = (li.at.now + 5000) as typeof li.at.now
  li.write((tx) => tx.update('products', product, { note: 'Li wrote' }))
  const { look } = await lookAt(mei, li)
  const plan = await mei.caller.inner.merge.plan({ look, choices: mergeChoices.parse({ all: 'ours' }) })
  const { connection } = mei.book
  const moments: Buffer[] = []
  const work = {
    handle: bookHandle(mei.book.file, connection, () => true),
    isSigned: true,
    write: (name: string, service: (tx: WriteTx) => void) => {
      moments.push(connection.serialize())
      mei.write(service, name)
      moments.push(connection.serialize())
    },
    noteChanged: () => void moments.push(connection.serialize()),
    job: silentJob,
  }
  const result = await applyMerge(work, { ...plan, backupName: 'before.quay' })
  expect(result).toMatchObject({ chosen: 1, choicesFailure: null })
  const told = moments.map((bytes) => unwrittenChoices(leftBehind(bytes)))
  const waiting = { id: result.id, choices: 1, records: [{ kind: 'product', id: product, code: 'A' }] }
  expect(told).toMatchObject([waiting, waiting, null])
  const notes = moments.map((bytes) => leftBehind(bytes).get<{ note: string }>('SELECT note FROM products')?.note)
  expect(notes).toEqual(['Li wrote', 'Li wrote', 'Mei wrote'])
  expect(await mei.caller.merges.unwritten()).toBe(null)
  const [past] = await mei.caller.inner.merge.past()
  expect(past).toMatchObject({ standing: 'undoable', result: { chosen: 1, changes: 1 } })
})
