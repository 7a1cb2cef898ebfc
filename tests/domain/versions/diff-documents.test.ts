import { describe, expect, test } from 'vitest'
import { type ComparedDocument, diffDocuments, isSameDocument } from '#main/domain/versions/diff-documents.ts'

const line = (id: number, quantity: number, unitPrice = '1.00') => ({
  id,
  label: `P${id}`,
  fields: { sku: `P${id}`, quantity, unitPrice, description: '' },
})
const document = (lines: ComparedDocument['lines'], fields: ComparedDocument['fields'] = {}): ComparedDocument => ({
  fields: { number: 'SO-1', note: '', ...fields },
  lines,
})

describe('two states of a document', () => {
  test('that say the same do not differ, nothing and empty text being one', () => {
    const state = document([line(1, 2)])
    expect(diffDocuments(state, state)).toEqual({ fields: [], lines: [] })
    expect(isSameDocument(document([], { note: null }), document([], { note: '' }))).toBe(true)
    expect(isSameDocument(document([], { freight: 0 }), document([], { freight: null }))).toBe(false)
  })

  test('differ by field, with both values', () => {
    expect(diffDocuments(document([], { note: 'a' }), document([], { note: '' })).fields).toEqual([
      { field: 'note', before: 'a', after: null },
    ])
  })

  test('differ by line: the same line is known by its id, wherever it stands', () => {
    const before = document([line(1, 2), line(2, 5), line(3, 1)])
    const after = document([line(3, 1), line(1, 4, '0.90'), line(4, 7)])
    expect(diffDocuments(before, after).lines).toEqual([
      {
        what: 'changed',
        id: 1,
        label: 'P1',
        changes: [
          { field: 'quantity', before: 2, after: 4 },
          { field: 'unitPrice', before: '1.00', after: '0.90' },
        ],
      },
      {
        what: 'added',
        id: 4,
        label: 'P4',
        changes: [
          { field: 'sku', before: null, after: 'P4' },
          { field: 'quantity', before: null, after: 7 },
          { field: 'unitPrice', before: null, after: '1.00' },
        ],
      },
      {
        what: 'removed',
        id: 2,
        label: 'P2',
        changes: [
          { field: 'sku', before: 'P2', after: null },
          { field: 'quantity', before: 5, after: null },
          { field: 'unitPrice', before: '1.00', after: null },
        ],
      },
    ])
  })
})
