import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { asDay } from '#shared/dates.ts'
import { type BookCopy, firstCopy, machine, mergeCopy, openCopy, sharedState } from '#tests/support/book-copies.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'

const day = asDay('2026-03-01')

function twoCopies() {
  const ours = firstCopy(machine())
  const made = ours.write((tx) => {
    const mug = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug', cost: { amount: '1', currency: 'EUR' } })
    setOpeningStock(tx, mug, 5000, day)
    const customer = makeCustomer(tx, 'Alpine Home')
    makeRate(tx, 'EUR', 'USD', '2026-03-01', '1.1')
    return {
      mug,
      customer,
      order: makeOrder(tx, { customerId: customer, lines: [{ productId: mug, quantity: 2, unitPrice: '3' }] }),
    }
  })
  return { ours, theirs: openCopy(ours.file(), machine()), ...made }
}

const problems = (copy: BookCopy) => copy.read((db) => checkBook(db)).problems

test('what another copy wrote comes in, with everything derived', () => {
  const { ours, theirs, mug, customer } = twoCopies()
  theirs.write((tx) => {
    const bowl = makeProduct(tx, { sku: 'BOWL' })
    setOpeningStock(tx, bowl, 7000, day)
    makeOrder(tx, {
      customerId: customer,
      lines: [
        { productId: mug, quantity: 3, unitPrice: '3' },
        { productId: bowl, quantity: 1, unitPrice: '10' },
      ],
    })
  })
  ours.write((tx) => tx.update('products', mug, { note: 'ours' }))
  const outcome = mergeCopy(ours, theirs)
  expect(outcome).toMatchObject({ operations: 1 })
  mergeCopy(theirs, ours)
  expect(sharedState(ours)).toEqual(sharedState(theirs))
  expect(problems(ours)).toEqual([])
  expect(problems(theirs)).toEqual([])
  expect(mergeCopy(ours, theirs)).toMatchObject({ operations: 0, mergeId: null })
})
