import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { memoryBytes } from '#main/services/import/reading/byte-source.ts'
import { sourceOf } from '#main/services/import/reading/open-source.ts'
import { openTable } from '#main/services/import/reading/open-table.ts'
import { AppError } from '#shared/errors.ts'
import { sheetXml, withRepeatedPart, workbook } from './workbook.ts'

function outcome(bytes: Uint8Array): unknown {
  try {
    let rows = 0
    for (const group of openTable(sourceOf(memoryBytes('test.xlsx', bytes))).readGroups()) rows += group.rows.length
    return rows
  } catch (error) {
    return error instanceof AppError ? { code: error.code, ...error.details } : error
  }
}

function sheetOf(
  rows: number,
  row = (line: number) => `<row r="${line}"><c><v>${line}</v></c><c><v>2</v></c></row>`,
): string {
  const header = '<row r="1"><c t="str"><v>sku</v></c><c t="str"><v>qty</v></c></row>'
  return `<worksheet><sheetData>${header}${Array.from({ length: rows }, (_, at) => row(at + 2)).join('')}</sheetData></worksheet>`
}

const withSheet = (xml: string, more: Record<string, string> = {}) =>
  workbook({ S: [] }, { files: { 'xl/worksheets/sheet1.xml': xml, ...more } })

const small = withSheet(sheetOf(10))
const tooManyBytes = { code: 'import/xlsx-too-large', name: 'test.xlsx', limitBytes: 256 * 1024 * 1024 }

describe('what a workbook may hold', () => {
  it('is 200,000 rows below the header, and no more', () => {
    expect(outcome(withSheet(sheetOf(200_000)))).toBe(200_000)
    expect(outcome(withSheet(sheetOf(200_001)))).toEqual({
      code: 'import/xlsx-too-large',
      name: 'test.xlsx',
      limitRows: 200_000,
    })
  })

  it('is 256 MB unpacked, counted while unpacking', () => {
    const bomb = withRepeatedPart(small, 'xl/worksheets/sheet1.xml', 5000)
    expect(bomb.length).toBeLessThan(8 * 1024 * 1024)
    const before = process.memoryUsage().rss
    expect(outcome(bomb)).toEqual(tooManyBytes)
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  }, 30_000)

  it('counts all the parts that are read', () => {
    const strings = withRepeatedPart(small, 'xl/sharedStrings.xml', 300)
    expect(outcome(strings)).toEqual(tooManyBytes)
  }, 30_000)

  it('is 1,000 columns', () => {
    const wide = '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'
    expect(outcome(withSheet(wide))).toEqual({ code: 'import/xlsx-too-large', name: 'test.xlsx', limitColumns: 1000 })
  })

  it('costs no more for merged cells without end', () => {
    const merged = Array.from({ length: 50_000 }, (_, at) => `A${at + 2}:A1000000`)
    const xml = sheetXml([['sku', 'qty']], { merged }).replace(
      '</sheetData>',
      `${sheetOf(20_000).match(/<row r="2">.*<\/row>/)?.[0]}</sheetData>`,
    )
    expect(outcome(withSheet(xml))).toBe(20_000)
  })
})

describe('a damaged workbook', () => {
  const whole = withSheet(sheetOf(5000))

  it('is told when a byte of a sheet has changed', () => {
    // The sheet is the largest part; its packed bytes lie in the middle of the file.
    for (const share of [0.3, 0.5, 0.7]) {
      const bytes = whole.slice()
      const at = Math.floor(bytes.length * share)
      bytes[at] = (bytes[at] ?? 0) ^ 0x55
      expect(outcome(bytes)).toEqual({ code: 'import/xlsx-damaged', name: 'test.xlsx' })
    }
  })

  it('is told when its directory points nowhere', () => {
    const bytes = Buffer.from(whole)
    const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
    bytes.writeUInt32LE(bytes.length + 100, end + 16)
    expect(outcome(bytes)).toEqual({ code: 'import/xlsx-damaged', name: 'test.xlsx' })
  })

  it('is told when it has no sheet that exists', () => {
    const files = { 'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="rId9"/></sheets></workbook>' }
    expect(outcome(workbook({ S: [] }, { files }))).toEqual({ code: 'import/xlsx-damaged', name: 'test.xlsx' })
  })

  it('ends in an error or in rows for any change at all, never in a crash', () => {
    const small = workbook({
      S: [
        ['sku', 'qty'],
        ['A', 1],
        ['B', 2],
      ],
    })
    for (let at = 0; at < small.length; at += 7) {
      const bytes = small.slice()
      bytes[at] = (bytes[at] ?? 0) ^ 0xff
      const found = outcome(bytes)
      expect(
        typeof found === 'number' || (typeof found === 'object' && found !== null && 'code' in found),
        String(found),
      ).toBe(true)
    }
  })
})

it('reads entries that are stored and not packed', () => {
  const files = { 'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>' }
  const rels = '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/s.xml"/></Relationships>'
  const parts = {
    ...files,
    'xl/_rels/workbook.xml.rels': rels,
    'xl/worksheets/s.xml': sheetXml([
      ['sku', 'qty'],
      ['A', 1],
    ]),
  }
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)])), {
    level: 0,
  })
  expect(outcome(bytes)).toBe(1)
})
