import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvFromRows, rowsFromText, textFromRows } from '#renderer/ui/record-grid/paste/table-text.ts'

describe('cells on the clipboard', () => {
  test('come in rows and columns, whatever ends the lines', () => {
    expect(rowsFromText('a\tb\r\nc\t\r\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ])
    expect(rowsFromText('one')).toEqual([['one']])
  })

  test('hold line breaks, tabs and quotes where a spreadsheet put quotes round them', () => {
    expect(rowsFromText('"two\nlines"\t"say ""hi"""\n5" pipe\t"A" grade')).toEqual([
      ['two\nlines', 'say "hi"'],
      ['5" pipe', '"A" grade'],
    ])
  })

  test('come back as they went out', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ',', ' ', '橡'), maxLength: 8 })
    const width = fc.integer({ min: 1, max: 4 })
    const tables = width.chain((count) =>
      fc.array(fc.array(cell, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 5 }),
    )
    fc.assert(
      fc.property(tables, (rows) => {
        // A last row of one empty cell is what the end of the text looks like.
        fc.pre(!(rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === ''))
        expect(rowsFromText(textFromRows(rows))).toEqual(rows)
      }),
    )
  })

  test('are a CSV file for the import', () => {
    expect(
      csvFromRows([
        ['SKU', 'Name'],
        ['A', 'Oak, large "X"'],
      ]),
    ).toBe('SKU,Name\r\nA,"Oak, large ""X"""\r\n')
  })
})
