import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { memoryBytes } from '#main/services/import/reading/byte-source.ts'
import { openSource, sourceOf } from '#main/services/import/reading/open-source.ts'
import { AppError } from '#shared/errors.ts'
import { bytesOf } from './text-file.ts'
import { workbook } from './workbook.ts'

function refusal(name: string, bytes: Uint8Array): unknown {
  try {
    return sourceOf(memoryBytes(name, bytes)).kind
  } catch (error) {
    return error instanceof AppError ? [error.code, error.details] : error
  }
}

const zip = (...names: readonly string[]) => zipSync(Object.fromEntries(names.map((name) => [name, Buffer.from('x')])))

function oleFile(...streams: readonly string[]): Buffer {
  const bytes = Buffer.alloc(2048)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt32LE(1, 48)
  for (const [at, name] of streams.entries()) bytes.write(name, 1024 + at * 128, 'utf16le')
  return bytes
}

describe('what is no table is named', () => {
  it.each<[string, string, Uint8Array]>([
    ['a.csv', 'pdf', Buffer.from('%PDF-1.7\n...')],
    ['a.csv', 'picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a.csv', 'picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['a.csv', 'zip', zip('a.txt')],
    ['a.docx', 'word', zip('[Content_Types].xml', 'word/document.xml')],
    ['a.ods', 'ods', zip('mimetype', 'content.xml')],
    ['a.xlsb', 'xlsb', zip('[Content_Types].xml', 'xl/workbook.bin')],
    ['a.numbers', 'numbers', zip('Index/Document.iwa')],
    ['a.xls', 'html', Buffer.from('<html><body><table><tr><td>sku</td></tr></table></body></html>')],
    ['a.xls', 'xml', Buffer.from('<?xml version="1.0"?><Workbook></Workbook>')],
    ['a.csv', 'json', Buffer.from('[{"sku": 1}]')],
    ['a.csv', 'database', Buffer.from('SQLite format 3\0')],
    ['a.csv', 'binary', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7) % 256)],
    ['a.doc', 'word', oleFile('Root Entry', 'WordDocument')],
  ])('%s is %s', (name, looksLike, bytes) => {
    expect(refusal(name, bytes)).toEqual(['import/not-a-table', { name, looksLike }])
  })

  it('an old workbook, one with a password, an empty file', () => {
    expect(refusal('a.xls', oleFile('Root Entry', 'Workbook'))).toEqual(['import/old-excel', { name: 'a.xls' }])
    expect(refusal('a.xlsx', oleFile('Root Entry', 'EncryptedPackage'))).toEqual([
      'import/locked-excel',
      { name: 'a.xlsx' },
    ])
    expect(refusal('a.csv', Buffer.alloc(0))).toEqual(['import/empty', { name: 'a.csv' }])
    expect(refusal('a.csv', Buffer.from('\ufeff \r\n\n'))).toEqual(['import/empty', { name: 'a.csv' }])
  })

  it('a workbook cut off anywhere', () => {
    const whole = workbook({
      Sheet1: [
        ['sku', 'name'],
        ['A', 'Cup'],
      ],
    })
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(refusal('a.xlsx', whole.subarray(0, Math.floor(whole.length * share)))).toEqual([
        'import/xlsx-damaged',
        { name: 'a.xlsx' },
      ])
    }
    expect(refusal('export', whole.subarray(0, whole.length - 30))).toEqual(['import/xlsx-damaged', { name: 'export' }])
    expect(refusal('a.zip', zip('a.txt').subarray(0, 60))).toEqual([
      'import/not-a-table',
      { name: 'a.zip', looksLike: 'zip' },
    ])
  })

  it('but words that begin like something else are text', () => {
    for (const text of ['MZ,name\n1,2\n', 'BM;x\n', 'ID3,x\n', '[id],name\n1,2\n', '<5 pcs>,x\n1,2\n', 'II*,x\n']) {
      expect(refusal('a.csv', Buffer.from(text))).toBe('text')
    }
  })
})

describe('opening a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reading-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('reads it from the disk, and is not upset by one that has grown shorter', () => {
    const path = join(folder, 'a.csv')
    writeFileSync(path, 'sku,name\nA,Cup\n')
    const source = openSource({ name: 'a.csv', path })
    expect(source).toMatchObject({ kind: 'text', guess: { encoding: 'utf-8' } })
    truncateSync(path, 5)
    expect(Buffer.from(source.bytes.read(0, 100)).toString()).toBe('sku,n')
    source.bytes.close()
    expect(() => source.bytes.read(0, 1)).toThrow('EBADF')
  })

  it('closes it when it is no table', () => {
    const path = join(folder, 'b.csv')
    writeFileSync(path, '%PDF-1.7')
    expect(() => openSource({ name: 'b.csv', path })).toThrow('import/not-a-table')
  })
})

it('text in UTF-16 is text, though half its bytes are zero', () => {
  expect(sourceOf(bytesOf('sku,name\n1,Cup\n', { encoding: 'utf-16le' })).kind).toBe('text')
})
