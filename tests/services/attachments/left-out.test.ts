import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openBook } from '#main/db/book.ts'
import { bookHandle } from '#main/db/book-handle.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { addAttachment } from '#main/services/attachments/attachment-commands.ts'
import { attachmentContent, recordAttachments } from '#main/services/attachments/attachment-queries.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { makeCopy } from '#main/services/copies/make-copy.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import type { RecordRef } from '#shared/schemas/records.ts'
import { makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { testBook, testNow } from '#tests/support/test-book.ts'
import { attach, folder, pdf, shelf, shelved } from './record-files.ts'

test('a copy without files says where they are, and takes them back when someone adds them again', async () => {
  const book = testBook({ file: join(folder, 'whole.quay') })
  const mug: RecordRef = { kind: 'product', id: book.write((tx) => makeProduct(tx, { sku: 'MUG' })) }
  const { id } = attach(book, mug, 'certificate.pdf', pdf)
  const path = join(folder, 'without.quay')
  await makeCopy(bookHandle(book.file, book.connection), {
    target: { path, replace: false },
    withAttachments: false,
    passphrase: null,
    redact: [],
    language: 'en',
    now: testNow,
    job: silentJob,
  })
  book.close()
  const copy = await openBook(path, { memory: transientMemory(), clock: () => testNow })
  const files = () => read(copy.connection, (db) => recordAttachments(db, mug))
  const content = () => read(copy.connection, (db) => attachmentContent(db, shelf, id))
  expect(files()).toMatchObject([{ name: 'certificate.pdf', isLeftOut: true, size: pdf.byteLength }])
  expect(refusal(content)).toEqual({ code: 'attachments/left-out', details: { name: 'certificate.pdf' } })

  copy.writer.write('attachments.add', null, (tx) =>
    addAttachment(tx, { record: mug, file: shelved('again.pdf', pdf), thumbnail: null }),
  )
  expect(files()).toMatchObject([{ name: 'certificate.pdf', isLeftOut: false }])
  expect(content().size).toBe(pdf.byteLength)
  expect(read(copy.connection, checkBook).problems).toEqual([])
  copy.close()
})
