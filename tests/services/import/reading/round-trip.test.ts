import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ByteSource } from '#main/services/import/reading/byte-source.ts'
import { sourceOf } from '#main/services/import/reading/open-source.ts'
import { openTable } from '#main/services/import/reading/open-table.ts'
import { textFile } from './text-file.ts'

/** The same source, handing out fewer bytes than asked for is not allowed; but its size decides where pieces end. */
function read(
  bytes: ByteSource,
  columns: number,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030',
  delimiter: string,
) {
  const table = openTable(sourceOf(bytes), { encoding, delimiter, headerLine: 1 })
  expect(table.headers).toHaveLength(columns)
  return [...table.readGroups()].flatMap(({ rows }) => rows)
}

const signs = [
  'a',
  'Z',
  '0',
  '"',
  "'",
  ',',
  ';',
  '\t',
  '|',
  '\n',
  ' ',
  '=',
  '+',
  '-',
  '@',
  'é',
  '€',
  '茶',
  '𠮷',
  '\u00a0',
  '.',
]
const cell = fc.string({ unit: fc.constantFrom(...signs), maxLength: 8 })

describe('a table written as CSV', () => {
  it('reads back the same in any encoding, with any delimiter and line end', () => {
    const form = fc.record({
      encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'gb18030'),
      hasMark: fc.boolean(),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    })
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
      )
    fc.assert(
      fc.property(table, form, (rows, { hasMark, ...form }) => {
        const columns = rows[0]?.length ?? 1
        const header = Array.from({ length: columns }, (_, at) => `column ${at}`)
        const bytes = textFile([header, ...rows], { ...form, hasMark: hasMark && form.encoding !== 'gb18030' })
        const found = read(bytes, columns, form.encoding, form.delimiter)
        const expected = rows.filter((cells) => cells.some((text) => text.trim() !== ''))
        expect(found.map(({ cells }) => cells)).toEqual(expected)
        expect(found.every(({ problem }) => problem === null)).toBe(true)
      }),
      { numRuns: 600 },
    )
  })

  it('reads back the same when it is longer than a piece', () => {
    const rows = Array.from({ length: 4000 }, (_, at) => [
      `A-${at}`,
      '茶 "𠮷"\nsecond line',
      'é'.repeat(at % 50),
      '=1+1',
    ])
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le'] as const) {
      const found = read(
        textFile([['sku', 'name', 'x', 'y'], ...rows], { encoding, lineEnd: '\r\n' }),
        4,
        encoding,
        ',',
      )
      expect(found.map(({ cells }) => cells)).toEqual(rows)
      expect(found[1]?.line).toBe(4)
    }
  })
})
