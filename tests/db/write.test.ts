import { expect, test } from 'vitest'
import { testBook } from '#tests/support/test-book.ts'

test('an update is logged with only the columns that changed', () => {
  const book = testBook()
  const id = book.write((tx) => tx.insert('products', { sku: 'A-1', name_en: 'Mug' }))
  book.write((tx) => tx.update('products', id, { name_en: 'mug', price_micros: 1_500_000, price_currency: 'USD' }))
  const changes = book.read((db) =>
    db.all<{ row_id: number; before: string; after: string }>('SELECT row_id, before, after FROM changes'),
  )
  expect(
    changes.map((change) => ({ ...change, before: JSON.parse(change.before), after: JSON.parse(change.after) })),
  ).toEqual([
    {
      row_id: id,
      before: { name_en: 'Mug', price_micros: null, price_currency: null },
      after: { name_en: 'mug', price_micros: 1_500_000, price_currency: 'USD' },
    },
  ])
  const operations = book.read((db) =>
    db.all<{ first_id: number; last_id: number }>('SELECT * FROM operations ORDER BY id'),
  )
  expect(operations).toHaveLength(2)
  expect(operations[0]).toMatchObject({ first_id: id, last_id: id })
})
