import { describe, expect, it } from 'vitest'
import type { ByteSource } from '#main/services/import/reading/byte-source.ts'
import { sourceOf } from '#main/services/import/reading/open-source.ts'
import { openTable, type TableOptions } from '#main/services/import/reading/open-table.ts'
import { bytesOf, endlessBytes } from './text-file.ts'

const tableOf = (bytes: ByteSource, options?: TableOptions) => openTable(sourceOf(bytes), options)
const rowsOf = (bytes: ByteSource, options?: TableOptions) =>
  [...tableOf(bytes, options).readGroups()].flatMap(({ rows }) => rows)

const good = (line: number, ...cells: string[]) => ({ line, cells, problem: null, isTotals: false })

describe('a table', () => {
  it('has its columns by name and its rows by physical line', () => {
    const bytes = bytesOf('Report of May\n\nsku,name,name,,\nA,Cup,Blue,,\n\n,,,,\nB,"Pot\n2 l",Red,,\n')
    const table = tableOf(bytes)
    expect(table).toMatchObject({ headerLine: 3, descriptionLine: null, headers: ['sku', 'name', 'name (2)'] })
    expect(rowsOf(bytes)).toEqual([good(4, 'A', 'Cup', 'Blue'), good(7, 'B', 'Pot\n2 l', 'Red')])
    expect(table.sample).toEqual(rowsOf(bytes))
  })

  it('says how it was read and can be told otherwise', () => {
    const bytes = bytesOf('sku;name\nA;Thé\nB;Café\n', { encoding: 'windows-1252' })
    expect(tableOf(bytes).format).toEqual({
      kind: 'text',
      encoding: 'windows-1252',
      isEncodingSure: false,
      strayBytes: 0,
      delimiter: ';',
      isDelimiterSure: true,
    })
    const told = tableOf(bytes, { encoding: 'windows-1251', delimiter: ',' })
    expect(told.format).toMatchObject({
      encoding: 'windows-1251',
      isEncodingSure: true,
      delimiter: ',',
      isDelimiterSure: true,
    })
    expect(told.headers).toEqual(['sku;name'])
    expect(told.sample[0]?.cells).toEqual(['A;Thй'])
  })

  it('can be told where its header is, or that it has none', () => {
    const bytes = bytesOf('code,title\nsku,name\nA,Cup\n')
    expect(tableOf(bytes).headerLine).toBe(1)
    expect(tableOf(bytes, { headerLine: 2 })).toMatchObject({ headerLine: 2, headers: ['sku', 'name'] })
    expect(tableOf(bytes, { headerLine: 0 })).toMatchObject({ headerLine: 0, headers: ['A', 'B'] })
    expect(rowsOf(bytes, { headerLine: 0 })).toHaveLength(3)
    expect(() => tableOf(bytes, { headerLine: 9 })).toThrow('import/no-header-there')
  })

  it('has columns A, B, C where no row looks like a header', () => {
    const bytes = bytesOf('2024-01-02,1.09\n2024-01-03,1.10\n')
    expect(tableOf(bytes)).toMatchObject({ headerLine: 0, headers: ['A', 'B'] })
    expect(rowsOf(bytes)[0]).toEqual(good(1, '2024-01-02', '1.09'))
  })

  it('obeys a first line that names the delimiter', () => {
    expect(rowsOf(bytesOf('sep=;\nsku;name\nA;Cup, blue\n'))).toEqual([good(3, 'A', 'Cup, blue')])
  })

  it('marks a row of explanations, so that it can be left out', () => {
    const bytes = bytesOf(
      'Order ID,Status,Quantity,Price,Note\nUnique number.,Its state,\n123,Paid,2,9.99,x\n124,Paid,1,4.99,y\n',
    )
    expect(tableOf(bytes)).toMatchObject({ headerLine: 1, descriptionLine: 2 })
    expect(rowsOf(bytes).map(({ line, isTotals }) => [line, isTotals])).toEqual([
      [2, true],
      [3, false],
      [4, false],
    ])
    expect(tableOf(bytes).sample.map(({ line }) => line)).toEqual([3, 4])
  })

  it('takes the guard off that an export put on', () => {
    expect(rowsOf(bytesOf("sku,name\n'=A1,'-1+2\n'85003,''=x\n"))).toEqual([
      good(2, '=A1', '-1+2'),
      good(3, "'85003", "'=x"),
    ])
  })
})

describe('a row of the wrong width', () => {
  it('is told with both numbers, never shifted', () => {
    const rows = rowsOf(bytesOf('a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n1,2,3\n'))
    expect(rows.map(({ problem }) => problem)).toEqual([
      { code: 'cells', expected: 3, got: 2 },
      { code: 'cells', expected: 3, got: 4 },
      null,
      null,
    ])
    expect(rows[0]?.cells).toEqual(['1', '2'])
    expect(rows[1]?.cells).toEqual(['1', '2', '3', '4'])
  })

  it('a quote that swallowed lines costs its own line only', () => {
    const rows = rowsOf(bytesOf('a,b,c\n1,2,3\n1,"2,3\n4,5,6\n7,8,9"\n4,5,6\n'))
    expect(rows.map(({ line, problem }) => [line, problem?.code ?? null])).toEqual([
      [2, null],
      [3, 'quote-never-closes'],
      [4, null],
      [5, null],
      [6, null],
    ])
  })
})

describe('totals and remarks', () => {
  it('are marked where they are, and at the end even when they are of another width', () => {
    const text =
      'sku,name,qty,sum\nA,Cup,2,5.00\nSubtotal,,2,5.00\nTotal,Tea,3,9.00\nB,Pot,1,4.00\nTotal,,3,9.00\n\n2,record(s) downloaded\nSeller ID : x\n'
    const rows = rowsOf(bytesOf(text))
    expect(rows.map(({ line, isTotals }) => [line, isTotals])).toEqual([
      [2, false],
      [3, true],
      [4, false],
      [5, false],
      [6, true],
      [8, true],
      [9, true],
    ])
  })

  it('are no excuse for a last row that is merely short', () => {
    const rows = rowsOf(bytesOf('sku,name,qty\nA,Cup,2\nB,Pot\n'))
    expect(rows[1]).toMatchObject({ problem: { code: 'cells' }, isTotals: false })
  })

  it('at the end are found in a long file too', () => {
    const text = `sku,name,qty\n${'A,Cup,2\n'.repeat(30_000)}合计,,60000\n制表人：李雷\n`
    const rows = rowsOf(bytesOf(text))
    expect(rows).toHaveLength(30_002)
    expect(rows.filter(({ isTotals }) => isTotals).map(({ line }) => line)).toEqual([30_002, 30_003])
  })
})

describe('what cannot be a table', () => {
  it('has nothing in it', () => expect(() => tableOf(bytesOf(`${' \n'.repeat(10)},,\n,,`))).toThrow('import/empty'))

  it('is one endless line, read in constant memory', () => {
    const before = process.memoryUsage().rss
    expect(() => tableOf(endlessBytes(600 * 1024 * 1024, 'all work and no play'))).toThrow('import/line-too-long')
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  })

  it('or a single quote that is never closed', () => {
    const before = process.memoryUsage().rss
    const bytes = endlessBytes(600 * 1024 * 1024, 'x', 'a,b\n1,2\n3,"')
    expect(rowsOf(bytes).map(({ line, problem }) => [line, problem?.code ?? null])).toEqual([
      [2, null],
      [3, 'quote-never-closes'],
    ])
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  })
})

it('a long file is read in constant memory, with its progress', () => {
  const line = 'A-1,Tie Guan Yin,12.50,30,pcs\n'
  const head = 'sku,name,price,qty,unit\n'
  const bytes = endlessBytes(head.length + line.length * 2_000_000, line, head)
  const before = process.memoryUsage().rss
  let count = 0
  let done = 0
  let largest = 0
  for (const group of tableOf(bytes).readGroups()) {
    count += group.rows.length
    largest = Math.max(largest, group.rows.length)
    expect(group.done).toBeGreaterThanOrEqual(done)
    done = group.done
  }
  expect([count, done]).toEqual([2_000_000, bytes.size])
  expect(largest).toBeLessThan(5000)
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
}, 30_000)
