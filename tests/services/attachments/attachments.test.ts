import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addAttachment, editAttachment, removeAttachment } from '#main/services/attachments/attachment-commands.ts'
import { attachmentContent, attachmentTotal, recordAttachments } from '#main/services/attachments/attachment-queries.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { addPicture } from '#main/services/catalog/picture-commands.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { recordCounts } from '#main/services/records/record-counts.ts'
import { attachmentLimitBytes, editAttachmentInput } from '#shared/schemas/attachments.ts'
import { type RecordRef, recordKinds } from '#shared/schemas/records.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { makeCustomer, makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook, testNow } from '#tests/support/test-book.ts'
import { attach, jpeg, pdf, png, shelf, shelved } from './record-files.ts'

function bookWithProduct(): { book: TestBook; mug: RecordRef } {
  const book = testBook()
  const id = book.write((tx) => makeProduct(tx, { sku: 'MUG' }))
  return { book, mug: { kind: 'product', id } }
}

const filesOf = (book: TestBook, record: RecordRef) => book.read((db) => recordAttachments(db, record))

describe('files on a record', () => {
  test('tell what they are, who added them and when; the newest first', () => {
    const { book, mug } = bookWithProduct()
    const mei = book.write((tx) => addPerson(tx, { name: 'Mei' }))
    const thumbnail = jpeg.toString('base64')
    const file = shelved('front.png', png)
    book.writer.write('attachments.add', mei, (tx) => addAttachment(tx, { record: mug, file, thumbnail }))
    attach(book, mug, 'REACH certificate.pdf', pdf)
    expect(filesOf(book, mug)).toEqual([
      {
        id: expect.any(Number),
        name: 'REACH certificate.pdf',
        kind: 'certificate',
        expiresOn: null,
        note: '',
        size: pdf.length,
        isPicture: false,
        isLeftOut: false,
        thumbnail: null,
        addedAt: testNow,
        addedBy: null,
      },
      expect.objectContaining({
        name: 'front.png',
        kind: 'picture',
        isPicture: true,
        isLeftOut: false,
        thumbnail: `data:image/jpeg;base64,${thumbnail}`,
        addedBy: { name: 'Mei', nameZh: '' },
      }),
    ])
    expect(book.read((db) => recordCounts(db, mug))).toEqual({ attachments: 2 })
    expect(book.read((db) => checkBook(db)).ok).toBe(true)
  })

  test('what is a picture the bytes decide, not the name', () => {
    const { book, mug } = bookWithProduct()
    attach(book, mug, 'logo.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    attach(book, mug, 'drawing.svg', '<svg/>')
    attach(book, mug, 'scan.pdf', png)
    expect(filesOf(book, mug).map(({ name, isPicture }) => [name, isPicture])).toEqual([
      ['scan.pdf', true],
      ['drawing.svg', false],
      ['logo.png', false],
    ])
  })

  test('the same content on the same record is there already; on another it hangs too, and is kept once', () => {
    const { book, mug } = bookWithProduct()
    const lin: RecordRef = { kind: 'party', id: book.write((tx) => makeCustomer(tx, 'Lin')) }
    const first = attach(book, mug, 'a.pdf', pdf)
    expect(first).toEqual({ id: first.id, name: 'a.pdf', isNew: true })
    expect(attach(book, mug, 'again.pdf', pdf)).toEqual({ id: first.id, name: 'a.pdf', isNew: false })
    expect(attach(book, lin, 'b.pdf', pdf).isNew).toBe(true)
    book.write((tx) => addPicture(tx, { productId: mug.id, file: shelved('p.png', png), thumbnail: null }))
    attach(book, mug, 'p.png', png)
    expect(book.read(attachmentTotal)).toEqual({ contents: 2, bytes: pdf.length + png.length })
    expect(filesOf(book, mug).map(({ name }) => name)).toEqual(['p.png', 'a.pdf'])
  })

  test('the same content kept twice (two copies merged) still counts as the same', () => {
    const { book, mug } = bookWithProduct()
    const { id } = attach(book, mug, 'a.pdf', pdf)
    book.write((tx) => {
      const kept = tx.get<{ hash: string }>('SELECT hash FROM attachments')
      const twin = tx.insert('attachments', {
        hash: kept?.hash ?? '',
        media_type: 'application/pdf',
        size: pdf.length,
        content: pdf,
      })
      tx.update('record_attachments', id, { attachment_id: twin })
    })
    expect(attach(book, mug, 'b.pdf', pdf)).toEqual({ id, name: 'a.pdf', isNew: false })
  })

  test('a file over the limit, an empty one, one on nothing: refused, and nothing is kept', () => {
    const { book, mug } = bookWithProduct()
    const large = { ...shelved('film.mov', 'x'), size: attachmentLimitBytes + 1 }
    const adding = (file: typeof large, record = mug) =>
      refusal(() => book.write((tx) => addAttachment(tx, { record, file, thumbnail: null })))
    expect(adding(large)).toEqual({ code: 'attachments/too-large', details: { name: 'film.mov', limitMb: 25 } })
    expect(adding(shelved('nothing.txt', ''))).toEqual({ code: 'attachments/empty', details: { name: 'nothing.txt' } })
    const file = shelved('a.txt', 'a')
    for (const kind of recordKinds)
      expect(adding(file, { kind, id: 99 })).toEqual({ code: 'records/not-found', details: {} })
    expect(book.read(attachmentTotal)).toEqual({ contents: 0, bytes: 0 })
  })

  test('can be renamed, said more of, and removed; what it held stays in the book', () => {
    const { book, mug } = bookWithProduct()
    const { id } = attach(book, mug, 'scan0001.pdf', pdf)
    const said = { id, name: ' ISO  9001\u202efdp.exe/.pdf ', kind: 'licence', expiresOn: '2027-01-31', note: 'By TÜV' }
    book.write((tx) => editAttachment(tx, editAttachmentInput.parse(said)))
    expect(filesOf(book, mug)[0]).toMatchObject({
      name: 'ISO  9001 fdp.exe .pdf',
      kind: 'licence',
      expiresOn: '2027-01-31',
      note: 'By TÜV',
    })
    book.write((tx) => removeAttachment(tx, id))
    expect(filesOf(book, mug)).toEqual([])
    expect(book.read(attachmentTotal).contents).toBe(1)
    expect(() => book.write((tx) => removeAttachment(tx, id))).toThrow('attachments/not-found')
    expect(() => book.read((db) => attachmentContent(db, shelf, id))).toThrow('attachments/not-found')
    expect(attach(book, mug, 'back.pdf', pdf).isNew).toBe(true)
  })

  test('a name is needed, and one that is too long keeps its ending', () => {
    const { book, mug } = bookWithProduct()
    attach(book, mug, `${'x'.repeat(300)}.pdf`, pdf)
    const [file] = filesOf(book, mug)
    expect(file?.name).toHaveLength(255)
    const parsed = editAttachmentInput.safeParse({ id: 1, name: ' / ', kind: 'other', expiresOn: null })
    expect(parsed.error?.issues[0]).toMatchObject({ path: ['name'], message: 'required' })
    const long = editAttachmentInput.parse({ id: 1, name: `${'y'.repeat(400)}.docx`, kind: 'other', expiresOn: null })
    expect(long.name).toHaveLength(255)
    expect(long.name.endsWith('.docx')).toBe(true)
  })

  test('what it holds comes back byte for byte, under the name it has now', () => {
    const { book, mug } = bookWithProduct()
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 31) % 251)
    const { id } = attach(book, mug, 'large.bin', bytes)
    const content = book.read((db) => attachmentContent(db, shelf, id))
    expect(content).toMatchObject({ name: 'large.bin', size: bytes.length, mediaType: 'application/octet-stream' })
    expect(Buffer.compare(readFileSync(shelf.find(content.token).path), bytes)).toBe(0)
    // However often it is looked at, it lies on the shelf once.
    const again = book.read((db) => attachmentContent(db, shelf, id))
    expect(shelf.find(again.token).path).toBe(shelf.find(content.token).path)
  })

  test('are found by index, and an empty book has none', () => {
    const { book, mug } = bookWithProduct()
    attach(book, mug, 'a.pdf', pdf)
    const plans = queryPlans(book, (db) => recordAttachments(db, mug))
    expect(slowSteps(plans.filter((step) => !/^SCAN j( |$)/.test(step)))).toEqual([])
    const empty = testBook()
    for (const kind of recordKinds) expect(filesOf(empty, { kind, id: 1 })).toEqual([])
    expect(empty.read(attachmentTotal)).toEqual({ contents: 0, bytes: 0 })
  })
})
