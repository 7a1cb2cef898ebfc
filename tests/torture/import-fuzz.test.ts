// Files damaged at random: each is imported, refused by row, or refused in words; never an unexpected error, and a refused
// file leaves the book byte for byte as it was.
import { writeFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { fileOf, folder, importAll, shelf } from '#tests/support/import-files.ts'
import { testBook } from '#tests/support/test-book.ts'
import { rounds, seed, seededRandom } from '#tests/torture/torture-size.ts'

const random = seededRandom(seed)
const count = rounds(80, 20_000)

const seeds: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['products.csv', strToU8('SKU,Name,Price,Cost\nA,"Mug, blue",1.50,0.70\nB,Kännchen,2.00,\nC,"Two\nlines",3,1\n')],
  [
    'orders.csv',
    strToU8(
      'Order No;Order Date;Customer;SKU;Qty;Unit Price\nX-1;01.03.2026;Casa Lima;A;2;1,50\nX-1;01.03.2026;Casa Lima;B;1;2,00\n',
    ),
  ],
  ['产品.tsv', strToU8('产品编码\t中文名称\t单价\nA\t马克杯\t12.5\nB\t茶壶\t30\n')],
  ['rates.csv', strToU8('Date,USD,JPY,\n2026-04-13,1.1684,186.75,\n')],
  ['book.xlsx', smallWorkbook()],
]

test(`${count} damaged files (seed ${seed})`, { timeout: count * 500 }, async () => {
  const endings = { imported: 0, refused: 0 }
  for (let round = 0; round < count; round += 1) {
    const [name, bytes] = seeds[Math.floor(random() * seeds.length)] ?? ['', new Uint8Array()]
    const damaged = damage(bytes)
    // What SQLite gave out is only freed between turns.
    await setImmediate()
    const ending = tryImport(name, damaged)
    if (ending === 'imported' || ending === 'refused') endings[ending] += 1
    else {
      writeFileSync(`${folder}/found-${round}-${name}`, damaged)
      expect.fail(`round ${round}: ${String(ending)} (kept as found-${round}-${name} in ${folder})`)
    }
  }
  expect(endings.imported).toBeGreaterThan(0)
  expect(endings.refused).toBeGreaterThan(0)
})

function tryImport(name: string, bytes: Uint8Array): unknown {
  const book = testBook()
  const before = book.connection.serialize()
  try {
    importAll(book, [fileOf(name, bytes)], { options: { makeMissing: true } })
    return 'imported'
  } catch (error) {
    if (!(error instanceof AppError)) return error instanceof Error ? error.stack : error
    return book.connection.serialize().equals(before) ? 'refused' : `the book changed: ${error.code}`
  } finally {
    book.connection.close()
    shelf.clear()
  }
}

/** One to four flips, cuts, doublings or insertions. */
function damage(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  let damaged = Uint8Array.from(bytes)
  const times = 1 + Math.floor(random() * 4)
  for (let time = 0; time < times; time += 1) damaged = damageOnce(damaged)
  return damaged
}

const nasty = [
  '"',
  '\u0000',
  '\n',
  '\r',
  ',',
  ';',
  '\t',
  '=',
  'NULL',
  '\u202e',
  '🧺',
  '9'.repeat(40),
  '\ufeff',
  '1e999',
  '-',
  '٣',
  '"'.repeat(9),
]

function damageOnce(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const at = Math.floor(random() * bytes.length)
  const kind = Math.floor(random() * 4)
  if (kind === 0)
    return Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ (1 << Math.floor(random() * 8)) : byte))
  if (kind === 1) return bytes.slice(0, at)
  if (kind === 2) return join(bytes.slice(0, at), bytes.slice(Math.floor(at / 2)))
  return join(bytes.slice(0, at), strToU8(nasty[Math.floor(random() * nasty.length)] ?? ''), bytes.slice(at))
}

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts))
}

function smallWorkbook(): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
  return zipSync({
    '[Content_Types].xml': strToU8(`<?xml version="1.0"?><Types xmlns="${packaged}/content-types"/>`),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${main}"><sheetData><row r="1">${cell('A1', 'SKU')}${cell('B1', 'Name')}${cell('C1', 'Price')}</row><row r="2">${cell('A2', '00012')}${cell('B2', 'Mug')}<c r="C2"><v>1.5</v></c></row></sheetData></worksheet>`,
    ),
  })
}
