// What to pick where: bin by bin, what expires first, kits by their parts, and what lies nowhere.
import { describe, expect, test } from 'vitest'
import { choosePicks } from '#main/domain/packing/choose-picks.ts'
import { pickingList } from '#main/services/packing/picking-list.ts'
import { addShipment } from '#main/services/shipments/shipment-commands.ts'
import type { Id } from '#shared/ids.ts'
import { pickingInput } from '#shared/schemas/packing.ts'
import { shipmentInput } from '#shared/schemas/shipments.ts'
import { dispatchBook, lineIds } from '#tests/services/dispatch/dispatch-book.ts'
import { main } from '#tests/services/stock/stock-book.ts'
import { makeProduct } from '#tests/support/records.ts'

const place = (bin: string, milli: number, batch = '', expiresOn: string | null = null) => ({
  ...{ bin, milli, batch, expiresOn },
  batchId: batch === '' ? null : batch.charCodeAt(0),
})

describe('picks', () => {
  test('come from the first bin that holds all, else bin by bin, goods without a bin last', () => {
    expect(choosePicks([place('', 9000), place('B', 2000), place('A', 1000)], 2000)).toMatchObject([{ bin: 'B' }])
    expect(choosePicks([place('', 9000), place('B', 2000), place('A', 1000)], 3500)).toMatchObject([
      { bin: '', milli: 3500 },
    ])
    expect(choosePicks([place('', 900), place('B', 2000), place('A', 1000)], 3500)).toMatchObject([
      { bin: 'A', milli: 1000 },
      { bin: 'B', milli: 2000 },
      { bin: '', milli: 500 },
    ])
  })

  test('take what expires first, and tell what is not there', () => {
    const lying = [place('A', 2000, 'x', '2027-01-31'), place('C', 1000, 'y', '2026-12-31'), place('B', 4000, 'z')]
    expect(choosePicks(lying, 8000).map(({ batch, milli, isMissing }) => [batch, milli, isMissing])).toEqual([
      ['y', 1000, false],
      ['x', 2000, false],
      ['z', 4000, false],
      ['', 1000, true],
    ])
  })
})

describe('the picking list', () => {
  test('puts what several orders and shipments want together, kits by their parts', () => {
    const book = dispatchBook()
    const pair = book.write((tx) =>
      makeProduct(tx, {
        ...{ sku: 'PAIR', kind: 'kit' },
        kitParts: [
          { partId: book.mug, quantity: 1 },
          { partId: book.cup, quantity: 2 },
        ],
      }),
    )
    const bin = (code: string) => book.write((tx) => tx.insert('bins', { warehouse_id: main, code }))
    const [b, a] = [bin('B-02'), bin('A-01')] as [Id, Id]
    const goods = (productId: Id, binId: Id, quantity: number) => ({ productId, binId, quantity })
    book.post({
      kind: 'receive',
      input: { warehouseId: main, on: '2026-11-02', lines: [goods(book.mug, b, 20), goods(book.cup, a, 50)] },
    })
    const order = book.order({}, [{ productId: pair, quantity: 4 }])
    const other = book.order({}, [{ productId: book.mug, quantity: 6 }])
    const [lineId = 0] = lineIds(other)
    const lines = [{ orderLineId: lineId, quantity: 6 }]
    const shipment = book.write((tx) => addShipment(tx, shipmentInput.parse({ kind: 'order', lines })))
    const input = pickingInput.parse({ shipmentIds: [shipment.id], orderIds: [order.id] })
    const rows = book.read((db) => pickingList(db, input))
    expect(rows.map((row) => [row.bin, row.sku, row.quantity, row.isMissing])).toEqual([
      ['A-01', 'CUP', 8, false],
      ['B-02', 'MUG', 10, false],
    ])
    expect(rows[1]?.for).toEqual([
      { number: shipment.number, quantity: 6 },
      { number: order.number, quantity: 4 },
    ])
    book.send({ orderId: order.id, on: '2026-11-10' })
    expect(book.read((db) => pickingList(db, pickingInput.parse({ orderIds: [order.id] })))).toEqual([])
  })

  test('says what lies nowhere', () => {
    const book = dispatchBook()
    const order = book.order({}, [{ quantity: 130 }])
    const rows = book.read((db) => pickingList(db, pickingInput.parse({ orderIds: [order.id] })))
    expect(rows.map(({ quantity, isMissing }) => [quantity, isMissing])).toEqual([
      [100, false],
      [30, true],
    ])
  })
})
