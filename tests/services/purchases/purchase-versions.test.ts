import { expect, test } from 'vitest'
import { addPurchase, editPurchase, sendPurchases } from '#main/services/purchases/purchase-commands.ts'
import { versionDiff, versionsOf } from '#main/services/versions/version-queries.ts'
import type { Id } from '#shared/ids.ts'
import { type PurchaseDraft, purchaseInput } from '#shared/schemas/purchases.ts'
import { type PurchaseBook, purchaseBook } from '#tests/services/receiving/purchase-book.ts'

const versions = (book: PurchaseBook, id: Id) => book.read((db) => versionsOf(db, { kind: 'purchase', id }))
const causes = (book: PurchaseBook, id: Id) => versions(book, id).map(({ version, cause }) => `${version} ${cause}`)

function edit(book: PurchaseBook, id: Id, changes: Partial<PurchaseDraft>): void {
  const { rate, lines, ...now } = book.purchase(id)
  const kept = lines.map(({ salesLine, ...line }) => ({ ...line, salesLineId: salesLine?.id ?? null }))
  const input = purchaseInput.parse({ ...now, rate: rate ?? '', lines: kept, ...changes })
  book.write((tx) => editPurchase(tx, id, input))
}

test('a draft has none; sending keeps the first; a change of what the supplier reads makes another', () => {
  const book = purchaseBook()
  const lines = [{ productId: book.mug, quantity: 100, unitPrice: '2.00' }]
  const input = purchaseInput.parse({ supplierId: book.factory, orderedOn: '2026-10-01', currency: 'USD', lines })
  const { id } = book.write((tx) => addPurchase(tx, input))
  edit(book, id, { note: 'soon' })
  expect(causes(book, id)).toEqual([])
  book.write((tx) => sendPurchases(tx, [id], { despite: false }))
  expect(causes(book, id)).toEqual(['1 sent'])
  // Where goods come in is ours to know.
  edit(book, id, { warehouseId: 1 })
  expect(causes(book, id)).toEqual(['1 sent'])
  const [line] = book.purchase(id).lines
  edit(book, id, {
    promisedOn: '2026-12-01',
    dueFrom: 'month_end',
    lines: [{ id: line?.id, productId: book.mug, quantity: 120, unitPrice: '1.95' }],
  })
  expect(causes(book, id)).toEqual(['2 changed', '1 sent'])
  const [second, first] = versions(book, id)
  const diff = book.read((db) => versionDiff(db, { from: first?.id ?? 0, to: second?.id ?? 0 }))
  expect(diff).toMatchObject({
    currency: { before: 'USD', after: 'USD' },
    fields: [
      { field: 'promisedOn', before: null, after: '2026-12-01' },
      { field: 'dueFrom', before: 'receipt', after: 'month_end' },
      { field: 'total', before: '200.00', after: '234.00' },
    ],
    lines: [
      {
        what: 'changed',
        label: 'MUG',
        changes: [
          { field: 'quantity', before: 100, after: 120 },
          { field: 'unitPrice', before: '2.00', after: '1.95' },
          { field: 'total', before: '200.00', after: '234.00' },
        ],
      },
    ],
  })
})

test('what comes in makes no version', () => {
  const book = purchaseBook()
  const { id, lines } = book.order()
  const before = causes(book, id)
  book.receive({ orderId: id, on: '2026-11-20', lines: [{ lineId: lines[0]?.id ?? 0, quantity: 100 }] })
  expect(causes(book, id)).toEqual(before)
})
