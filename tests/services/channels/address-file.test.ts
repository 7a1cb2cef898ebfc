// Lists of recipients for carriers: whole addresses, doubtful ones told, shipments without one left out.
import { describe, expect, test } from 'vitest'
import { addressFileFormats, addressLines, plainPhone } from '#main/domain/channels/address-formats.ts'
import { fileText, headingsOf } from '#main/domain/channels/file-format.ts'
import { addressFile } from '#main/services/channels/address-file.ts'
import { addShipment } from '#main/services/shipments/shipment-commands.ts'
import { addressFileInput, addressFormats } from '#shared/schemas/channel-files.ts'
import { shipmentInput } from '#shared/schemas/shipments.ts'
import { makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const shipTo = {
  ...{ name: 'Ada Baum', street: 'Kaistraße 1', city: 'Hamburg', postalCode: '20457', country: 'DE' },
  ...{ phone: '+49 40 123456', email: 'ada@example.com' },
}

function add(book: TestBook, to: Partial<typeof shipTo> = {}): number {
  return book.write((tx) => {
    const productId = makeProduct(tx, {
      ...{ sku: `S-${tx.now}-${JSON.stringify(to)}`.slice(0, 80), nameEn: 'Oak board', customsNameEn: 'Wooden board' },
      ...{ hsCode: '4419120000', originCountry: 'CN' },
    })
    const parcels = [{ lengthMm: 400, widthMm: 300, heightMm: 255, grossGrams: 1250 }]
    const lines = [{ productId, quantity: 3 }]
    return addShipment(tx, shipmentInput.parse({ kind: 'other', shipTo: { ...shipTo, ...to }, parcels, lines })).id
  })
}

const made = (book: TestBook, input: unknown) => book.read((db) => addressFile(db, addressFileInput.parse(input)))

describe('recipients', () => {
  test('go out with their whole address, weight and what customs are told', () => {
    const book = testBook()
    add(book)
    const { rows, format } = made(book, { format: 'generic' })
    const cells = Object.fromEntries(headingsOf(format).map((heading, at) => [heading, rows[0]?.cells[at]]))
    expect(cells).toMatchObject({
      ...{ name: 'Ada Baum', street: 'Kaistraße 1', postal_code: '20457', country: 'DE', phone: '0049 40 123456' },
      ...{ weight_kg: '1.250', length_cm: '40', height_cm: '25.5', contents: 'Wooden board', hs_code: '4419120000' },
    })
  })

  test('split the calling code for DHL, and come without headings for UPS', () => {
    const book = testBook()
    add(book)
    const dhl = made(book, { format: 'dhl' })
    const cells = Object.fromEntries(headingsOf(dhl.format).map((heading, at) => [heading, dhl.rows[0]?.cells[at]]))
    expect(cells).toMatchObject({
      'Phone Number Country Code': '49',
      'Phone Number': '40123456',
      'Address 1': 'Kaistraße 1',
    })
    const ups = made(book, { format: 'ups' })
    expect(
      fileText(
        ups.format,
        ups.rows.map(({ cells: row }) => row),
      ),
    ).toMatch(/^Ada Baum,SH-/)
  })

  test('are told apart where something is missing or doubtful', () => {
    const book = testBook()
    add(book, { street: '' })
    add(book, { name: '' })
    add(book, {
      phone: '',
      street:
        'A very long street name that goes on and on until no label of any carrier can hold it in its three short lines',
    })
    const { rows, leftOut, doubtful } = made(book, { format: 'fedex' })
    expect(rows).toHaveLength(1)
    expect(leftOut.map(({ why, count }) => [why, count])).toEqual([
      ['no-address', 1],
      ['no-recipient', 1],
    ])
    expect(doubtful.map(({ why }) => why).sort()).toEqual(['long-address', 'no-phone'])
    add(book, { street: '广东省深圳市南山区科技园南区高新南一道十八号创维大厦某某座二十三楼二三零一室前台转交' })
    expect(made(book, { format: 'dhl' }).doubtful).toContainEqual(
      expect.objectContaining({ why: 'long-address', count: 2 }),
    )
  })

  test('are those of the shipments named, or of all that are to go out', () => {
    const book = testBook()
    const id = add(book)
    add(book, { name: 'Second' })
    expect(made(book, { format: 'generic' }).rows).toHaveLength(2)
    expect(made(book, { format: 'generic', shipmentIds: [id] }).rows).toHaveLength(1)
    expect(made(testBook(), { format: 'generic' }).rows).toEqual([])
  })
})

test('no format loses a word of an address', () => {
  const street = 'Apartment 12, Building C, Industrial Park of the Northern Development Area, 4th Ring Road West 188'
  const lines = addressLines(street)
  expect(lines.join(' ')).toBe(street)
  expect(lines[0].length).toBeLessThanOrEqual(35)
  expect(plainPhone('+86 571 8888')).toBe('0086 571 8888')
  for (const format of addressFormats) {
    const headings = headingsOf(addressFileFormats[format])
    expect(new Set(headings).size).toBe(headings.length)
  }
})
