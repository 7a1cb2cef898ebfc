import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from '#main/domain/import/csv-line.ts'
import { guardCell, unguardCell } from '#main/domain/import/export-guard.ts'

describe('the guard against formulas', () => {
  it.each(['=1+1', '+cmd|calc', '@SUM(A1)', '-1+2', '\tx', '\rx', '＝1', '+86 138 0000 0000', '--5', '-'])(
    '%j is guarded',
    (cell) => {
      expect(guardCell(cell)).toBe(`'${cell}`)
      expect(unguardCell(guardCell(cell))).toBe(cell)
    },
  )

  it.each(['-5', '-5.00', '-1,234.5', 'a=b', '5-3', "'85003", '', "it's", 'name@example.com'])(
    '%j stays as it is',
    (cell) => {
      expect(guardCell(cell)).toBe(cell)
      expect(unguardCell(cell)).toBe(cell)
    },
  )

  it('keeps an apostrophe that was there before', () => {
    expect(unguardCell(guardCell("'=x"))).toBe("'=x")
    expect(unguardCell(guardCell("''-5"))).toBe("''-5")
  })

  it('comes off exactly, whatever the cell', () => {
    const nasty = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\n', '5', '.', 'a', ' ', '＝') })
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string()), (cell) => unguardCell(guardCell(cell)) === cell),
      { numRuns: 2000 },
    )
  })

  it('leaves no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '1', 'x') }), (cell) => {
        const written = guardCell(cell)
        expect(/^[=+\-@\t\r]/.test(written) && !/^-\d+([.,]\d+)*$/.test(written)).toBe(false)
      }),
    )
  })
})

describe('a line of CSV', () => {
  it('is quoted where it must be and nowhere else', () => {
    expect(csvLine(['a', 'b,c', 'say "hi"', ' x', 'two\nlines', '-5', '=1'])).toBe(
      `a,"b,c","say ""hi"""," x","two\nlines",-5,'=1\r\n`,
    )
    expect(csvLine(['a;b', 'c,d'], ';')).toBe('"a;b";c,d\r\n')
  })

  it('is never blank', () => expect(csvLine([''])).toBe('""\r\n'))
})
