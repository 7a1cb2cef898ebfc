// Workbooks written by another library, and the same files read by another library: what they agree on.
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { memoryBytes } from '#main/services/import/reading/byte-source.ts'
import { sourceOf } from '#main/services/import/reading/open-source.ts'
import { openTable } from '#main/services/import/reading/open-table.ts'

const rows = [
  ['货号', 'name', 'price', 'active', 'since'],
  ['00123', 'Tea & "Co" <x>', 12.5, true, new Date(Date.UTC(2024, 3, 1))],
  ['576912345678901001', '  spaced  ', -0.1, false, new Date(Date.UTC(1999, 11, 31))],
  ['=1+1', 'two\nlines', 1e6, true, new Date(Date.UTC(2024, 1, 29))],
]

async function written(): Promise<Buffer> {
  const cells = rows.map((row) =>
    row.map((value) => (value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value })),
  )
  return await writeXlsxFile(cells as never).toBuffer()
}

describe('a workbook of another program', () => {
  it('has the cells that were put into it, as text', async () => {
    const table = openTable(sourceOf(memoryBytes('x.xlsx', await written())))
    expect(table.headers).toEqual(['货号', 'name', 'price', 'active', 'since'])
    expect([...table.readGroups()].flatMap((group) => group.rows.map(({ cells }) => cells))).toEqual([
      ['00123', 'Tea & "Co" <x>', '12.5', 'TRUE', '2024-04-01'],
      ['576912345678901001', '  spaced  ', '-0.1', 'FALSE', '1999-12-31'],
      ['=1+1', 'two\nlines', '1000000', 'TRUE', '2024-02-29'],
    ])
  })

  it('reads as another reader reads it', async () => {
    const bytes = await written()
    const other = await readXlsxFile(bytes)
    const sheet = (
      Array.isArray(other) && 'data' in (other[0] ?? {}) ? (other[0] as { data: unknown[][] }).data : other
    ) as unknown[][]
    const table = openTable(sourceOf(memoryBytes('x.xlsx', bytes)))
    const ours = [...table.readGroups()].flatMap((group) => group.rows.map(({ cells }) => cells))
    expect(ours.map(([code, , price]) => [code, Number(price)])).toEqual(
      sheet.slice(1).map(([code, , price]) => [code, price]),
    )
  })
})
