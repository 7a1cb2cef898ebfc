import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { editProduct } from '#main/services/catalog/product-commands.ts'
import { bookHistory } from '#main/services/history/book-history.ts'
import { undoOperation, undoRefusal } from '#main/services/history/undo-operation.ts'
import { issuePaper } from '#main/services/papers/issue-paper.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import { eraseParty } from '#main/services/parties/erase-party.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import type { Id } from '#shared/ids.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { bookHistoryInput } from '#shared/schemas/history.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook, testNow } from '#tests/support/test-book.ts'

/** Runs work as one operation and gives its id. */
function operation(book: TestBook, work: (tx: WriteTx) => unknown, person: Id | null = null): Id {
  return book.writer.write('test.work', person, work).operationId as Id
}

const neverBack = (book: TestBook) =>
  new Map(
    book
      .read((db) => bookHistory(db, bookHistoryInput.parse({})))
      .entries.map((entry) => [entry.operationId, entry.neverBack?.code ?? null]),
  )

test('the history says of what is done for good why it stays, as undoing it would', () => {
  const book = testBook()
  const mei = operation(book, (tx) => addPerson(tx, { name: 'Mei' }))
  const person = book.read((db) => db.get<{ id: Id }>("SELECT id FROM live_people WHERE name = 'Mei'"))?.id as Id
  let party = 0
  let order = 0
  const made = operation(book, (tx) => {
    party = makeCustomer(tx, 'Ottoline')
  })
  const edited = operation(book, (tx) => tx.update('parties', party, { note: 'late' }), person)
  const sold = operation(book, (tx) => {
    order = makeOrder(tx, { customerId: party, lines: [] })
  })
  const issued = operation(book, (tx) => {
    const asked = { kind: 'proforma_invoice', record: { kind: 'order', id: order }, versionId: null } as const
    issuePaper(tx, startPaper(tx, asked, testNow).wish)
  })
  const country = operation(book, (tx) => tx.update('parties', party, { country: 'FR' }))
  const erased = operation(book, (tx) =>
    eraseParty(tx, { id: party, contactId: null, withDocuments: false, name: 'Ottoline' }),
  )
  const expected = new Map<Id, string | null>([
    [mei, 'history/undo-person'],
    [made, 'history/undo-erased'],
    [edited, 'history/undo-erased'],
    [sold, 'history/undo-erased'],
    [issued, 'history/undo-paper'],
    // Not of the person: it may go back.
    [country, null],
    [erased, 'history/undo-erasure'],
  ])
  const said = neverBack(book)
  for (const [id, code] of expected) {
    expect([id, said.get(id)]).toEqual([id, code])
    expect([id, book.read((db) => undoRefusal(db, id))?.code ?? null]).toEqual([id, code])
    if (code) expect(refusal(() => operation(book, (tx) => undoOperation(tx, id)))?.code).toBe(code)
  }
})

test('what later work stands on is refused when it is asked for, and free again once that went back', () => {
  const book = testBook()
  let product = 0
  const added = operation(book, (tx) => {
    product = makeProduct(tx, { sku: 'MUG' })
  })
  const edit = (sku: string) => operation(book, (tx) => editProduct(tx, product, productInput.parse({ sku })))
  const first = edit('CUP')
  const second = edit('JUG')
  const asked = (id: Id) => book.read((db) => undoRefusal(db, id))?.code ?? null
  expect([added, first, second].map(asked)).toEqual(['history/undo-later-change', 'history/undo-later-change', null])
  expect([...neverBack(book).values()]).toEqual([null, null, null])
  operation(book, (tx) => undoOperation(tx, second))
  expect(asked(first)).toBe(null)
  expect(asked(second)).toBe('history/undo-done')
})
