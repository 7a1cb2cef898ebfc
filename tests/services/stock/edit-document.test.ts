import { expect, test } from 'vitest'
import { recordHistory } from '#main/services/history/record-history.ts'
import { getDocument } from '#main/services/stock/document-queries.ts'
import { editDocument } from '#main/services/stock/edit-document.ts'
import { main, stockBook } from './stock-book.ts'

test('reference and note of a posted document can be changed; its movements stay, and the history tells', () => {
  const book = stockBook()
  const lines = [{ productId: book.mug, quantity: 5 }]
  const { id } = book.post({ kind: 'receive', input: { on: '2026-03-01', warehouseId: main, reference: 'A', lines } })
  const before = book.read((db) => getDocument(db, id))
  book.write((tx) => editDocument(tx, { id, reference: 'B', note: 'two cartons wet' }))
  expect(book.read((db) => getDocument(db, id))).toEqual({ ...before, reference: 'B', note: 'two cartons wet' })
  const [change] = book.read((db) => recordHistory(db, { entity: 'document', id, limit: 10 }))
  expect(JSON.stringify(change)).toContain('two cartons wet')
  expect(() => book.write((tx) => editDocument(tx, { id: 999_999_999_999, reference: '', note: '' }))).toThrow(
    'stock/document-not-found',
  )
  expect(book.problems()).toEqual([])
})
