import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestLine } from '#main/services/import/reading/read-lines.ts'
import { readRecords, type TextRecord } from '#main/services/import/reading/read-records.ts'
import { mostLines } from '#main/services/import/reading/split-record.ts'

function records(text: string, columns?: number, delimiter = ','): TextRecord[] {
  return [...readRecords([text], { delimiter, columns })].flat()
}

const cellsOf = (text: string, delimiter = ',') => records(text, undefined, delimiter).map(({ cells }) => cells)
const outline = (text: string, columns?: number) =>
  records(text, columns).map(({ line, cells, problem }) => [line, problem ?? cells.length])

describe('records', () => {
  it('have quoted cells, with doubled quotes, delimiters and line ends in them', () => {
    expect(cellsOf('a,"b, c","say ""hi""","two\nlines",""\n1,2,3,4,5')).toEqual([
      ['a', 'b, c', 'say "hi"', 'two\nlines', ''],
      ['1', '2', '3', '4', '5'],
    ])
  })

  it('keep quotes that do not begin a cell', () => {
    expect(cellsOf('12" pipe,5\'6",x"y"z')).toEqual([['12" pipe', '5\'6"', 'x"y"z']])
  })

  it('forgive spaces round a quoted cell', () => {
    expect(cellsOf('"a", "b, c" ,"d"')).toEqual([['a', 'b, c', 'd']])
  })

  it('end with an empty cell where the line ends with a delimiter', () => {
    expect(cellsOf('a,\n"b",\n,')).toEqual([
      ['a', ''],
      ['b', ''],
      ['', ''],
    ])
  })

  it('know their physical line, blank lines and lines within cells counted', () => {
    expect(outline('h1,h2\n\n"a\nb",2\n\n\nc,3\n')).toEqual([
      [1, 2],
      [3, 2],
      [7, 2],
    ])
  })

  it('are parted by any delimiter', () => {
    expect(cellsOf('a;"b;c";d', ';')).toEqual([['a', 'b;c', 'd']])
    expect(cellsOf('a\t\tb', '\t')).toEqual([['a', '', 'b']])
  })
})

describe('a quote that never closes', () => {
  it('is told with its line, and reading goes on with the next', () => {
    const text = 'a,b\n1,"x\n2,y\n3,z\n'
    expect(outline(text)).toEqual([
      [1, 2],
      [2, 'quote-never-closes'],
      [3, 2],
      [4, 2],
    ])
  })

  it('is told where the next quote opens another cell', () => {
    const text = 'a,b\n1,"x\n2,"y"\n3,z\n'
    expect(outline(text)).toEqual([
      [1, 2],
      [2, 'quote-never-closes'],
      [3, 2],
      [4, 2],
    ])
  })

  it('is told where it closes by chance, and the lines between make records of their own', () => {
    const text = 'a,b,c\n1,"x,2\n2,y,3\n3,z,4"\n4,v,5\n'
    expect(outline(text, 3)).toEqual([
      [1, 3],
      [2, 'quote-never-closes'],
      [3, 3],
      [4, 3],
      [5, 3],
    ])
    // Without knowing the columns it is a cell of three lines.
    expect(outline(text)).toEqual([
      [1, 3],
      [2, 2],
      [5, 3],
    ])
  })

  it('leaves a cell of several lines alone, in a record of the right width or not', () => {
    expect(outline('a,b\n"x\ny\nz",2\n', 2)).toEqual([
      [1, 2],
      [2, 2],
    ])
    expect(outline('a,b\n"x\ny\nz",2,3\n', 2)).toEqual([
      [1, 2],
      [2, 3],
    ])
  })

  it('is told after 1,000 lines, no sooner', () => {
    const cell = (lines: number) => `h,i\n"${'x\n'.repeat(lines - 1)}x",2\n9,9\n`
    expect(outline(cell(mostLines))).toEqual([
      [1, 2],
      [2, 2],
      [mostLines + 2, 2],
    ])
    const swallowed = outline(cell(mostLines + 1))
    expect(swallowed[1]).toEqual([2, 'quote-never-closes'])
    expect(swallowed.at(-1)).toEqual([mostLines + 3, 2])
    expect(swallowed).toHaveLength(1 + 1 + mostLines + 1)
  })

  it('is told after a megabyte, no sooner', () => {
    const line = 'x'.repeat(longestLine / 8 - 1)
    const cell = (lines: number) => `h,i\n"${`${line}\n`.repeat(lines)}",2\n9,9\n`
    expect(outline(cell(7)).map(([, problem]) => problem)).toEqual([2, 2, 2])
    expect(outline(cell(9))[1]).toEqual([2, 'quote-never-closes'])
    expect(outline(cell(9)).at(-1)).toEqual([12, 2])
  })

  it('takes no longer for many such lines', () => {
    const text = '1,"x\n'.repeat(20_000)
    const found = records(text, 2)
    expect(found).toHaveLength(20_000)
    expect(found.every(({ problem }) => problem === 'quote-never-closes')).toBe(true)
  })
})

describe('other problems', () => {
  it('a quoted cell that goes on behind its closing quote', () => {
    const found = records('a,b\n"5" nails,2\n3,4\n')
    expect(found.map(({ problem }) => problem)).toEqual([null, 'stray-quote', null])
    expect(found[1]?.cells).toEqual(['"5" nails,2'])
  })

  it('a line of more than a megabyte', () => {
    const found = records(`a,b\n${'x'.repeat(longestLine + 5)},2\n3,4\n`)
    expect(found.map(({ line, problem }) => [line, problem])).toEqual([
      [1, null],
      [2, 'line-too-long'],
      [3, null],
    ])
    expect(found[1]?.cells[0]?.length).toBeLessThan(5000)
  })
})

describe('any table', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', '0', '茶'), maxLength: 6 })
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
  const quoted = (text: string) => (/[",\n]|^ | $/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text)

  it('is read back the same, cut anywhere, with each record on its line', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 2 }), (rows, size, blank) => {
        let text = ''
        const expected: unknown[] = []
        for (const cells of rows) {
          text += '\n'.repeat(blank)
          expected.push({ line: text.split('\n').length, cells, problem: null })
          text += `${cells.map(quoted).join(',')}\n`
        }
        const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
          text.slice(at * size, (at + 1) * size),
        )
        expect([...readRecords(pieces, { delimiter: ',' })].flat()).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same records for any text at all, however it is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' '), maxLength: 80 })
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 1, max: 5 }),
        fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        (whole, size, columns) => {
          const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) =>
            whole.slice(at * size, (at + 1) * size),
          )
          const cut = [...readRecords(pieces, { delimiter: ',', columns })].flat()
          expect(cut).toEqual(records(whole, columns))
          const lines = cut.map(({ line }) => line)
          expect(lines).toEqual([...new Set(lines)].sort((left, right) => left - right))
        },
      ),
      { numRuns: 1500 },
    )
  })
})
