// One charge worked on in two copies: costs that are not its own, and a landed cost posted in both.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { addCharge, editCharge, removeCharges } from '#main/services/charges/charge-commands.ts'
import { postLandedCharge } from '#main/services/charges/landed-charges.ts'
import { addPurchase, confirmPurchases, sendPurchases } from '#main/services/purchases/purchase-commands.ts'
import { receivePurchase } from '#main/services/receiving/receive-purchase.ts'
import { addShipment } from '#main/services/shipments/shipment-commands.ts'
import type { Id } from '#shared/ids.ts'
import { type ChargeDraft, chargeInput } from '#shared/schemas/charges.ts'
import { purchaseInput } from '#shared/schemas/purchases.ts'
import { receivePurchaseInput } from '#shared/schemas/receiving.ts'
import { shipmentInput } from '#shared/schemas/shipments.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { type BookCopy, mergeCopy } from '#tests/support/book-copies.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const charge = (given: Partial<ChargeDraft>) => chargeInput.parse({ kind: 'freight', ...given })
const lineOf = (tx: WriteTx, table: string, orderId: Id) =>
  Number(tx.raw(`SELECT id FROM ${table} WHERE order_id = ?`, orderId)[0]?.[0])

test('estimated in one copy, billed in the other: orders bear what the charge says', () => {
  const known = { shipment: 0, charge: 0 }
  const pair = pairOf((tx) => {
    const productId = makeProduct(tx, { sku: 'MUG' })
    const order = makeOrder(tx, {
      lines: [{ productId, description: '', quantity: 2, unitPrice: '3' }],
    })
    const lines = [{ orderLineId: lineOf(tx, 'order_lines', order), quantity: 2 }]
    known.shipment = addShipment(tx, shipmentInput.parse({ kind: 'order', lines })).id
    known.charge = addCharge(tx, known.shipment, charge({ estimate: usd('10') }))
  })
  const book = merged(
    pair,
    (tx) => editCharge(tx, known.charge, charge({ estimate: usd('10'), actual: usd('12') })),
    (tx) => {
      for (const [id] of tx.raw('SELECT id FROM sales_costs')) tx.update('sales_costs', id as Id, { deleted: 1 })
      addCharge(tx, known.shipment, charge({ kind: 'fuel', estimate: usd('1') }))
      editCharge(tx, known.charge, charge({ estimate: usd('11') }))
    },
  )
  expect(rulesWithClashes(book)).toContain('charges/costs-differ')
  expect(clashesOf(book, 'charges/costs-differ')[0]?.facts).toMatchObject({ number: expect.stringMatching(/^SH-/) })
  mendAll(book, { rule: 'charges/costs-differ', mending: 'repost' })
  expect(rulesWithClashes(book)).toEqual([])
  const costs = book.read((db) =>
    db.raw('SELECT amount_minor, is_estimate FROM live_sales_costs ORDER BY amount_minor'),
  )
  expect(costs).toEqual([
    [100, 1],
    [1200, 0],
  ])
})

/** 10 mugs at 2.00 on a ship, with 5.00 of freight; `received` says how many of each purchase order came in. */
function landedPair(received: readonly number[] = [10]) {
  const known = { shipment: 0, charge: 0, orders: [] as { id: Id; lineId: Id }[] }
  const receive = (at: number) => (tx: WriteTx) => {
    const { id, lineId } = known.orders[at] ?? { id: 0, lineId: 0 }
    const input = { orderId: id, on: '2026-11-02', lines: [{ lineId, quantity: 10 }] }
    const { receipts } = receivePurchase(tx, receivePurchaseInput.parse(input))
    tx.update('purchase_receipts', receipts[0]?.id ?? 0, { shipment_id: known.shipment })
  }
  const pair = pairOf((tx) => {
    const supplierId = makeCustomer(tx, 'Factory', { roles: ['supplier'] })
    const productId = makeProduct(tx, { sku: 'MUG' })
    known.orders = received.map(() => {
      const lines = [{ productId, quantity: 10, unitPrice: '2.00' }]
      const input = purchaseInput.parse({ supplierId, orderedOn: '2026-10-01', currency: 'USD', lines })
      const { id } = addPurchase(tx, input)
      sendPurchases(tx, [id], { despite: true })
      confirmPurchases(tx, [id], {})
      return { id, lineId: lineOf(tx, 'purchase_lines', id) }
    })
    const lines = known.orders.map(({ lineId }) => ({ purchaseLineId: lineId, quantity: 10 }))
    known.shipment = addShipment(tx, shipmentInput.parse({ kind: 'purchase', lines })).id
    known.charge = addCharge(tx, known.shipment, charge({ actual: usd('5') }))
    for (const [at, quantity] of received.entries()) if (quantity > 0) receive(at)(tx)
  })
  const post = (tx: WriteTx) => postLandedCharge(tx, { chargeId: known.charge, splitBy: 'value' })
  const edit = (amount: string) => (tx: WriteTx) => editCharge(tx, known.charge, charge({ actual: usd(amount) }))
  return { pair, known, receive, post, edit }
}
const worth = (book: BookCopy) => book.read((db) => db.raw('SELECT sum(value_minor) FROM stock_balances'))[0]?.[0]
const atOdds = 'charges/landed-at-odds'

test('posted on its goods in both copies: it lies there once', () => {
  const { pair, post } = landedPair()
  const book = merged(pair, post)
  expect(rulesWithClashes(book)).toEqual([atOdds])
  expect(worth(book)).toBe(3000)
  mendAll(book, { rule: atOdds, mending: 'repost', isTried: false })
  expect(worth(book)).toBe(2500)
  expect(rulesWithClashes(book)).toEqual([])
})

test('posted in each copy on what came in there: together once, over all of it', () => {
  const { pair, receive, post } = landedPair([0, 0])
  const both = (at: number) => (tx: WriteTx) => {
    receive(at)(tx)
    post(tx)
  }
  const book = merged(pair, both(0), both(1))
  expect(rulesWithClashes(book)).toContain(atOdds)
  mendAll(book, { rule: atOdds, mending: 'repost', isTried: false })
  expect(worth(book)).toBe(4500)
  expect(book.read((db) => db.raw('SELECT value_minor FROM stock_balances'))).toEqual([[4500]])
  expect(rulesWithClashes(book)).not.toContain(atOdds)
})

test('posted in one copy, changed or deleted in the other: the goods bear what it comes to now', () => {
  const { pair, post, edit } = landedPair()
  const changed = merged(pair, post, edit('8'))
  mendAll(changed, { rule: atOdds, mending: 'repost', isTried: false })
  expect([worth(changed), rulesWithClashes(changed)]).toEqual([2800, []])
  const other = landedPair()
  const deleted = merged(other.pair, other.post, (tx) => removeCharges(tx, [other.known.charge]))
  expect(clashesOf(deleted, atOdds)[0]?.mendings.map(({ id }) => id)).toEqual(['reverse'])
  mendAll(deleted, { rule: atOdds, mending: 'reverse', isTried: false })
  expect([worth(deleted), rulesWithClashes(deleted)]).toEqual([2000, []])
})

test('taken off its goods in both copies, and posted anew in both', () => {
  const { pair, post, edit } = landedPair()
  merged(pair, post, () => {})
  mergeCopy(pair.li, pair.mei)
  const again = (amount: string) => (tx: WriteTx) => {
    edit(amount)(tx)
    post(tx)
  }
  const book = merged(pair, again('8'), again('9'))
  expect(rulesWithClashes(book)).toEqual([atOdds, 'costing/landed-reversed-twice'])
  mendAll(book, { rule: 'costing/landed-reversed-twice', mending: 'reverse', isTried: false })
  mendAll(book, { rule: atOdds, mending: 'repost', isTried: false })
  expect([worth(book), rulesWithClashes(book)]).toEqual([2900, []])
})
