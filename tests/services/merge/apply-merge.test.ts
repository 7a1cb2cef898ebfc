// What is left when something fails after the copy has come in.
import { expect, test } from 'vitest'
import { bookHandle } from '#main/db/book-handle.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { applyMerge } from '#main/services/merge/apply-merge.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { mergeChoices } from '#shared/schemas/merge.ts'
import { lookAt, twoCopies } from '#tests/support/copied-books.ts'
import { makeProduct } from '#tests/support/records.ts'

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
  const [past] = await mei.caller.inner.merge.past()
  expect(past).toMatchObject({ id: result.id, standing: 'undoable', result: { choicesFailure: expected } })
})
