import { describe, expect, it } from 'vitest'
import { isDescriptionRow } from '#main/domain/import/description-row.ts'
import { findHeader } from '#main/domain/import/find-header.ts'
import { columnLetters, headerNames } from '#main/domain/import/header-names.ts'

describe('the header', () => {
  it('is the first row of an ordinary file', () => {
    expect(
      findHeader([
        ['sku', 'name', 'price'],
        ['A-1', 'Cup', '2.50'],
        ['A-2', 'Pot', '9.00'],
      ]),
    ).toBe(0)
  })

  it('is found below titles and blank rows', () => {
    const rows = [
      ['2024年度商品清单', '', '', ''],
      ['制表人：', '李雷', '', ''],
      ['', '', '', ''],
      ['货号', '品名', '单价（元）', '库存'],
      ['A-1', '杯子', '2.50', '30'],
      ['A-2', '壶', '9.00', '12'],
    ]
    expect(findHeader(rows)).toBe(3)
  })

  it('is found below titles that are single cells, and below a line of commas', () => {
    expect(findHeader([['Sales report'], ['Date', 'USD'], ['2024-01-02', '1.09'], ['2024-01-03', '1.10']])).toBe(1)
    expect(
      findHeader([
        ['', '', ''],
        ['Order', 'Item', 'Qty'],
        ['', '', ''],
        ['1', 'Cup', '2'],
      ]),
    ).toBe(1)
  })

  it('is not a row of data', () => {
    expect(
      findHeader([
        ['2024-01-02', '1.09'],
        ['2024-01-03', '1.10'],
      ]),
    ).toBe(-1)
    expect(
      findHeader([
        ['1', 'Cup', '2.50'],
        ['2', 'Pot', '9.00'],
      ]),
    ).toBe(-1)
    expect(findHeader([['a@example.com'], ['b@example.com']])).toBe(-1)
  })

  it('stands alone in a file without rows', () => expect(findHeader([['sku', 'name']])).toBe(0))

  it('may have names with digits, and a column without one', () => {
    expect(
      findHeader([
        ['Address1', '', 'Option1 Value', 'Q1'],
        ['x', '1', 'y', '3'],
        ['x', '1', 'y', '3'],
      ]),
    ).toBe(0)
  })
})

describe('column names', () => {
  it('are each there once, none empty, none at the end for nothing', () => {
    expect(headerNames(['Sale Date', 'Delivery Discount', '', 'Delivery Discount', 'Name \n EN', '', ' '])).toEqual([
      'Sale Date',
      'Delivery Discount',
      'C',
      'Delivery Discount (2)',
      'Name EN',
    ])
  })

  it('do not collide with a name that looks like a second one', () => {
    expect(headerNames(['A', 'A (2)', 'A'])).toEqual(['A', 'A (2)', 'A (3)'])
  })

  it('go on after Z', () => expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']))
})

describe('a row of explanations', () => {
  const data = [
    ['576912345678901001', 'To ship', '2', '9.99', 'USD'],
    ['576912345678901002', 'Shipped', '1', '4.99', 'USD'],
  ]

  it('has words where the rows after it have numbers', () => {
    expect(isDescriptionRow(['Platform unique order ID.', 'Order status', 'How many', '', ''], data)).toBe(true)
    expect(isDescriptionRow(['订单唯一编号', '', '购买数量'], data)).toBe(true)
  })

  it('may explain a single column when it leaves most of them empty', () => {
    expect(isDescriptionRow(['Platform unique order ID.', 'Order status'], data)).toBe(true)
  })

  it('is no row of data, not even one with a bad number', () => {
    expect(isDescriptionRow(['576912345678901000', 'To ship', '2', '9.99', 'USD'], data)).toBe(false)
    expect(isDescriptionRow(['', 'To ship', '', '', ''], data)).toBe(false)
    expect(isDescriptionRow(['Cup', 'blue', 'free'], [['Pot', 'red', '9.99']])).toBe(false)
    expect(isDescriptionRow(['Cup', 'blue'], [['Pot', 'red']])).toBe(false)
    expect(isDescriptionRow(['Cup', 'blue'], [])).toBe(false)
  })
})
