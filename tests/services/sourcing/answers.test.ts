import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { getPurchase } from '#main/services/purchases/purchase-queries.ts'
import { chooseAnswers } from '#main/services/sourcing/choose-answers.ts'
import { compareRequest } from '#main/services/sourcing/compare-request.ts'
import { listOffers } from '#main/services/sourcing/offer-list.ts'
import { setSupplySetting } from '#main/services/suppliers/supply-settings.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { chooseInput } from '#shared/schemas/quote-requests.ts'
import {
  answer,
  answeredBook,
  answerOf,
  ask,
  askingBook,
  hour,
  read,
  send,
} from '#tests/services/sourcing/asking-book.ts'
import { refusal } from '#tests/support/refusal.ts'
import { testNow } from '#tests/support/test-book.ts'

describe('answers', () => {
  test('are recorded, put right and refused where they cannot be', () => {
    const asking = askingBook()
    const { book } = asking
    const { id } = ask(asking)
    const kiln = answerOf(book, id, 'Kiln').id
    const [first] = read(book, id).lines
    const lineId = first?.id ?? 0
    const usd = { answerId: kiln, currency: 'USD', lines: [{ lineId, price: '1.5' }] }
    expect(refusal(() => answer(book, usd))).toMatchObject({ code: 'requests/wrong-status' })
    send(book, id)
    expect(refusal(() => answer(book, { ...usd, answeredAt: testNow - 31 * hour }))).toMatchObject({
      code: 'requests/answer-before-sent',
    })
    expect(refusal(() => answer(book, { ...usd, answeredAt: testNow + 1 }))).toMatchObject({
      code: 'requests/time-ahead',
    })
    expect(refusal(() => answer(book, { ...usd, lines: [{ lineId: 4, price: '1' }] }))).toMatchObject({
      code: 'requests/line-not-found',
    })
    answer(book, usd)
    answer(book, { ...usd, currency: 'CNY', lines: [{ lineId, price: '9' }] })
    expect(answerOf(book, id, 'Kiln')).toMatchObject({
      state: 'answered',
      rate: '0.14',
      rateOn: '2026-11-20',
      lines: [{ lineId, price: '9.00' }],
    })
    answer(book, { ...usd, currency: 'CNY', rate: '0.15', lines: [] })
    expect(answerOf(book, id, 'Kiln')).toMatchObject({ rate: '0.15', lines: [] })
  })

  test('are compared by what the goods cost until they are here', () => {
    const { book, id, first, second, kilnAnswer, pineAnswer } = answeredBook()
    const compared = book.read((db) => compareRequest(db, id))
    expect(compared.capitalPercent).toBe(6)
    expect(compared.answers.map((one) => [one.supplier.name, one.offered, one.rank, one.landedTotal])).toEqual([
      // The mugs: 1400.00 + 21.00 + 71.05 + 2.76; the cups wait 20 days instead of 40: 1.38.
      ['Kiln', 2, 1, '2988.24'],
      ['Pine', 1, null, '1430.00'],
    ])
    const [kiln, pine] = compared.answers
    expect(kiln?.hours).toBe(24)
    expect(kiln?.gaps).toEqual([])
    expect(kiln?.score).toBeNull()
    expect(kiln?.lines).toMatchObject([
      {
        price: '11.30',
        landedUnit: '1.49481',
        units: { price: '1.40', freight: '0.021', other: '0.00', duty: '0.07105', capital: '0.00276' },
        rank: 2,
        isBelowMinimum: true,
        isBrokenCarton: true,
      },
      { landedUnit: '2.98686', leadTimeDays: 20, financedDays: 6, rank: 1, isBelowMinimum: false },
    ])
    // 1.30 and 10 % VAT that does not come back.
    expect(pine?.lines).toMatchObject([
      { landedUnit: '1.43', rank: 1 },
      { price: null, totals: null, rank: null },
    ])
    expect(compared.cheapest).toEqual([
      { lineId: first, answerId: pineAnswer },
      { lineId: second, answerId: kilnAnswer },
    ])
    book.write((tx) => setSupplySetting(tx, 'capital', { yearlyPercent: 0 }))
    expect(book.read((db) => compareRequest(db, id)).answers[0]?.landedTotal).toBe('2984.10')
  })

  test('become orders and offers when they are chosen', () => {
    const { book, id, first, second, kilnAnswer, pineAnswer, mug, cup } = answeredBook()
    const choose = (picks: object[], more: object = {}) =>
      book.write((tx) => chooseAnswers(tx, chooseInput.parse({ id, picks, ...more })))
    expect(refusal(() => choose([{ lineId: second, answerId: pineAnswer }]))).toMatchObject({
      code: 'requests/not-offered',
    })
    const made = choose([
      { lineId: first, answerId: pineAnswer },
      { lineId: second, answerId: kilnAnswer },
    ])
    expect(made.offers).toBe(3)
    const [pine, kiln] = made.orders.map((order) => book.read((db) => getPurchase(db, order.id)))
    expect(pine).toMatchObject({
      status: 'draft',
      supplier: { name: 'Pine' },
      vatRecoverable: false,
      request: { requestId: id, number: 'RQ-2026-0001' },
      lines: [{ productId: mug, quantity: 1000, unitPrice: '1.30' }],
    })
    expect(kiln).toMatchObject({
      currency: 'CNY',
      rate: '0.14',
      incoterm: 'FOB',
      place: 'Ningbo',
      reference: 'Q-77',
      freight: '150.00',
      depositPercent: 30,
      promisedOn: '2027-01-01',
      lines: [{ productId: cup, unitPrice: '22.60', promisedOn: '2026-12-12' }],
    })
    const offers = book.read((db) => listOffers(db, listInput.parse({}))).rows
    expect(offers.map((one) => [one.supplier, one.sku, one.price, one.validFrom, one.source]).toSorted()).toEqual([
      ['Kiln', 'CUP', '22.60', '2026-11-22', 'RQ-2026-0001'],
      ['Kiln', 'MUG', '11.30', '2026-11-22', 'RQ-2026-0001'],
      ['Pine', 'MUG', '1.30', '2026-11-22', 'RQ-2026-0001'],
    ])
    const closed = read(book, id)
    expect(closed.status).toBe('closed')
    expect(closed.answers.map(({ state }) => state)).toEqual(['declined', 'chosen', 'chosen'])
    expect(closed.orders.map(({ status }) => status)).toEqual(['draft', 'draft'])
    expect(book.read((db) => checkBook(db)).ok).toBe(true)
  })

  test('chosen in part leave the request open; all of it can be undone', () => {
    const { book, id, first, second, kilnAnswer, pineAnswer, elmAnswer } = answeredBook()
    const input = (picks: object[]) => chooseInput.parse({ id, picks })
    const { operationId } = book.writer.write('requests.choose', null, (tx) =>
      chooseAnswers(tx, input([{ lineId: first, answerId: kilnAnswer }])),
    )
    expect(read(book, id)).toMatchObject({ status: 'sent', orders: [{}] })
    const again = (picks: object[]) => refusal(() => book.write((tx) => chooseAnswers(tx, input(picks))))
    expect(again([{ lineId: second, answerId: kilnAnswer }])).toMatchObject({ code: 'requests/answer-chosen' })
    expect(again([{ lineId: second, answerId: elmAnswer }])).toMatchObject({ code: 'requests/not-answered' })
    book.write((tx) => undoOperation(tx, operationId ?? 0))
    expect(read(book, id)).toMatchObject({ status: 'sent', orders: [] })
    expect(answerOf(book, id, 'Kiln').state).toBe('answered')
    expect(book.read((db) => listOffers(db, listInput.parse({}))).total).toBe(0)
    book.write((tx) => chooseAnswers(tx, input([{ lineId: first, answerId: pineAnswer }])))
    expect(book.read((db) => checkBook(db)).ok).toBe(true)
  })
})
