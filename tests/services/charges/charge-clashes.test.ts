// One charge worked on in two copies: costs that are not its own, and a landed cost posted in both.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { addCharge, editCharge } from '#main/services/charges/charge-commands.ts'
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

test('posted on its goods in both copies: one of them is taken back', () => {
  const known = { charge: 0 }
  const pair = pairOf((tx) => {
    const supplierId = makeCustomer(tx, 'Factory', { roles: ['supplier'] })
    const productId = makeProduct(tx, { sku: 'MUG' })
    const lines = [{ productId, quantity: 10, unitPrice: '2.00' }]
    const { id } = addPurchase(tx, purchaseInput.parse({ supplierId, orderedOn: '2026-10-01', currency: 'USD', lines }))
    sendPurchases(tx, [id], { despite: true })
    confirmPurchases(tx, [id], {})
    const lineId = lineOf(tx, 'purchase_lines', id)
    const shipment = { kind: 'purchase', lines: [{ purchaseLineId: lineId, quantity: 10 }] }
    const { id: shipmentId } = addShipment(tx, shipmentInput.parse(shipment))
    const received = { orderId: id, on: '2026-11-02', lines: [{ lineId, quantity: 10 }] }
    const { receipts } = receivePurchase(tx, receivePurchaseInput.parse(received))
    tx.update('purchase_receipts', receipts[0]?.id ?? 0, { shipment_id: shipmentId })
    known.charge = addCharge(tx, shipmentId, charge({ actual: usd('5') }))
  })
  const book = merged(pair, (tx) => postLandedCharge(tx, { chargeId: known.charge, splitBy: 'value' }))
  expect(rulesWithClashes(book)).toEqual(['charges/landed-twice'])
  const worth = () => book.read((db) => db.raw('SELECT value_minor FROM stock_balances'))
  expect(worth()).toEqual([[3000]])
  mendAll(book, { rule: 'charges/landed-twice', mending: 'reverse', isTried: false })
  expect(worth()).toEqual([[2500]])
  expect(rulesWithClashes(book)).toEqual([])
})
