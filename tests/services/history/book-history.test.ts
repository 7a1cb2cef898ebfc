import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editProduct } from '#main/services/catalog/product-commands.ts'
import { addConsent } from '#main/services/customers/consents.ts'
import { saveMessage } from '#main/services/customers/messages.ts'
import { bookHistory, historyChoices } from '#main/services/history/book-history.ts'
import { operationDetail } from '#main/services/history/operation-detail.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { addNote } from '#main/services/notes/note-commands.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import type { Day, Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { consentInput, messageInput } from '#shared/schemas/customers.ts'
import { type BookHistoryEntry, bookHistoryInput } from '#shared/schemas/history.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { historyMoves, playHistory } from '#tests/support/random-history.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook, testNow } from '#tests/support/test-book.ts'

type Wish = Record<string, unknown>

const history = (book: TestBook, wish: Wish = {}) => book.read((db) => bookHistory(db, bookHistoryInput.parse(wish)))
const names = (entries: readonly BookHistoryEntry[]) => entries.map((entry) => entry.name)

/** Everything, however many pages it takes. */
function whole(book: TestBook, wish: Wish = {}): BookHistoryEntry[] {
  const entries: BookHistoryEntry[] = []
  let after: unknown = null
  do {
    const page = history(book, { ...wish, cursor: after })
    entries.push(...page.entries)
    after = page.next
  } while (after !== null)
  return entries
}

function filledBook() {
  let now = testNow as number
  const book = testBook({ now: () => now as Instant })
  const write = (name: string, person: Id | null, work: Parameters<typeof book.writer.write<Id>>[2]) => {
    now += 86_400_000
    return book.writer.write(name, person, work)
  }
  const mei = write('people.add', null, (tx) => addPerson(tx, { name: 'Mei', nameZh: '梅' })).result
  const bo = write('people.add', mei, (tx) => addPerson(tx, { name: 'Bo' })).result
  const mug = write('products.add', mei, (tx) =>
    makeProduct(tx, { sku: 'MUG-1', nameEn: 'Oak mug', price: { amount: '12.5', currency: 'USD' } }),
  ).result
  const order = write('orders.add', bo, (tx) =>
    makeOrder(tx, {
      customerId: makeCustomer(tx, 'Alpine Home'),
      lines: [{ productId: mug, quantity: 1, unitPrice: '3' }],
    }),
  ).result
  const edit = write('products.edit', bo, (tx) => {
    const price = { amount: '19.9', currency: 'USD' }
    editProduct(tx, mug, productInput.parse({ sku: 'MUG-1', nameEn: 'Walnut cup', price }))
    return mug
  })
  write('notes.add', mei, (tx) => addNote(tx, { kind: 'order', id: order }, 'Met at the fair'))
  return { book, write, mei, bo, mug, order, edit: edit.operationId ?? 0 }
}

describe('the history of the whole book', () => {
  test('tells every operation, newest first, with who, when and the records it touched', () => {
    const { book, order } = filledBook()
    const entries = whole(book)
    expect(names(entries)).toEqual([
      'notes.add',
      'products.edit',
      'orders.add',
      'products.add',
      'people.add',
      'people.add',
    ])
    expect(entries[1]).toMatchObject({
      person: { name: 'Bo', nameZh: '' },
      at: testNow + 5 * 86_400_000,
      copy: '',
      records: [{ kind: 'product', code: 'MUG-1', name: 'Walnut cup' }],
      more: 0,
      undoneBy: null,
      takesBack: null,
      isOwn: true,
    })
    expect(entries[0]?.records).toMatchObject([{ kind: 'order', id: order }])
    // The order and its customer; the line is part of the order.
    expect(entries[2]?.records.map((record) => record.kind).sort()).toEqual(['order', 'party'])
  })

  test('is narrowed to a person, a kind of record, a kind of doing, days, a copy', () => {
    const { book, bo } = filledBook()
    expect(names(whole(book, { personId: bo }))).toEqual(['products.edit', 'orders.add'])
    expect(names(whole(book, { record: 'product' }))).toEqual(['products.edit', 'products.add'])
    expect(names(whole(book, { record: 'party' }))).toEqual(['orders.add'])
    expect(names(whole(book, { action: 'edit' }))).toEqual(['products.edit'])
    expect(names(whole(book, { action: 'add', personId: bo }))).toEqual(['orders.add'])
    expect(names(whole(book, { from: '2026-11-26', to: '2026-11-27' }))).toEqual(['products.edit', 'orders.add'])
    expect(whole(book, { replica: 7 })).toEqual([])
    expect(whole(book, { replica: 1 })).toHaveLength(6)
  })

  test('names the customer of a word on consent and of a message', () => {
    const { book, write, mei } = filledBook()
    const [[party = 0] = []] = book.read((db) => db.raw('SELECT id FROM parties')) as [Id][]
    const consent = consentInput.parse({ customerId: party, purpose: 'email', state: 'given' })
    write('customers.addConsent', mei, (tx) => addConsent(tx, consent))
    write('customers.saveMessage', mei, (tx) =>
      saveMessage(tx, messageInput.parse({ customerId: party, text: 'Hello' })),
    )
    const [said, agreed] = history(book).entries
    expect([said, agreed].map((entry) => entry?.records.map(({ id }) => id))).toEqual([[party], [party]])
  })

  test('is searched by what records are called and by the values that came and went', () => {
    const { book } = filledBook()
    // By title: everything about the record; by value: also what it is not called any more.
    expect(names(whole(book, { search: 'mug-1' }))).toEqual(['products.edit', 'products.add'])
    expect(names(whole(book, { search: 'Oak' }))).toEqual(['products.edit'])
    // The order is the customer's: what hangs on it is found by that name, too.
    expect(names(whole(book, { search: 'alpine' }))).toEqual(['notes.add', 'orders.add'])
    expect(names(whole(book, { search: '12.5' }))).toEqual(['products.edit'])
    expect(names(whole(book, { search: '19,90' }))).toEqual(['products.edit'])
    // Text is text: neither a pattern nor the name of a column.
    expect(whole(book, { search: '%' })).toEqual([])
    expect(whole(book, { search: 'price_micros' })).toEqual([])
    expect(whole(book, { search: '"' })).toEqual([])
  })

  test('marks what was undone, and what took it back; redo lifts the mark', () => {
    const { book, write, mei, edit } = filledBook()
    const undone = write('history.undo', mei, (tx) => undoOperation(tx, edit).operationId).operationId
    const [by, , entry] = whole(book)
    expect(by).toMatchObject({ name: 'history.undo', takesBack: edit, of: 'products.edit' })
    expect(entry).toMatchObject({ operationId: edit, undoneBy: undone })
    write('history.redo', mei, (tx) => undoOperation(tx, undone ?? 0).operationId)
    const again = whole(book).find((other) => other.operationId === edit)
    expect(again?.undoneBy).toBe(null)
  })

  test('pages by place: whatever the page size, everything once and in order', () => {
    fc.assert(
      fc.property(historyMoves({ maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (moves, limit) => {
        const { book, operations } = playHistory(moves)
        expect(whole(book, { limit }).map((entry) => entry.operationId)).toEqual(operations.toReversed())
        book.close()
      }),
      { numRuns: 15 },
    )
  })

  test('finds by index; no page reads the log from end to end', () => {
    const { book, mei } = filledBook()
    const wishes = [{}, { personId: mei, record: 'product', action: 'edit' }, { search: 'mug', from: '2026-11-01' }]
    for (const wish of wishes) {
      const steps = queryPlans(book, (db) => bookHistory(db, bookHistoryInput.parse(wish)))
      expect(steps.filter((step) => /^SCAN (o|c|changes|operations)\b/.test(step))).toEqual([])
      expect(
        steps.filter((step) => /^SEARCH o USING (COVERING )?INDEX operations_by_clock \(/.test(step)).length,
      ).toBeGreaterThan(0)
    }
    // All but the line that a page begins with is found by where it stands: no sorting of the log.
    const steps = queryPlans(book, (db) => historyChoices(db))
    expect(steps.filter((step) => /^SCAN (o|operations)\b/.test(step))).toEqual([])
  })

  test('runs on an empty book', () => {
    const book = testBook()
    expect(history(book)).toEqual({ entries: [], next: null, lookedBackTo: null })
    expect(history(book, { search: 'x', record: 'order', action: 'undo' }).entries).toEqual([])
    expect(book.read(historyChoices)).toEqual({ people: [], copies: [] })
  })
})

describe('one operation', () => {
  test('tells before and after of each field, record by record', () => {
    const { book, edit } = filledBook()
    const { parts, hasMore } = book.read((db) => operationDetail(db, { operationId: edit, cursor: 0 }))
    expect(hasMore).toBe(false)
    expect(parts).toHaveLength(1)
    expect(parts[0]?.record).toMatchObject({ code: 'MUG-1' })
    expect(parts[0]?.changes).toContainEqual(
      expect.objectContaining({ column: 'price_micros', before: 12_500_000, after: 19_900_000 }),
    )
    expect(() => book.read((db) => operationDetail(db, { operationId: 5, cursor: 0 }))).toThrow('history/undo-unknown')
  })

  test('tells what hangs on a record, too: a note, a movement', () => {
    const { book, write, mei, mug } = filledBook()
    const stock = write('stock.setOpening', mei, (tx) => {
      setOpeningStock(tx, mug, 5000, '2026-03-02' as Day)
      return mug
    }).operationId
    const { parts, entry } = book.read((db) => operationDetail(db, { operationId: stock ?? 0, cursor: 0 }))
    expect(entry.records).toMatchObject([{ code: 'MUG-1' }])
    expect(parts.flatMap((part) => part.changes)).toContainEqual(
      expect.objectContaining({ table: 'stock_movements', column: 'qty_milli', after: 5000 }),
    )
  })

  test('on hundreds of records is told a page at a time, and counted', () => {
    const book = testBook()
    const { operationId } = book.writer.write('imports.run', null, (tx) => {
      for (let at = 0; at < 260; at += 1) makeProduct(tx, { sku: `P${at}`, nameEn: `Product ${at}` })
    })
    const [entry] = history(book).entries
    expect(entry).toMatchObject({ name: 'imports.run', more: 257, isMany: true })
    const first = book.read((db) => operationDetail(db, { operationId: operationId ?? 0, cursor: 0 }))
    const second = book.read((db) => operationDetail(db, { operationId: operationId ?? 0, cursor: 25 }))
    expect([first.parts.length, first.hasMore, second.parts.length]).toEqual([25, true, 25])
    expect(second.parts[0]?.record?.code).toBe('P25')
  })
})
