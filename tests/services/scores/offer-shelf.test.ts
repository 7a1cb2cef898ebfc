import fc from 'fast-check'
import { expect, test } from 'vitest'
import { offerShelf, priceOf } from '#main/services/scores/offer-shelf.ts'
import { pricedAt, validOffers } from '#main/services/sourcing/valid-offer.ts'
import { day, scoreBook } from '#tests/services/scores/score-book.ts'

const anyOffer = fc.record({
  supplier: fc.nat(1),
  product: fc.nat(1),
  from: fc.nat(20),
  lasts: fc.option(fc.nat(10), { nil: null }),
  prices: fc.uniqueArray(fc.record({ from: fc.nat(3), price: fc.integer({ min: 1, max: 9 }) }), {
    maxLength: 3,
    selector: ({ from }) => from,
  }),
  state: fc.constantFrom('', '', '', 'archived', 'deleted'),
})

test('the offers that a board reckons with are those that hold for whoever buys', () => {
  fc.assert(
    fc.property(fc.array(anyOffer, { maxLength: 8 }), (given) => {
      const book = scoreBook()
      const suppliers = [book.supplier('A'), book.supplier('B')]
      const products = [book.product('MUG'), book.product('CUP')]
      book.write((tx) => {
        for (const { supplier, product, from, lasts, prices, state } of given) {
          const id = tx.insert('offers', {
            ...{ supplier_id: suppliers[supplier] ?? 0, product_id: products[product] ?? 0, currency: 'USD' },
            ...{ valid_from: day(from), valid_to: lasts === null ? null : day(from + lasts) },
          })
          for (const { from: least, price } of prices) {
            tx.insert('offer_prices', { offer_id: id, from_milli: least * 1000, price_micros: price * 1_000_000 })
          }
          if (state !== '') tx.update('offers', id, { [state]: 1 })
        }
      })
      const shelf = book.read((db) => offerShelf(db))
      for (const on of [0, 5, 10, 15, 20, 25].map(day)) {
        const held = book.read((db) => validOffers(db, on, products))
        for (const productId of products) {
          for (const qtyMilli of [500, 2000]) {
            const shelved = shelf.on(productId, on).map((offer) => [offer.supplierId, priceOf(offer, qtyMilli)])
            const bought = (held.get(productId) ?? []).map((offer) => [
              offer.supplierId,
              pricedAt(offer, qtyMilli).priceMicros,
            ])
            expect(shelved.toSorted()).toEqual(bought.toSorted())
          }
        }
      }
    }),
    { numRuns: 30 },
  )
})
