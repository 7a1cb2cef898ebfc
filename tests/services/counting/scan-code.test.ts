// What a scanner types, and what is counted of it.
import { expect, test } from 'vitest'
import { makeProduct } from '#tests/support/records.ts'
import { countBook } from './count-book.ts'

test('SKU, barcode and batch each count one more of their line; quantities add up', () => {
  const book = countBook()
  const { id } = book.make()
  expect(book.scan(id, 'MUG')).toMatchObject({ status: 'counted', isNew: false, line: { sku: 'MUG', counted: 1 } })
  expect(book.scan(id, ' mug ')).toMatchObject({ line: { counted: 2 } })
  expect(book.scan(id, 'MUG', { quantity: 2.5 })).toMatchObject({ line: { counted: 4.5 } })
  expect(book.scan(id, '4006381333931')).toMatchObject({ line: { sku: 'PLATE', bin: 'A-1', counted: 1 } })
  expect(book.scan(id, 'H1')).toMatchObject({ line: { sku: 'HONEY', batch: 'H1', counted: 1 } })
})

test('a code that nothing stands for is told; no line is lost or made', () => {
  const book = countBook()
  const { id } = book.make()
  book.scan(id, 'MUG')
  expect(book.scan(id, '0000000000000')).toEqual({ status: 'unknown', code: '0000000000000' })
  expect(book.count(id)).toMatchObject({ lineCount: 3, countedCount: 1 })
})

test('a UPC and the EAN that begins with a 0 are one code', () => {
  const book = countBook()
  book.write((tx) => makeProduct(tx, { sku: 'UPC', barcodes: ['036000291452'] }))
  const { id } = book.make()
  expect(book.scan(id, '0036000291452')).toMatchObject({ status: 'counted', isNew: true, line: { sku: 'UPC' } })
})

test('what is found but not on the sheet comes onto it, with nothing expected', () => {
  const book = countBook()
  book.write((tx) => makeProduct(tx, { sku: 'VASE' }))
  const { id } = book.make()
  const found = { sku: 'VASE', expected: 0, counted: 1, difference: 1, value: null }
  expect(book.scan(id, 'VASE')).toMatchObject({ status: 'counted', isNew: true, line: found })
  expect(book.scan(id, 'VASE')).toMatchObject({ isNew: false, line: { counted: 2 } })
  expect(book.count(id).lineCount).toBe(4)
})

test('in several bins who scans chooses, or says once which bin is counted', () => {
  const book = countBook()
  const { id } = book.make()
  expect(book.scan(id, 'a-1')).toEqual({ status: 'bin', binId: book.bin, code: 'A-1' })
  // A mug in the bin where none is expected, beside the line of those in no bin.
  const inBin = book.scan(id, 'MUG', { binId: book.bin })
  expect(inBin).toMatchObject({ status: 'counted', isNew: true, line: { bin: 'A-1', expected: 0 } })
  const asked = book.scan(id, 'MUG')
  expect(asked).toMatchObject({ status: 'choose', lines: [{ bin: '' }, { bin: 'A-1' }], products: [] })
  expect(book.count(id).countedCount).toBe(1)
})

test('a code of two products asks which; batches are asked for where none is known', () => {
  const book = countBook()
  book.write((tx) => {
    makeProduct(tx, { sku: 'TWIN-1', barcodes: ['7'] })
    // As a merge leaves it: commands refuse the second.
    tx.insert('product_barcodes', { product_id: makeProduct(tx, { sku: 'TWIN-2' }), code: '7' })
    makeProduct(tx, { sku: 'OIL', tracking: 'batch' })
  })
  const { id } = book.make()
  expect(book.scan(id, '7')).toMatchObject({ status: 'choose', products: [{ sku: 'TWIN-1' }, { sku: 'TWIN-2' }] })
  expect(book.scan(id, 'OIL')).toMatchObject({ status: 'choose', products: [{ sku: 'OIL', tracking: 'batch' }] })
  expect(book.count(id)).toMatchObject({ lineCount: 3, countedCount: 0 })
})

test('a serial number is one piece however often it is scanned', () => {
  const book = countBook()
  const phone = book.write((tx) => makeProduct(tx, { sku: 'PHONE', tracking: 'serial' }))
  const lines = ['S1', 'S2'].map((code) => ({ productId: phone, quantity: 1, batch: { code } }))
  book.post({ kind: 'receive', input: { on: '2026-03-02', warehouseId: 1, lines } })
  const { id } = book.make()
  expect(book.scan(id, 'S1', { quantity: 5 })).toMatchObject({ status: 'counted', line: { batch: 'S1', counted: 1 } })
  expect(book.scan(id, 'S1')).toMatchObject({ status: 'twice', line: { batch: 'S1', counted: 1 } })
  expect(book.scan(id, 's1')).toMatchObject({ status: 'twice', line: { batch: 'S1', counted: 1 } })
  book.write((tx) => tx.run('UPDATE stock_count_lines SET counted_milli = 0 WHERE counted_milli IS NULL'))
  book.settle(id)
  expect(book.onHand(phone, 1)).toBe(1)
})
