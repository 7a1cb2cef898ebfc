// Where the goods of an order's lines stand, with stock, other orders, purchases and kits.
import { expect, test } from 'vitest'
import { standOfOrder } from '#main/services/orders/stand-of-order.ts'
import { addPurchase, sendPurchases } from '#main/services/purchases/purchase-commands.ts'
import type { Id } from '#shared/ids.ts'
import { type PurchaseDraft, purchaseInput } from '#shared/schemas/purchases.ts'
import { type DispatchBook, dispatchBook, on } from '#tests/services/dispatch/dispatch-book.ts'
import { makeCustomer, makeProduct } from '#tests/support/records.ts'

const stand = (book: DispatchBook, id: Id) => book.read((db) => standOfOrder(db, id))

function buy(book: DispatchBook, lines: NonNullable<PurchaseDraft['lines']>): Id {
  return book.write((tx) => {
    const supplierId = makeCustomer(tx, 'Mill', { roles: ['supplier'] })
    const { id } = addPurchase(tx, purchaseInput.parse({ supplierId, orderedOn: '2026-11-01', currency: 'USD', lines }))
    sendPurchases(tx, [id], { despite: true })
    return id
  })
}

test('the order promised first holds the stock; the other waits for what is on order, and is short of the rest', () => {
  const book = dispatchBook()
  const late = book.order({ requiredOn: '2026-12-20' }, [{ quantity: 90 }])
  const early = book.order({ requiredOn: '2026-12-01' }, [{ quantity: 60 }])
  const purchase = buy(book, [{ productId: book.mug, quantity: 30, unitPrice: '2', promisedOn: '2026-12-24' }])
  expect(stand(book, early.id)).toMatchObject({ isReserved: true, lines: [{ needed: 60, inStock: 60, short: 0 }] })
  expect(stand(book, late.id).lines).toMatchObject([
    {
      ...{ needed: 90, inStock: 40, short: 20, isLate: true, dueOn: '2026-12-20' },
      coming: [{ on: '2026-12-24', quantity: 30, purchaseId: purchase, isForLine: false }],
    },
  ])
})

test('what is bought for a line is told as its own', () => {
  const book = dispatchBook()
  book.order({ requiredOn: '2026-11-20' }, [{ quantity: 100 }])
  const { id, lines } = book.order({}, [{ quantity: 10 }])
  buy(book, [
    { productId: book.mug, quantity: 10, unitPrice: '2', promisedOn: '2026-12-01', salesLineId: lines[0]?.id ?? 0 },
  ])
  book.order({ requiredOn: '2026-11-21' }, [{ quantity: 50 }])
  expect(stand(book, id).lines).toMatchObject([{ inStock: 0, short: 0, coming: [{ quantity: 10, isForLine: true }] }])
})

test('a draft says what would be there; what was sent stands nowhere', () => {
  const book = dispatchBook()
  const sent = book.order({}, [{ quantity: 30 }])
  book.order({}, [{ quantity: 60 }])
  const draft = book.order({ status: 'draft' }, [{ quantity: 20 }])
  expect(stand(book, draft.id)).toMatchObject({ isReserved: false, lines: [{ inStock: 10, short: 10 }] })
  book.send({ orderId: sent.id, on })
  expect(stand(book, sent.id)).toEqual({ isReserved: false, lines: [] })
})

test('a kit stands as its parts do', () => {
  const book = dispatchBook()
  const set = book.write((tx) =>
    makeProduct(tx, {
      sku: 'SET',
      kind: 'kit',
      kitParts: [
        { partId: book.mug, quantity: 2 },
        { partId: book.cup, quantity: 1 },
      ],
    }),
  )
  const { id } = book.order({}, [{ productId: set, quantity: 60 }])
  expect(stand(book, id).lines).toMatchObject([{ needed: 60, inStock: 50, coming: [], short: 10 }])
  buy(book, [{ productId: book.mug, quantity: 20, unitPrice: '2', promisedOn: '2026-12-01' }])
  expect(stand(book, id).lines).toMatchObject([{ inStock: 50, coming: [{ on: '2026-12-01', quantity: 10 }], short: 0 }])
})
