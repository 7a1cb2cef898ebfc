import { describe, expect, it, test } from 'vitest'
import { isClosingRow, isShortRemark, isTotalsRow } from '#main/domain/import/totals-row.ts'

describe('a totals row', () => {
  it.each([
    [['Total', '', '120', '$5,000.00']],
    [['合计', '', '120', '5000']],
    [['', '', '小计：', '120', '']],
    [['Grand Total (12)', '', '3']],
    [['总 计', '', '3']],
    [['TOTAL:']],
  ])('%j', (cells) => expect(isTotalsRow(cells)).toBe(true))

  it.each([
    [['Total', 'Total Cereal 500 g', '120', '5.00']],
    [['Total', '12', '120', '5.00']],
    [['Totally different', '', '3']],
    [['A-1', 'Total', '', '']],
    [['', '', '']],
  ])('%j is data', (cells) => expect(isTotalsRow(cells)).toBe(false))
})

describe('a closing remark', () => {
  it.each([
    [['45', 'record(s) downloaded', '']],
    [['Seller ID : a-seller']],
    [['导出时间：2024-01-02', '', '']],
    [['共 45 条']],
  ])('%j', (cells) => expect(isClosingRow(cells)).toBe(true))
  it('is no row of data', () => expect(isClosingRow(['1', 'Cup', '2', 'end of report'])).toBe(false))
})

test.each([
  [['45', 'record(s) downloaded', ''], true],
  [['1', 'record(s) downloaded', 'from ', '1', 'to', '5'], true],
  [['45', 'Datensätze heruntergeladen'], true],
  [['Verkäufer-ID : laden'], true],
  [['ID du vendeur : boutique'], true],
  [['5', 'Cup', '2', '9.00', 'blue'], false],
  [['A-1', 'Cup'], false],
] as const)('a remark below a table of orders: %j', (cells, isRemark) => {
  expect(isClosingRow(cells) || isShortRemark(cells)).toBe(isRemark)
})
