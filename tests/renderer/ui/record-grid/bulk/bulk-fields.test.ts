import { expect, test } from 'vitest'
import { changesOf, newField } from '#renderer/ui/record-grid/bulk/bulk-fields.ts'

const field = (part: object) => ({ ...newField(), column: 'price', ...part })

test('the fields of the dialog become changes once they say something', () => {
  expect(changesOf([newField(), field({}), field({ text: '5 EUR' })])).toEqual([
    { do: 'set', column: 'price', text: '5 EUR' },
  ])
  expect(changesOf([field({ way: 'clear' })])).toEqual([{ do: 'set', column: 'price', text: '' }])
  expect(changesOf([field({ way: 'percent', text: '＋2.5', roundTo: '0.05' })])).toEqual([
    { do: 'percent', column: 'price', by: '2.5', roundTo: '0.05' },
  ])
  expect(changesOf([field({ way: 'add', text: 'ten' }), field({ way: 'add', text: '-1,000' })])).toEqual([
    { do: 'add', column: 'price', by: '-1000', roundTo: '' },
  ])
})
