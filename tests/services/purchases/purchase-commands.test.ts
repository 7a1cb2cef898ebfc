import { describe, expect, test } from 'vitest'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { recordPayment, reversePayment } from '#main/services/payments/payment-commands.ts'
import {
  addPurchase,
  cancelPurchases,
  closePurchases,
  confirmPurchases,
  editPurchase,
  letGoOfLines,
  reopenPurchases,
  sendPurchases,
  setPurchasesArchived,
} from '#main/services/purchases/purchase-commands.ts'
import { getPurchase } from '#main/services/purchases/purchase-queries.ts'
import { addRate } from '#main/services/rates/rate-commands.ts'
import type { Id } from '#shared/ids.ts'
import { paymentInput } from '#shared/schemas/payments.ts'
import { type PurchaseDraft, type PurchaseInput, purchaseInput } from '#shared/schemas/purchases.ts'
import { rateInput } from '#shared/schemas/rates.ts'
import { lineIds, type PurchaseBook, purchaseBook } from '#tests/services/receiving/purchase-book.ts'
import { makeCustomer } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'

function draft(book: PurchaseBook, given: Partial<PurchaseDraft> = {}): Id {
  const lines = [{ productId: book.mug, quantity: 100, unitPrice: '2.00' }]
  const input = { supplierId: book.factory, orderedOn: '2026-10-01', currency: 'USD', lines, ...given }
  return book.write((tx) => addPurchase(tx, purchaseInput.parse(input)).id)
}

/** What its form holds, with some changes. */
function inputOf(book: PurchaseBook, id: Id, changes: Partial<PurchaseDraft>): PurchaseInput {
  const { rate, lines, ...now } = book.purchase(id)
  const kept = lines.map(({ salesLine, ...line }) => ({ ...line, salesLineId: salesLine?.id ?? null }))
  return purchaseInput.parse({ ...now, rate: rate ?? '', lines: kept, ...changes })
}

function edit(book: PurchaseBook, id: Id, changes: Partial<PurchaseDraft>): void {
  const input = inputOf(book, id, changes)
  book.write((tx) => editPurchase(tx, id, input))
}

describe('adding', () => {
  test('fixes each line’s money in the order’s currency and in the base currency', () => {
    const book = purchaseBook()
    book.write((tx) => addRate(tx, rateInput.parse({ from: 'CNY', to: 'USD', on: '2026-10-01', rate: '0.14' })))
    const id = draft(book, {
      currency: 'CNY',
      vatIncluded: true,
      vatPercent: 13,
      freight: '56.50',
      lines: [
        { productId: book.mug, quantity: 100, unitPrice: '11.30' },
        { productId: null, description: 'Mould', quantity: 1, unitPrice: '2260.00', discountPercent: 50 },
      ],
    })
    expect(book.purchase(id)).toMatchObject({
      number: 'PO-2026-0001',
      status: 'draft',
      rate: '0.14',
      total: '2260.00',
      baseTotal: '316.40',
      supplier: { name: 'Factory' },
      verbs: ['edit', 'send', 'cancel'],
      money: { goods: '2260.00', freight: '56.50', net: '2050.00', vat: '266.50', gross: '2316.50' },
      lines: [
        { sku: 'MUG', total: '1130.00', baseTotal: '158.20', received: 0, open: 0 },
        { description: 'Mould', total: '1130.00', baseTotal: '158.20' },
      ],
    })
  })

  test('without a rate there is no amount in base currency until one is known', () => {
    const book = purchaseBook()
    const id = draft(book, { currency: 'CNY' })
    expect(book.purchase(id)).toMatchObject({ rate: null, baseTotal: null })
    book.write((tx) => addRate(tx, rateInput.parse({ from: 'CNY', to: 'USD', on: '2026-10-01', rate: '0.14' })))
    expect(book.purchase(id)).toMatchObject({ rate: '0.14', rateOn: '2026-10-01', baseTotal: '28.00' })
  })

  test('refuses a number that is taken, and what is not there', () => {
    const book = purchaseBook()
    draft(book, { number: 'A-1' })
    expect(refusal(() => draft(book, { number: 'A-1' }))).toMatchObject({ code: 'purchases/number-taken' })
    expect(refusal(() => draft(book, { supplierId: 999_999 }))).toMatchObject({ code: 'parties/not-found' })
    expect(refusal(() => draft(book, { warehouseId: 999_999 }))).toMatchObject({ code: 'warehouses/not-found' })
    const unknown = { lines: [{ productId: 999_999, quantity: 1, unitPrice: '1' }] }
    expect(refusal(() => draft(book, unknown))).toMatchObject({ code: 'catalog/product-not-found' })
  })
})

describe('the way of an order', () => {
  test('from draft to received, by what comes in', () => {
    const book = purchaseBook()
    const id = draft(book, { promisedOn: '2026-11-01' })
    book.write((tx) => sendPurchases(tx, [id], { despite: false }))
    expect(book.purchase(id)).toMatchObject({ status: 'sent', sentOn: '2026-11-22', nextOn: '2026-11-01' })
    book.write((tx) => confirmPurchases(tx, [id], { promisedOn: '2026-11-20' as never }))
    expect(book.purchase(id)).toMatchObject({ status: 'confirmed', confirmedOn: '2026-11-22', nextOn: '2026-11-20' })
    const [line = 0] = lineIds(book.purchase(id))
    book.receive({ orderId: id, on: '2026-11-21', lines: [{ lineId: line, quantity: 60 }] })
    expect(book.purchase(id)).toMatchObject({ status: 'part_received', lines: [{ received: 60, open: 40 }] })
    book.receive({ orderId: id, on: '2026-11-22', lines: [{ lineId: line, quantity: 40 }] })
    expect(book.purchase(id)).toMatchObject({ status: 'received', nextOn: null, lines: [{ received: 100, open: 0 }] })
    book.write((tx) => closePurchases(tx, [id]))
    expect(book.purchase(id)).toMatchObject({ status: 'closed', verbs: ['reopen'] })
    book.write((tx) => reopenPurchases(tx, [id]))
    expect(book.purchase(id)).toMatchObject({ status: 'received', closedOn: null })
  })

  test('an order that is not whole is not sent', () => {
    const book = purchaseBook()
    const send = (id: Id) => refusal(() => book.write((tx) => sendPurchases(tx, [id], { despite: false })))?.code
    expect(send(draft(book, { supplierId: null }))).toBe('purchases/no-supplier')
    expect(send(draft(book, { lines: [] }))).toBe('purchases/no-lines')
    const empty = draft(book, { lines: [{ productId: book.mug, quantity: 0, unitPrice: '1' }] })
    expect(send(empty)).toBe('purchases/empty-line')
    expect(book.purchase(empty).status).toBe('draft')
  })

  test('a blocked supplier is refused, one on hold asks first', () => {
    const book = purchaseBook()
    const id = draft(book)
    const status = (name: string) => book.write((tx) => tx.update('parties', book.factory, { supply_status: name }))
    const send = (despite: boolean) =>
      refusal(() => book.write((tx) => sendPurchases(tx, [id], { despite })))?.code ?? null
    status('blocked')
    expect(send(true)).toBe('purchases/supplier-blocked')
    status('on_hold')
    expect(send(false)).toBe('purchases/supplier-warned')
    expect(send(true)).toBeNull()
  })

  test('what came in keeps an order from being cancelled, and its supplier and currency fixed', () => {
    const book = purchaseBook()
    const { id, lines } = book.order()
    book.receive({ orderId: id, on: '2026-11-20', lines: [{ lineId: lines[0]?.id ?? 0, quantity: 1 }] })
    expect(refusal(() => book.write((tx) => cancelPurchases(tx, [id], '')))).toMatchObject({
      code: 'purchases/cancel-received',
    })
    expect(refusal(() => edit(book, id, { currency: 'EUR' }))).toMatchObject({ code: 'purchases/fixed-by-receipt' })
    expect(refusal(() => edit(book, id, { lines: [] }))).toMatchObject({ code: 'purchases/line-received' })
    const other = [{ id: lines[0]?.id ?? 0, productId: book.cup, quantity: 100, unitPrice: '2.00' }]
    expect(refusal(() => edit(book, id, { lines: other }))).toMatchObject({ code: 'purchases/line-received' })
  })

  test('what was paid keeps its supplier and currency fixed, until the payment is taken back', () => {
    const book = purchaseBook()
    const { id } = book.order()
    const shares = [{ orderId: id, amount: '60' }]
    const payment = paymentInput.parse({ on: '2026-11-05', amount: '60', currency: 'USD', shares })
    const paid = book.write((tx) => recordPayment(tx, payment))
    const inYen = () => inputOf(book, id, { currency: 'JPY', rate: '0.0065' })
    const yen = () => book.write((tx) => editPurchase(tx, id, inYen()))
    expect(refusal(yen)).toMatchObject({ code: 'purchases/fixed-by-payment', details: { field: 'currency' } })
    const other = book.write((tx) => makeCustomer(tx, 'Other', { roles: ['supplier'] }))
    expect(refusal(() => edit(book, id, { supplierId: other }))).toMatchObject({ details: { field: 'supplierId' } })
    book.write((tx) => reversePayment(tx, { id: paid.id, note: '' }))
    const { id: toYen } = book.operation((tx) => editPurchase(tx, id, inYen()))
    expect(book.purchase(id).currency).toBe('JPY')
    book.write((tx) => recordPayment(tx, paymentInput.parse({ ...payment, currency: 'JPY', rate: '0.0065' })))
    expect(refusal(() => book.write((tx) => undoOperation(tx, toYen)))).toMatchObject({
      code: 'purchases/fixed-by-payment',
    })
  })

  test('a sent order is not left without lines or quantities, nor ordered after its goods came', () => {
    const book = purchaseBook()
    const { id, lines } = book.order()
    expect(refusal(() => edit(book, id, { lines: [] }))).toMatchObject({ code: 'purchases/no-lines' })
    const kept = { id: lines[0]?.id ?? 0, productId: book.mug, quantity: 100, unitPrice: '2.00' }
    const empty = [kept, { productId: book.mug, quantity: 0, unitPrice: '1' }]
    expect(refusal(() => edit(book, id, { lines: empty }))).toMatchObject({ code: 'purchases/empty-line' })
    book.receive({ orderId: id, on: '2026-11-10', lines: [{ lineId: kept.id, quantity: 1 }] })
    const later = (orderedOn: string) => edit(book, id, { orderedOn, lines: [kept] })
    expect(refusal(() => later('2026-11-11'))).toMatchObject({ code: 'receiving/before-order' })
    later('2026-11-10')
    expect(book.purchase(id).orderedOn).toBe('2026-11-10')
  })

  test('cancelled with a reason, nothing of it is on order; reopened, it is where it was', () => {
    const book = purchaseBook()
    const { id } = book.order()
    book.write((tx) => cancelPurchases(tx, [id], 'too dear'))
    expect(book.purchase(id)).toMatchObject({ status: 'cancelled', cancelReason: 'too dear', lines: [{ open: 0 }] })
    book.write((tx) => reopenPurchases(tx, [id]))
    expect(book.purchase(id)).toMatchObject({ status: 'confirmed', cancelReason: '', lines: [{ open: 100 }] })
  })

  test('what no longer comes is let go, and the order is received', () => {
    const book = purchaseBook()
    const { id, lines } = book.order()
    const lineId = lines[0]?.id ?? 0
    book.receive({ orderId: id, on: '2026-11-20', lines: [{ lineId, quantity: 90 }] })
    book.write((tx) => letGoOfLines(tx, id, [{ lineId, quantity: null }]))
    expect(book.purchase(id)).toMatchObject({ status: 'received', lines: [{ letGo: 10, open: 0 }] })
    book.write((tx) => letGoOfLines(tx, id, [{ lineId, quantity: 4 }]))
    expect(book.purchase(id)).toMatchObject({ status: 'part_received', lines: [{ letGo: 4, open: 6 }] })
    expect(refusal(() => book.write((tx) => letGoOfLines(tx, id, [{ lineId, quantity: 101 }])))).toMatchObject({
      code: 'purchases/let-go-more',
    })
  })

  test('less than ordered within the tolerance is all', () => {
    const book = purchaseBook()
    const { id, lines } = book.order({ underPercent: 5 })
    const lineId = lines[0]?.id ?? 0
    book.receive({ orderId: id, on: '2026-11-20', lines: [{ lineId, quantity: 94 }] })
    expect(book.purchase(id).status).toBe('part_received')
    book.receive({ orderId: id, on: '2026-11-20', lines: [{ lineId, quantity: 1 }] })
    expect(book.purchase(id).status).toBe('received')
  })

  test('more ordered after all was received waits for the rest', () => {
    const book = purchaseBook()
    const { id, lines } = book.order()
    const line = { id: lines[0]?.id ?? 0, productId: book.mug, unitPrice: '2.00' }
    book.receive({ orderId: id, on: '2026-11-20', lines: [{ lineId: line.id, quantity: 100 }] })
    edit(book, id, { lines: [{ ...line, quantity: 120 }] })
    expect(book.purchase(id)).toMatchObject({ status: 'part_received', lines: [{ open: 20 }] })
  })

  test('what is still waited for is not archived; an order of the past moves nothing', () => {
    const book = purchaseBook()
    const { id } = book.order()
    expect(refusal(() => book.write((tx) => setPurchasesArchived(tx, [id], true)))?.code).toBe('purchases/still-open')
    book.write((tx) => tx.update('purchase_orders', id, { is_history: 1 }))
    expect(refusal(() => book.write((tx) => cancelPurchases(tx, [id], '')))?.code).toBe('purchases/history')
    book.write((tx) => setPurchasesArchived(tx, [id], true))
    expect(book.read((db) => getPurchase(db, id)).archived).toBe(true)
  })
})
