import { describe, expect, it } from 'vitest'
import { memoryBytes } from '#main/services/import/reading/byte-source.ts'
import { sourceOf } from '#main/services/import/reading/open-source.ts'
import { openTable, type TableOptions } from '#main/services/import/reading/open-table.ts'
import { type CellXml, type WorkbookParts, workbook } from './workbook.ts'

const open = (bytes: Uint8Array, options?: TableOptions) =>
  openTable(sourceOf(memoryBytes('test.xlsx', bytes)), options)
const rowsOf = (bytes: Uint8Array, options?: TableOptions) =>
  [...open(bytes, options).readGroups()].flatMap(({ rows }) => rows)

const styled = (value: number | string, style: number): CellXml => ({
  attributes: `s="${style}"`,
  inner: `<v>${value}</v>`,
})
const shared = (at: number): CellXml => ({ attributes: 't="s"', inner: `<v>${at}</v>` })

/** The text of one cell under a header. */
function textOf(cell: CellXml, parts: WorkbookParts = {}): string | undefined {
  return rowsOf(
    workbook(
      {
        S: [
          ['key', 'value'],
          ['k', cell],
        ],
      },
      parts,
    ),
    { headerLine: 1 },
  )[0]?.cells[1]
}

describe('a workbook', () => {
  it('has sheets with names and rows, of which one is read', () => {
    const bytes = workbook(
      {
        Cover: [['Our goods']],
        商品: [['货号', '品名'], [], ['A', '杯']],
        Old: [
          ['sku', 'name'],
          ['X', 'Y'],
          ['Z', 'W'],
        ],
      },
      { hidden: ['Old'] },
    )
    const table = open(bytes)
    expect(table.format).toEqual({
      kind: 'workbook',
      sheet: '商品',
      sheets: [
        { name: 'Cover', rows: 1, isHidden: false },
        { name: '商品', rows: 2, isHidden: false },
        { name: 'Old', rows: 3, isHidden: true },
      ],
    })
    expect(table.headers).toEqual(['货号', '品名'])
    expect(rowsOf(bytes)).toEqual([{ line: 3, cells: ['A', '杯'], problem: null, isTotals: false }])
    expect(open(bytes, { sheet: 'Old' }).headers).toEqual(['sku', 'name'])
    expect(() => open(bytes, { sheet: 'New' })).toThrow('import/no-such-sheet')
  })

  it('may have short rows, and rows that are too wide are told', () => {
    const rows = rowsOf(
      workbook({
        S: [
          ['a', 'b', 'c'],
          ['1', '2'],
          ['', '', '3'],
          ['1', '2', '3', '4'],
        ],
      }),
    )
    expect(rows.map(({ cells, problem }) => problem ?? cells)).toEqual([
      ['1', '2', ''],
      ['', '', '3'],
      { code: 'cells', expected: 3, got: 4 },
    ])
  })

  it('shares its texts, rich ones and odd ones', () => {
    const sharedStrings = [
      '<t>Cup</t>',
      '<r><t>Blue </t></r><r><rPr/><t xml:space="preserve">cup </t></r>',
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
      '<t>a_x000D_\nb &amp;lt; &#20013;_x005F_x0041_</t>',
      '<t></t>',
    ]
    const rows = rowsOf(
      workbook(
        {
          S: [
            ['a', 'b', 'c', 'd'],
            [shared(0), shared(1), shared(2), shared(3)],
            ['x', shared(4), shared(9), ''],
          ],
        },
        { sharedStrings },
      ),
    )
    expect(rows[0]?.cells).toEqual(['Cup', 'Blue cup ', '東京', 'a\nb &lt; 中_x0041_'])
    expect(rows[1]?.cells).toEqual(['x', '', '', ''])
  })

  it('fills cells that are merged downwards, not those merged to the right', () => {
    const bytes = workbook(
      {
        S: [
          ['order', 'sku', 'qty'],
          ['1', 'A', '2'],
          ['', 'B', '3'],
          ['2', 'C', '4'],
          ['', '', '9'],
        ],
      },
      { merged: ['A2:A3', 'B4:C4', 'A5:B5'] },
    )
    expect(rowsOf(bytes).map(({ cells }) => cells)).toEqual([
      ['1', 'A', '2'],
      ['1', 'B', '3'],
      ['2', 'C', '4'],
      ['', '', '9'],
    ])
  })

  it('is read whatever its namespaces, addresses and paths', () => {
    const xml =
      '<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="str"><x:v>sku</x:v></x:c><x:c t="str"><x:v>n</x:v></x:c></x:row><x:row r="7"><x:c r="B7"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const bytes = workbook({ S: [] }, { files: { 'xl/worksheets/sheet1.xml': xml } })
    expect(rowsOf(bytes, { headerLine: 1 })).toMatchObject([{ line: 7, cells: ['', '2'] }])
  })
})

describe('a number in a workbook', () => {
  it.each([
    ['4.0999999999999996', '4.1'],
    ['0.30000000000000004', '0.3'],
    ['123456789012', '123456789012'],
    ['576912345678901001', '576912345678901001'],
    ['1.23456789012E+11', '123456789012'],
    ['1E-3', '0.001'],
    ['-12.50', '-12.5'],
    ['1e400', '1e400'],
  ])('%s is %s', (stored, text) => expect(textOf({ inner: `<v>${stored}</v>` })).toBe(text))

  const parts: WorkbookParts = {
    numberFormats: [
      '00000',
      'yyyy"年"m"月"d"日"',
      '#,##0.00_);[Red](#,##0.00)',
      '[h]:mm:ss',
      '0.0%',
      '[$-409]d-mmm-yy h:mm AM/PM;@',
      '0.00E+00',
      '"day" 0',
    ],
    styles: [0, 14, 22, 9, 164, 165, 166, 167, 168, 169, 170, 171, 20, 57],
  }
  it.each([
    [1, '45383', '2024-04-01'],
    [1, '45383.75', '2024-04-01'],
    [2, '45383.75', '2024-04-01 18:00:00'],
    [2, '45383', '2024-04-01'],
    [2, '45383.999999', '2024-04-02'],
    [1, '59', '1900-02-28'],
    [1, '61', '1900-03-01'],
    [1, '60', '60'],
    [1, '-5', '-5'],
    [3, '0.13', '13%'],
    [3, '0.070000000000000007', '7%'],
    [4, '5021', '05021'],
    [5, '45383', '2024-04-01'],
    [6, '1234.5', '1234.5'],
    [7, '0.5', '12:00:00'],
    [8, '0.125', '12.5%'],
    [9, '45383.5', '2024-04-01 12:00:00'],
    [10, '12000', '12000'],
    [11, '3', '3'],
    [12, '0.25', '06:00:00'],
    [13, '45383', '2024-04-01'],
  ])('style %i makes of %s %s', (style, stored, text) => expect(textOf(styled(stored, style), parts)).toBe(text))

  it('counts days from 1904 where the workbook says so', () => {
    expect(textOf(styled(0, 1), { ...parts, is1904: true })).toBe('1904-01-01')
    expect(textOf(styled(43921, 1), { ...parts, is1904: true })).toBe('2024-04-01')
  })
})

describe('other cells', () => {
  it.each<[string, CellXml, string]>([
    ['a truth', { attributes: 't="b"', inner: '<v>1</v>' }, 'TRUE'],
    ['a falsehood', { attributes: 't="b"', inner: '<v>0</v>' }, 'FALSE'],
    ['an error', { attributes: 't="e"', inner: '<v>#N/A</v>' }, '#N/A'],
    ['an ISO day', { attributes: 't="d"', inner: '<v>2024-04-01T00:00:00Z</v>' }, '2024-04-01'],
    ['a computed text', { attributes: 't="str"', inner: '<f>A1&amp;"x"</f><v>kx</v>' }, 'kx'],
    ['a computed number', { inner: '<f>1+1</f><v>2</v>' }, '2'],
    ['a formula not computed yet', { inner: '<f>A1*2</f>' }, '=A1*2'],
    ['a text with leading zeros', '000123456789', '000123456789'],
    ['a text like a formula', '=1+1', '=1+1'],
    ['a guard, which only text files have', "'=1+1", "'=1+1"],
  ])('%s', (_, cell, text) => expect(textOf(cell)).toBe(text))
})
