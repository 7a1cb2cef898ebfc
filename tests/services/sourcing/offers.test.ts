import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { priceAt } from '#main/domain/sourcing/price-break.ts'
import { restoreFromBin } from '#main/services/bin/restore.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { addPurchase, sendPurchases } from '#main/services/purchases/purchase-commands.ts'
import { offersOfProduct, offersOfSupplier, priceHistory } from '#main/services/sourcing/held-offers.ts'
import { addOffer, editOffer, removeOffers, setOffersArchived } from '#main/services/sourcing/offer-commands.ts'
import { getOffer, listOffers } from '#main/services/sourcing/offer-list.ts'
import { purchaseShares } from '#main/services/sourcing/purchase-shares.ts'
import { validOffer } from '#main/services/sourcing/valid-offer.ts'
import { addDays, asDay } from '#shared/dates.ts'
import { type OfferDraft, offerInput, purchaseSharesInput } from '#shared/schemas/offers.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { type PurchaseDraft, purchaseInput } from '#shared/schemas/purchases.ts'
import { makeCustomer, makeProduct, makeRate } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

type Loose = Partial<OfferDraft> & { supplierId: number; productId: number }

const draft = (given: Loose) =>
  offerInput.parse({ currency: 'USD', validFrom: '2026-01-01', prices: [{ price: '10' }], ...given })
const offer = (book: TestBook, given: Loose) => book.write((tx) => addOffer(tx, draft(given)))

function sourcedBook() {
  const book = testBook()
  const [mug, cup, kiln, pine] = book.write((tx: WriteTx) => [
    makeProduct(tx, { sku: 'MUG', nameEn: 'Mug' }),
    makeProduct(tx, { sku: 'CUP', nameEn: 'Cup' }),
    makeCustomer(tx, 'Kiln', { roles: ['supplier'] }),
    makeCustomer(tx, 'Pine', { roles: ['supplier'] }),
  ]) as [number, number, number, number]
  return { book, mug, cup, kiln, pine }
}

const holds = (book: TestBook, given: { productId: number; supplierId: number; on: string; quantity?: number }) =>
  book.read((db) =>
    validOffer(db, { ...given, on: asDay(given.on), qtyMilli: Math.round((given.quantity ?? 1) * 1000) }),
  )

describe('the offer that holds', () => {
  test('is the newest that has begun; one for a while gives way again', () => {
    const { book, mug, kiln } = sourcedBook()
    const own = { supplierId: kiln, productId: mug }
    const first = offer(book, own)
    const sale = offer(book, { ...own, validFrom: '2026-06-01', validTo: '2026-06-30', prices: [{ price: '8' }] })
    const newer = offer(book, { ...own, validFrom: '2026-09-01', prices: [{ price: '11' }] })
    const on = (day: string) => holds(book, { ...own, on: day })?.id
    expect(on('2025-12-31')).toBeUndefined()
    expect(on('2026-01-01')).toBe(first)
    expect(on('2026-06-30')).toBe(sale)
    expect(on('2026-07-01')).toBe(first)
    expect(on('2026-09-01')).toBe(newer)
    book.write((tx) => setOffersArchived(tx, [newer], true))
    expect(on('2026-09-01')).toBe(first)
    const states = book.read((db) => listOffers(db, listInput.parse({}))).rows.map(({ id, state }) => [id, state])
    expect(states).toEqual([
      [sale, 'ended'],
      [first, 'valid'],
    ])
    book.write((tx) => setOffersArchived(tx, [newer], false))
    expect(book.read((db) => getOffer(db, first)).state).toBe('superseded')
  })

  test('has the price of the quantity', () => {
    const { book, mug, kiln } = sourcedBook()
    const prices = [
      { from: 100, price: '10.5' },
      { from: 1000, price: '9' },
      { from: 500, price: '9.75' },
    ]
    const id = offer(book, { supplierId: kiln, productId: mug, prices, minOrder: 200 })
    const at = (quantity: number) => {
      const found = holds(book, { supplierId: kiln, productId: mug, on: '2026-02-01', quantity })
      return found && [found.priceMicros / 1e6, found.isBelowMinimum]
    }
    expect([50, 100, 199.999, 200, 499.999, 500, 1000, 1e6].map(at)).toEqual([
      [10.5, true],
      [10.5, true],
      [10.5, true],
      [10.5, false],
      [10.5, false],
      [9.75, false],
      [9, false],
      [9, false],
    ])
    expect(book.read((db) => getOffer(db, id))).toMatchObject({ price: '10.50', bestPrice: '9.00', breakCount: 3 })
  })

  test('agrees with a plain search over all offers', () => {
    const day = fc.integer({ min: 0, max: 20 }).map((days) => addDays(asDay('2026-01-01'), days))
    const one = fc.record({
      from: day,
      length: fc.option(fc.nat(6), { nil: null }),
      price: fc.integer({ min: 1, max: 99 }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ from }) => from, maxLength: 8 }), day, (offers, on) => {
        const { book, mug, kiln } = sourcedBook()
        for (const { from, length, price } of offers) {
          const validTo = length === null ? null : addDays(from, length)
          offer(book, {
            supplierId: kiln,
            productId: mug,
            validFrom: from,
            validTo,
            prices: [{ price: String(price) }],
          })
        }
        const wanted = offers
          .filter(({ from, length }) => from <= on && (length === null || addDays(from, length) >= on))
          .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
        const found = holds(book, { supplierId: kiln, productId: mug, on })
        expect(found === null ? undefined : found.priceMicros / 1e6).toBe(wanted?.price)
        const step = book
          .read((db) => priceHistory(db, { productId: mug, quantity: 1 }))
          .series[0]?.steps.find((held) => held.on <= on && (held.until === null || held.until >= on))
        expect(step === undefined ? undefined : Number(step.price)).toBe(wanted?.price)
      }),
      { numRuns: 40 },
    )
  })

  test('of two prices for one quantity is the cheaper', () => {
    const twice = [
      { fromMilli: 0, priceMicros: 5 },
      { fromMilli: 0, priceMicros: 4 },
    ]
    expect(priceAt(twice, 1)).toMatchObject({ priceMicros: 4, isBelow: false })
    expect(priceAt([{ fromMilli: 9, priceMicros: 4 }], 1)).toMatchObject({ priceMicros: 4, isBelow: true })
    expect(priceAt([], 1)).toBeNull()
  })
})

describe('offers', () => {
  test('are refused where they make no sense', () => {
    const { book, mug, kiln } = sourcedBook()
    const own = { supplierId: kiln, productId: mug }
    const id = offer(book, own)
    expect(refusal(() => offer(book, own))).toMatchObject({ code: 'offers/same-day', details: { on: '2026-01-01' } })
    const family = book.write((tx) => makeProduct(tx, { sku: 'F', kind: 'family' }))
    expect(refusal(() => offer(book, { ...own, productId: family }))).toMatchObject({ code: 'offers/family' })
    expect(refusal(() => offer(book, { ...own, supplierId: 9e9 }))).toMatchObject({ code: 'parties/not-found' })
    const later = offer(book, { ...own, validFrom: '2026-02-01' })
    expect(refusal(() => book.write((tx) => editOffer(tx, later, draft(own))))).toMatchObject({
      code: 'offers/same-day',
    })
    book.write((tx) => editOffer(tx, id, draft({ ...own, prices: [{ from: 5, price: '7' }] })))
    expect(book.read((db) => getOffer(db, id)).prices).toEqual([{ from: 5, price: '7.00' }])
    for (const bad of [
      { prices: [] },
      { prices: [{ price: '1' }, { price: '2' }] },
      { prices: [{ price: '-1' }] },
      { validTo: '2025-12-31' },
    ])
      expect(
        offerInput.safeParse({ ...own, currency: 'USD', validFrom: '2026-01-01', prices: [{ price: '1' }], ...bad })
          .success,
      ).toBe(false)
  })

  test('go to the bin with their prices and come back', () => {
    const { book, mug, kiln } = sourcedBook()
    const id = offer(book, { supplierId: kiln, productId: mug })
    book.write((tx) => removeOffers(tx, [id]))
    expect(holds(book, { supplierId: kiln, productId: mug, on: '2026-02-01' })).toBeNull()
    book.write((tx) => restoreFromBin(tx, { items: [{ kind: 'offer', id }], withOthers: false }))
    expect(book.read((db) => getOffer(db, id)).prices).toEqual([{ from: 0, price: '10.00' }])
    expect(book.read((db) => checkBook(db)).ok).toBe(true)
  })

  test('stand side by side in base currency without VAT that comes back; what has no rate comes last', () => {
    const { book, mug, cup, kiln, pine } = sourcedBook()
    const third = book.write((tx) => {
      makeRate(tx, 'CNY', 'USD', '2026-03-01', '0.14')
      return makeCustomer(tx, 'Gross', { roles: ['supplier'], supply: { vatRecoverable: false } })
    })
    const fourth = book.write((tx) => makeCustomer(tx, 'No rate', { roles: ['supplier'] }))
    offer(book, {
      supplierId: kiln,
      productId: mug,
      currency: 'CNY',
      vatIncluded: true,
      vatPercent: 13,
      prices: [{ price: '79.10' }],
    })
    offer(book, { supplierId: pine, productId: mug, prices: [{ price: '9.80' }] })
    offer(book, { supplierId: third, productId: mug, vatPercent: 10, prices: [{ price: '9' }] })
    offer(book, { supplierId: fourth, productId: mug, currency: 'JPY', prices: [{ price: '1' }] })
    offer(book, { supplierId: kiln, productId: cup })
    const held = book.read((db) => offersOfProduct(db, { productId: mug, quantity: 1, on: asDay('2026-03-05') }))
    expect(held.map(({ offer: { supplier }, basePrice, isCheapest }) => [supplier, basePrice, isCheapest])).toEqual([
      ['Kiln', '9.800000', true],
      ['Pine', '9.800000', true],
      ['Gross', '9.900000', false],
      ['No rate', null, false],
    ])
    const own = book.read((db) => offersOfSupplier(db, { supplierId: kiln, on: asDay('2026-03-05') }))
    expect(own.map(({ offer: { sku }, isCheapest }) => [sku, isCheapest])).toEqual([
      ['CUP', true],
      ['MUG', true],
    ])
  })
})

describe('what of a product hangs on one supplier', () => {
  const buy = (book: TestBook, order: PurchaseDraft) =>
    book.write((tx) => {
      const { id } = addPurchase(tx, purchaseInput.parse(order))
      sendPurchases(tx, [id], { despite: true })
    })

  test('is its share of the amount bought in the window', () => {
    const { book, mug, cup, kiln, pine } = sourcedBook()
    const line = (productId: number, quantity: number, unitPrice: string) => ({ productId, quantity, unitPrice })
    const usd = { currency: 'USD', orderedOn: '2026-10-01' }
    buy(book, { ...usd, supplierId: kiln, lines: [line(mug, 10, '30'), line(cup, 5, '2')] })
    buy(book, { ...usd, supplierId: pine, lines: [line(mug, 10, '10')] })
    buy(book, { ...usd, orderedOn: '2025-01-01', supplierId: pine, lines: [line(mug, 1000, '10')] })
    buy(book, { ...usd, currency: 'EUR', supplierId: pine, lines: [line(mug, 1, '10')] })
    const shares = (given: object) => book.read((db) => purchaseShares(db, purchaseSharesInput.parse(given)))
    expect(shares({ productId: mug })).toMatchObject({
      from: '2025-11-23',
      to: '2026-11-22',
      rows: [
        { supplier: 'Kiln', sharePercent: 75, amount: '300.00', quantity: 10, supplierCount: 2, linesWithoutRate: 0 },
        { supplier: 'Pine', sharePercent: 25, amount: '100.00', quantity: 11, supplierCount: 2, linesWithoutRate: 1 },
      ],
    })
    expect(shares({ supplierId: kiln }).rows.map(({ sku, sharePercent }) => [sku, sharePercent])).toEqual([
      ['MUG', 75],
      ['CUP', 100],
    ])
    expect(purchaseSharesInput.safeParse({}).success).toBe(false)
    // A place of one's own sells nothing.
    book.write((tx) => tx.update('parties', pine, { supply_kind: 'own' }))
    expect(shares({ productId: mug }).rows).toMatchObject([{ supplier: 'Kiln', sharePercent: 100, supplierCount: 1 }])
    expect(shares({ supplierId: pine }).rows).toEqual([])
  })

  test('is nothing in an empty book', () => {
    const book = testBook()
    expect(book.read((db) => purchaseShares(db, purchaseSharesInput.parse({ productId: 1 }))).rows).toEqual([])
    expect(book.read((db) => offersOfProduct(db, { productId: 1, quantity: 1 }))).toEqual([])
    expect(book.read((db) => priceHistory(db, { productId: 1, quantity: 1 })).series).toEqual([])
    expect(book.read((db) => listOffers(db, listInput.parse({ search: 'x' })))).toEqual({ rows: [], total: 0 })
  })
})
