// What a channel may be told to be there: own places for sale, less what is reserved and kept back, in the channel's units.
import { beforeEach, describe, expect, test } from 'vitest'
import { listChannelStock, setReserve } from '#main/services/channels/channel-stock.ts'
import { stockFile } from '#main/services/channels/stock-file.ts'
import { setShippingSetting } from '#main/services/shipments/shipping-settings.ts'
import type { Id } from '#shared/ids.ts'
import { stockFileInput } from '#shared/schemas/channel-files.ts'
import { type DispatchBook, dispatchBook } from '#tests/services/dispatch/dispatch-book.ts'
import { makeProduct } from '#tests/support/records.ts'

let book: DispatchBook
beforeEach(() => {
  book = dispatchBook()
})

function sku(externalSku: string, productId: Id | null, factorMilli = 1000): Id {
  const row = { channel: 'amz', external_sku: externalSku, product_id: productId, factor_milli: factorMilli }
  return book.write((tx) => tx.insert('channel_skus', row))
}
const stock = () => book.read((db) => listChannelStock(db, {})).rows
const toSell = () => stock().map(({ externalSku, toSell: count, why }) => [externalSku, count ?? why])

describe('what there is to sell', () => {
  test('is what lies for sale less what orders reserve, in whole units of the channel', () => {
    sku('MUG-1', book.mug)
    sku('MUG-6', book.mug, 6000)
    book.order({}, [{ quantity: 10 }])
    expect(toSell()).toEqual([
      ['MUG-1', 90],
      ['MUG-6', 15],
    ])
  })

  test('leaves out what lies in second quality and with the marketplace, and what it sends itself', () => {
    sku('MUG-1', book.mug)
    const fba = book.write((tx) => tx.insert('warehouses', { name: 'FBA', kind: 'marketplace' }))
    const lines = [{ productId: book.mug, quantity: 40 }]
    book.post({ kind: 'receive', input: { warehouseId: book.seconds, on: '2026-11-02', lines } })
    book.post({ kind: 'receive', input: { warehouseId: fba, on: '2026-11-02', lines } })
    const order = book.order({}, [{ quantity: 30 }])
    book.write((tx) => tx.update('sales_orders', order.id, { fulfilled_by: 'channel', warehouse_id: fba }))
    expect(toSell()).toEqual([['MUG-1', 100]])
    book.post({ kind: 'receive', input: { warehouseId: book.yard, on: '2026-11-02', lines } })
    expect(toSell()).toEqual([['MUG-1', 140]])
  })

  test('keeps back what the setting or the SKU says, and is never below zero', () => {
    const id = sku('MUG-1', book.mug)
    sku('CUP-1', book.cup)
    book.write((tx) => setShippingSetting(tx, 'channelReserve', 5))
    book.write((tx) => setReserve(tx, { id, reserve: 30 }))
    expect(toSell()).toEqual([
      ['CUP-1', 95],
      ['MUG-1', 70],
    ])
    book.write((tx) => setReserve(tx, { id, reserve: 500 }))
    expect(toSell()[1]).toEqual(['MUG-1', 0])
    book.write((tx) => setReserve(tx, { id, reserve: null }))
    expect(stock()[1]).toMatchObject({ toSell: 95, reserve: 5, hasOwnReserve: false })
  })

  test('of a kit is what its scarcest part makes; of what nobody keeps stock of there is no figure', () => {
    const lid = book.write((tx) => makeProduct(tx, { sku: 'LID' }))
    const kit = (code: string, partId: Id) =>
      book.write((tx) =>
        makeProduct(tx, {
          ...{ sku: code, kind: 'kit' },
          kitParts: [
            { partId: book.mug, quantity: 3 },
            { partId, quantity: 1 },
          ],
        }),
      )
    sku('A-SET', kit('SET', book.cup))
    sku('B-SET', kit('SET2', lid))
    sku('C-LID', lid)
    sku('D-NONE', null)
    expect(toSell()).toEqual([
      ['A-SET', 33],
      ['B-SET', 'no-stock-kept'],
      ['C-LID', 'no-stock-kept'],
      ['D-NONE', 'no-product'],
    ])
    const { rows, leftOut } = book.read((db) => stockFile(db, stockFileInput.parse({ format: 'amazon' })))
    expect(rows.map(({ cells }) => cells)).toEqual([['A-SET', '', '', '', '33', '', '']])
    expect(leftOut.map(({ why, count }) => [why, count])).toEqual([
      ['no-stock-kept', 2],
      ['no-product', 1],
    ])
  })

  test('of a kit with a kit inside, a part that both need is not promised twice', () => {
    const kit = (code: string, parts: { partId: Id; quantity: number }[]) =>
      book.write((tx) => makeProduct(tx, { ...{ sku: code, kind: 'kit' }, kitParts: parts }))
    const inner = kit('PAIR', [{ partId: book.mug, quantity: 2 }])
    sku(
      'SET',
      kit('SET', [
        { partId: book.mug, quantity: 3 },
        { partId: inner, quantity: 1 },
      ]),
    )
    expect(toSell()).toEqual([['SET', 20]])
  })

  test('of an empty book is an empty list', () => {
    expect(stock()).toEqual([])
  })
})
