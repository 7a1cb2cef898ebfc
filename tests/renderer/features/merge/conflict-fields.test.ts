// Fields of a conflict as they are read: three values of each, amounts with their currency, rows that one side made.
import { describe, expect, test } from 'vitest'
import { entryOf, fieldGroups } from '#renderer/features/merge/conflict-fields.ts'
import { sideNames } from '#renderer/features/merge/side-names.ts'
import { formatFor } from '#renderer/lib/format.ts'
import { changeLines } from '#renderer/ui/record-history/change-lines.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { CopyWork, MergeField, MergeValue } from '#shared/schemas/merge.ts'

const words = { t: translator('en'), format: formatFor('en') }

function field(
  column: string,
  values: [MergeValue, MergeValue, MergeValue],
  table = 'products',
  rowId = 1,
): MergeField {
  const [base, ours, theirs] = values
  return { table, rowId, column, base, ours, theirs }
}

const price = [
  field('price_micros', [12_500_000, 13_000_000, 14_000_000]),
  field('price_currency', ['USD', 'USD', 'USD']),
]

test('an amount says its currency; the currency stands alone only where it changed', () => {
  const [group] = fieldGroups({ fields: price, titles: [] }, words)
  expect(group?.rows).toEqual([
    { key: 'products 1 price_micros', label: 'Price', base: '12.50 USD', ours: '13.00 USD', theirs: '14.00 USD' },
  ])
  const changed = [price[0] as MergeField, field('price_currency', ['USD', 'USD', 'EUR'])]
  const rows = fieldGroups({ fields: changed, titles: [] }, words)[0]?.rows
  expect(rows?.map(({ ours, theirs }) => [ours, theirs])).toEqual([
    ['13.00 USD', '14.00 EUR'],
    ['USD', 'EUR'],
  ])
})

test('what one side changed reads as in the history', () => {
  expect(changeLines(entryOf({ fields: price, titles: [] }, 'theirs'), words.t, words.format)).toEqual([
    expect.objectContaining({ label: 'Price', text: '12.50 USD → 14.00 USD' }),
  ])
})

test('deleted on one side is told in words, and so is a line that one side added', () => {
  const deleted = fieldGroups({ fields: [field('deleted', [0, 1, 0])], titles: [] }, words)
  expect(deleted[0]?.rows[0]).toMatchObject({ label: 'In the book', base: 'there', ours: 'deleted', theirs: 'there' })
  const added = [
    field('deleted', [null, null, 0], 'order_lines', 9),
    field('order_id', [null, null, 4], 'order_lines', 9),
    field('product_id', [null, null, 5], 'order_lines', 9),
    field('qty_milli', [null, null, 2500], 'order_lines', 9),
  ]
  const mug = {
    kind: 'product',
    id: 5,
    code: 'MUG-1',
    name: 'Mug',
    nameZh: '',
    archived: false,
    deleted: false,
  } as const
  const titles = [{ ...mug, role: null, table: 'order_lines', column: 'product_id' }]
  expect(fieldGroups({ fields: added, titles }, words)).toEqual([
    {
      key: 'order_lines 9',
      table: 'order_lines',
      addedBy: 'theirs',
      product: '',
      rows: [
        expect.objectContaining({ theirs: 'MUG-1 · Mug' }),
        expect.objectContaining({ label: 'Quantity', theirs: '2.5' }),
      ],
    },
  ])
})

test('a line is told by its product, where that did not change', () => {
  const mug = {
    kind: 'product',
    id: 5,
    code: 'MUG-1',
    name: 'Mug',
    nameZh: '',
    archived: false,
    deleted: false,
  } as const
  const titles = [{ ...mug, role: null, table: 'order_lines', column: 'product_id' }]
  const fields = [
    field('qty_milli', [1000, 2000, 3000], 'order_lines', 9),
    field('product_id', [5, 5, 5], 'order_lines', 9),
  ]
  expect(fieldGroups({ fields, titles }, words)).toEqual([
    expect.objectContaining({ product: 'MUG-1 · Mug', rows: [expect.objectContaining({ ours: '2', theirs: '3' })] }),
  ])
})

describe('the other copy', () => {
  const work = (side: CopyWork['side'], name: string | null): CopyWork => ({
    side,
    copy: '',
    person: name === null ? null : { name, nameZh: '' },
    changes: 1,
    firstAt: 0 as CopyWork['firstAt'],
    lastAt: 0 as CopyWork['lastAt'],
  })
  const theirs = (...rows: CopyWork[]) => sideNames(words.t, 'en', { work: rows }).theirs

  test('is called by whoever worked in it, alone', () => {
    expect(theirs(work('ours', 'Mei'), work('theirs', 'Li'))).toBe('Li’s copy')
    expect(theirs(work('theirs', 'Li'), work('theirs', 'Li'))).toBe('Li’s copy')
  })

  test('has no name where several did, or the same person in both, or nobody known', () => {
    expect(theirs(work('theirs', 'Li'), work('theirs', 'Wang'))).toBe('The other copy')
    expect(theirs(work('ours', 'Mei'), work('theirs', 'Mei'))).toBe('The other copy')
    expect(theirs(work('theirs', null))).toBe('The other copy')
  })
})
