import { describe, expect, test } from 'vitest'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { addView, changeView, removeView, setDefaultView } from '#main/services/views/view-commands.ts'
import { listViews } from '#main/services/views/view-queries.ts'
import type { Id } from '#shared/ids.ts'
import { addViewInput } from '#shared/schemas/views.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

function twoPeople() {
  const book = testBook()
  const [me, other] = book.write((tx) => [tx.insert('people', { name: 'Me' }), tx.insert('people', { name: 'Other' })])
  return { book, me: me as Id, other: other as Id }
}

const view = (name: string, isShared: boolean, state: object = {}) =>
  addViewInput.parse({ list: 'orders', name, isShared, state })

function writeAs<Result>(book: TestBook, personId: Id | null, work: Parameters<typeof book.writer.write<Result>>[2]) {
  return book.writer.write('test.write', personId, work)
}

const names = (book: TestBook, personId: Id | null) =>
  book.read((db) => listViews(db, { list: 'orders', personId })).views.map(({ name }) => name)

describe('views of a list', () => {
  test('are one’s own or shared, in the order in which they were saved', () => {
    const { book, me, other } = twoPeople()
    writeAs(book, me, (tx) => addView(tx, view('Mine', false)))
    writeAs(book, other, (tx) => addView(tx, view('Ours', true)))
    writeAs(book, other, (tx) => addView(tx, view('Theirs', false)))
    expect(names(book, me)).toEqual(['Mine', 'Ours'])
    expect(names(book, other)).toEqual(['Ours', 'Theirs'])
    expect(names(book, null)).toEqual(['Ours'])
    expect(book.read((db) => listViews(db, { list: 'products', personId: me })).views).toEqual([])
  })

  test('come back as they were saved; spans of days stay spans', () => {
    const { book, me } = twoPeople()
    const state = {
      search: 'oak',
      filters: [{ column: 'orderedOn', op: 'within' as const, values: ['last30'] }],
      sort: [{ column: 'total', direction: 'desc' as const }],
      archived: false,
      columns: [{ key: 'number', width: 124, isHidden: false }],
    }
    writeAs(book, me, (tx) => addView(tx, view('Late', false, state)))
    expect(book.read((db) => listViews(db, { list: 'orders', personId: me })).views[0]?.state).toEqual(state)
  })

  test('refuse a name that could not be told apart, and another person’s view', () => {
    const { book, me, other } = twoPeople()
    const { result: id } = writeAs(book, me, (tx) => addView(tx, view('Late', false)))
    const failure = (personId: Id, work: Parameters<typeof writeAs>[2]) =>
      refusal(() => writeAs(book, personId, work))?.code
    expect(failure(me, (tx) => addView(tx, view('late', true)))).toBe('views/name-taken')
    expect(failure(other, (tx) => addView(tx, view('Late', false)))).toBeUndefined()
    expect(failure(other, (tx) => changeView(tx, { id, name: 'Stolen' }))).toBe('views/not-found')
    expect(failure(other, (tx) => removeView(tx, id))).toBe('views/not-found')
    expect(failure(me, (tx) => changeView(tx, { id, name: 'LATE' }))).toBeUndefined()
  })

  test('are shared, kept for oneself, removed and brought back', () => {
    const { book, me, other } = twoPeople()
    const { result: id } = writeAs(book, me, (tx) => addView(tx, view('Late', false)))
    writeAs(book, me, (tx) => changeView(tx, { id, isShared: true }))
    expect(names(book, other)).toEqual(['Late'])
    const { operationId } = writeAs(book, other, (tx) => removeView(tx, id))
    expect(names(book, me)).toEqual([])
    writeAs(book, other, (tx) => undoOperation(tx, operationId ?? 0))
    expect(names(book, me)).toEqual(['Late'])
  })

  test('one opens the list on this machine, and none does once it is gone', () => {
    const { book, me } = twoPeople()
    const { result: id } = writeAs(book, me, (tx) => addView(tx, view('Late', false)))
    const chosen = () => book.read((db) => listViews(db, { list: 'orders', personId: me })).defaultId
    expect(chosen()).toBeNull()
    // A choice of this machine is no operation that others would get.
    expect(writeAs(book, me, (tx) => setDefaultView(tx, { list: 'orders', id })).operationId).toBeNull()
    expect(chosen()).toBe(id)
    writeAs(book, me, (tx) => removeView(tx, id))
    expect(chosen()).toBeNull()
  })
})
