// A channel names the place that sends its orders out: one that is there.
import { describe, expect, test } from 'vitest'
import { addChannel, editChannel } from '#main/services/channels/channel-commands.ts'
import { getChannel } from '#main/services/channels/channel-queries.ts'
import { addWarehouse, setWarehousesArchived } from '#main/services/places/warehouse-commands.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { channelInput } from '#shared/schemas/channels.ts'
import { warehouseInput } from '#shared/schemas/warehouses.ts'
import { testBook } from '#tests/support/test-book.ts'

const noPlace = expect.objectContaining({ code: 'warehouses/not-found', details: { field: 'warehouseId' } })

describe("a channel's place", () => {
  test.each([
    ['nothing of that number', 536_870_912],
    ['what is on its way', transitWarehouse],
  ])('is not %s', (_, warehouseId) => {
    const book = testBook()
    expect(() => book.write((tx) => addChannel(tx, channelInput.parse({ code: 'amazon.de', warehouseId })))).toThrow(
      noPlace,
    )
  })

  test('may be put away later, and is not chosen anew then', () => {
    const book = testBook()
    const warehouseId = book.write((tx) => addWarehouse(tx, warehouseInput.parse({ name: 'Leipzig' })))
    const channel = channelInput.parse({ code: 'amazon.de', warehouseId })
    const id = book.write((tx) => addChannel(tx, channel))
    book.write((tx) => setWarehousesArchived(tx, [warehouseId], true))
    book.write((tx) => editChannel(tx, id, { ...channel, note: 'FBA' }))
    expect(book.read((db) => getChannel(db, id))).toMatchObject({ warehouseId, note: 'FBA' })
    expect(() => book.write((tx) => addChannel(tx, { ...channel, code: 'amazon.fr' }))).toThrow(noPlace)
  })
})
