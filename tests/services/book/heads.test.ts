import { expect, test } from 'vitest'
import { headsFile, headsSheet, proveAgainst } from '#main/services/book/heads.ts'
import { eraseParty } from '#main/services/parties/erase-party.ts'
import { headsFileSchema } from '#shared/schemas/heads.ts'
import { makeCustomer, makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

function written(): TestBook {
  const book = testBook()
  for (const sku of ['A', 'B', 'C']) book.write((tx) => makeProduct(tx, { sku, nameEn: sku }))
  return book
}

const takeHeads = (book: TestBook) => headsFileSchema.parse(JSON.parse(JSON.stringify(book.read(headsFile))))

function tamper(book: TestBook, statement: string): void {
  const names = book.connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all() as string[]
  for (const name of names) book.connection.exec(`DROP TRIGGER ${name}`)
  book.connection.exec(statement)
}

test('a book that only grew is unaltered since its heads were taken', () => {
  const book = written()
  const kept = takeHeads(book)
  expect(kept.heads).toEqual([{ copy: 1, sequence: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  book.write((tx) => makeProduct(tx, { sku: 'D', nameEn: 'D' }))
  book.write((tx) => tx.run("UPDATE products SET name_en = 'renamed'"))
  expect(book.read((db) => proveAgainst(db, kept))).toMatchObject({
    isSameBook: true,
    isUnaltered: true,
    heads: [{ copy: 1, sequence: 3, state: 'here' }],
    later: 2,
    problems: 0,
  })
})

test('an erasure leaves it provable', () => {
  const book = written()
  const party = book.write((tx) => makeCustomer(tx, 'Ada'))
  const kept = takeHeads(book)
  book.write((tx) => eraseParty(tx, { id: party, contactId: null, withDocuments: false, name: 'Ada' }))
  expect(book.read((db) => proveAgainst(db, kept))).toMatchObject({ isUnaltered: true, later: 1, unprovable: 0 })
})

test('a past that was written anew agrees with itself, and not with its heads', () => {
  const kept = takeHeads(written())
  // The same book by name, another past: as if someone had rebuilt the file from its start.
  const other = testBook()
  other.connection.prepare('UPDATE change_context SET operation_id = 1').run()
  other.connection.prepare('UPDATE books SET uid = ?').run(kept.book)
  other.connection.prepare('UPDATE change_context SET operation_id = NULL').run()
  other.connection.exec('DROP TRIGGER changes_log_no_delete; DELETE FROM changes;')
  for (const sku of ['A', 'X', 'C']) other.write((tx) => makeProduct(tx, { sku, nameEn: sku }))
  expect(other.read((db) => proveAgainst(db, kept))).toMatchObject({
    isSameBook: true,
    isUnaltered: false,
    heads: [{ state: 'differs' }],
    problems: 0,
  })
})

test('a tail that was cut off is missing', () => {
  const book = written()
  const kept = takeHeads(book)
  tamper(
    book,
    `DELETE FROM operations WHERE sequence = 3; DELETE FROM products WHERE sku = 'C';
     UPDATE this_copy SET sequence = 2, head = (SELECT hash FROM operations WHERE sequence = 2);`,
  )
  expect(book.read((db) => proveAgainst(db, kept))).toMatchObject({
    isUnaltered: false,
    heads: [{ state: 'missing' }],
    problems: 0,
  })
})

test('a row that was changed below the heads shows although the heads are there', () => {
  const book = written()
  const kept = takeHeads(book)
  tamper(book, "UPDATE products SET sku = 'Z' WHERE sku = 'A'")
  expect(book.read((db) => proveAgainst(db, kept))).toMatchObject({
    isUnaltered: false,
    heads: [{ state: 'here' }],
    problems: 1,
  })
})

test('heads of another book prove nothing', () => {
  const kept = takeHeads(written())
  expect(written().read((db) => proveAgainst(db, kept))).toMatchObject({ isSameBook: false, isUnaltered: false })
})

test('an empty book has no heads, and its sheet no code', () => {
  const book = testBook()
  expect(book.read(headsSheet)).toMatchObject({ heads: [], operations: 0, code: null })
  expect(book.read((db) => proveAgainst(db, headsFile(db)))).toMatchObject({ isUnaltered: false, later: 0 })
})

test('the sheet shows every head with its copy and a code for a camera', () => {
  const sheet = written().read(headsSheet)
  expect(sheet.heads).toMatchObject([{ copy: 1, letters: '', sequence: 3, person: '' }])
  expect(sheet.code).toContain('<svg')
})
