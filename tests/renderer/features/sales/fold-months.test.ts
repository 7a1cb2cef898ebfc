// Years without a sale in one row.
import { expect, test } from 'vitest'
import { foldMonths, monthsOf } from '#renderer/features/sales/fold-months.ts'
import type { SalesRow } from '#shared/schemas/sales-figures.ts'

const month = (key: string, orders = 0): SalesRow =>
  ({
    key,
    id: null,
    name: '',
    nameZh: '',
    orders,
    units: orders,
    net: `${orders}.00`,
    discount: '0',
    freight: '0',
  }) as never
const quiet = (count: number) =>
  Array.from({ length: count }, (_, at) => month(`2011-${String(at + 1).padStart(2, '0')}`))
const keys = (rows: readonly SalesRow[]) => foldMonths(rows).map(({ key }) => key)

test('months in which nothing was sold are one row, between sales and after them', () => {
  expect(keys([month('2010-12', 3), ...quiet(7), month('2011-08', 1)])).toEqual([
    '2010-12',
    '2011-01~2011-07',
    '2011-08',
  ])
  expect(keys([month('2010-12', 3), ...quiet(6)])).toEqual(['2010-12', '2011-01~2011-06'])
  expect(foldMonths([month('2010-12', 3), ...quiet(6)])[1]).toMatchObject({ name: '2011-01 – 2011-06', orders: 0 })
})

test('a few quiet months stay, and so does every month with a sale', () => {
  expect(keys([month('2010-12', 3), ...quiet(5), month('2011-06', 1)])).toHaveLength(7)
  expect(keys([month('2010-11', 1), month('2010-12', 3)])).toEqual(['2010-11', '2010-12'])
  expect(keys([])).toEqual([])
})

test('a folded row leads to all its months', () => {
  expect(monthsOf('2011-01~2011-07')).toEqual(['2011-01', '2011-07'])
  expect(monthsOf('2010-12')).toEqual(['2010-12', '2010-12'])
})
