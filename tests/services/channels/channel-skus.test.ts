// What a channel calls our products: the list of what nobody knows, and what matching one does.
import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { addChannel, editChannel, removeChannel } from '#main/services/channels/channel-commands.ts'
import { channelOfOrder, listChannels } from '#main/services/channels/channel-queries.ts'
import { forgetSku, ignoreSku, listChannelSkus, mapSku } from '#main/services/channels/channel-skus.ts'
import { unknownSkus } from '#main/services/channels/unknown-skus.ts'
import type { Id } from '#shared/ids.ts'
import { channelInput, mapSkuInput } from '#shared/schemas/channels.ts'
import { fileOf, importAll } from '#tests/support/import-files.ts'
import { makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const page = { offset: 0, limit: 50 }
const file = () =>
  fileOf('ebay.csv', [
    'Sales Record Number,Order Number,Buyer Username,Item Number,Item Title,Custom Label,Quantity,Sold For,Shipping And Handling,Total Price,Sale Date',
    '1,9-1,ann,1,Blue enamel mug 3-pack,MUG3,2,US $10.00,US $0.00,US $20.00,Sep-18-26',
    '2,9-2,bob,1,Blue enamel mug 3-pack,MUG3,1,US $10.00,US $0.00,US $10.00,Sep-19-26',
    '3,9-3,cyd,2,Poster,POST-1,1,US $7.00,US $0.00,US $7.00,Sep-20-26',
  ])

function withOrders(): { book: TestBook; mug: Id } {
  const book = testBook()
  const mug = book.write((tx) => makeProduct(tx, { sku: 'M-BLUE', nameEn: 'Blue enamel mug' }))
  importAll(book, [file()])
  return { book, mug }
}

describe('unknown SKUs', () => {
  test('are listed with what stands under them, the most lines first, with products that they may mean', () => {
    const { book, mug } = withOrders()
    const { total, rows } = book.read((db) => unknownSkus(db, page))
    expect(total).toBe(2)
    expect(rows[0]).toMatchObject({
      channel: 'ebay',
      externalSku: 'MUG3',
      lines: 2,
      orders: 2,
      units: 3,
      lastOn: '2026-09-19',
    })
    expect(rows[0]?.suggestions).toMatchObject([{ productId: mug, by: 'name' }])
    expect(rows[1]?.suggestions).toEqual([])
    expect(book.read((db) => listChannels(db))).toMatchObject([{ code: 'ebay', orderCount: 3, unknownSkus: 2 }])
  })

  test('matched to a product, fill every line in our units; no money moves', () => {
    const { book, mug } = withOrders()
    const before = book.read((db) => db.raw('SELECT number, total_minor, gross_minor FROM sales_orders ORDER BY id'))
    const map = mapSkuInput.parse({ channel: 'ebay', externalSku: 'MUG3', productId: mug, factor: 3 })
    expect(book.write((tx) => mapSku(tx, map), 'channels.mapSku')).toEqual({ lines: 2, orders: 2 })
    expect(book.read((db) => db.raw('SELECT number, total_minor, gross_minor FROM sales_orders ORDER BY id'))).toEqual(
      before,
    )
    const lines = book.read((db) =>
      db.raw(
        'SELECT qty_milli, price_micros, discount_minor, total_minor FROM order_lines WHERE product_id = ? ORDER BY id',
        mug,
      ),
    )
    // 6 x 3.333333 are 20.00; 3 of them 10.00.
    expect(lines).toEqual([
      [6000, 3_333_333, 0, 2000],
      [3000, 3_333_333, 0, 1000],
    ])
    expect(book.read((db) => unknownSkus(db, page)).total).toBe(1)
    // The same file again finds them as they are.
    expect(importAll(book, [file()]).files[0]).toMatchObject({ new: 0, changed: 0, unchanged: 3 })
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('left without a product on purpose, are not asked about again; forgotten, they are', () => {
    const { book } = withOrders()
    book.write((tx) => ignoreSku(tx, { channel: 'ebay', externalSku: 'POST-1' }))
    expect(book.read((db) => unknownSkus(db, page)).rows.map(({ externalSku }) => externalSku)).toEqual(['MUG3'])
    const [kept] = book.read((db) => listChannelSkus(db, { search: 'post', ...page })).rows
    expect(kept).toMatchObject({ externalSku: 'POST-1', title: 'Poster', productId: null })
    book.write((tx) => forgetSku(tx, kept?.id ?? 0))
    expect(book.read((db) => unknownSkus(db, page)).total).toBe(2)
  })
})

describe('a channel', () => {
  test('keeps its code once orders came under it, and is not deleted then', () => {
    const { book } = withOrders()
    const [channel] = book.read((db) => listChannels(db))
    const changed = channelInput.parse({ ...channel, name: 'eBay US', code: 'ebay-us' })
    expect(() => book.write((tx) => editChannel(tx, channel?.id ?? 0, changed))).toThrow('channels/code-fixed')
    expect(() => book.write((tx) => removeChannel(tx, channel?.id ?? 0))).toThrow('channels/in-use')
    expect(() => book.write((tx) => addChannel(tx, channelInput.parse({ code: 'ebay' })))).toThrow(
      'channels/code-taken',
    )
    const id = book.write((tx) =>
      addChannel(tx, channelInput.parse({ code: 'fair', kind: 'direct', feePercent: 2.5, orderFee: '0.30' })),
    )
    expect(book.read((db) => listChannels(db)).find((one) => one.id === id)).toMatchObject({
      feePercent: 2.5,
      orderFee: '0.30',
    })
    book.write((tx) => removeChannel(tx, id))
    expect(book.read((db) => listChannels(db))).toHaveLength(1)
  })

  test('is told on the page of its orders', () => {
    const { book } = withOrders()
    const [id] = book.read((db) => db.raw("SELECT id FROM sales_orders WHERE number = '9-1'"))[0] as [Id]
    expect(book.read((db) => channelOfOrder(db, id))).toMatchObject({
      channel: { code: 'ebay', kind: 'ebay' },
      ...{ externalId: '9-1', fulfilledBy: 'seller', collectedBy: 'channel', taxBy: 'channel' },
      unknownSkus: [{ externalSku: 'MUG3' }],
    })
  })
})
