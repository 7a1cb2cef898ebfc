import { describe, expect, test } from 'vitest'
import { addNote, editNote, pinNote, removeNote } from '#main/services/notes/note-commands.ts'
import { notesById, pinnedNotes } from '#main/services/notes/note-queries.ts'
import { addNoteInput } from '#shared/schemas/notes.ts'
import { type RecordRef, recordKinds } from '#shared/schemas/records.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook, testNow } from '#tests/support/test-book.ts'

function bookWithProduct(): { book: TestBook; mug: RecordRef } {
  const book = testBook()
  const id = book.write((tx) => makeProduct(tx, { sku: 'MUG' }))
  return { book, mug: { kind: 'product', id } }
}

describe('notes', () => {
  test('are written, changed, pinned and deleted', () => {
    const { book, mug } = bookWithProduct()
    const id = book.write((tx) => addNote(tx, mug, 'Lid leaks'))
    const note = () => book.read((db) => notesById(db, [id])).get(id)
    const pinned = () => book.read((db) => pinnedNotes(db, mug))
    expect(note()).toEqual({ id, text: 'Lid leaks', isPinned: false, isEdited: false, person: null, at: testNow })
    expect(pinned()).toEqual([])
    book.write((tx) => pinNote(tx, id, true))
    expect(pinned()).toMatchObject([{ id, isPinned: true, isEdited: false }])
    book.write((tx) => editNote(tx, id, 'Lid leaks\nsince May'))
    expect(note()).toMatchObject({ text: 'Lid leaks\nsince May', isPinned: true, isEdited: true })
    book.write((tx) => removeNote(tx, id))
    expect(note()).toBeUndefined()
    expect(pinned()).toEqual([])
    for (const again of [() => book.write((tx) => removeNote(tx, id)), () => book.write((tx) => editNote(tx, id, 'x'))])
      expect(again).toThrow('notes/not-found')
  })

  test('hang on records that are there, whatever their kind', () => {
    for (const kind of recordKinds)
      expect(() => testBook().write((tx) => addNote(tx, { kind, id: 99 }, 'x'))).toThrow('records/not-found')
    const book = testBook()
    expect(book.write((tx) => addNote(tx, { kind: 'company', id: 1 }, 'Bank holiday'))).toBeGreaterThan(0)
  })

  test('keep their lines; nothing but space is no note', () => {
    const record = { kind: 'product', id: 1 }
    expect(addNoteInput.parse({ record, text: '  a\r\n\r\nb \n' }).text).toBe('  a\n\nb')
    expect(addNoteInput.safeParse({ record, text: ' \n ' }).success).toBe(false)
    expect(addNoteInput.safeParse({ record, text: 'x'.repeat(20_001) }).success).toBe(false)
  })

  test('pinned ones are found by index', () => {
    const { book, mug } = bookWithProduct()
    const plans = queryPlans(book, (db) => pinnedNotes(db, mug))
    expect(slowSteps(plans.filter((step) => !/^SCAN j( |$)/.test(step)))).toEqual([])
  })
})
