import { describe, expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { restoreFromBin } from '#main/services/bin/restore.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { getPurchase } from '#main/services/purchases/purchase-queries.ts'
import { declineAnswer, recordAnswer } from '#main/services/sourcing/answer-commands.ts'
import { chooseAnswers } from '#main/services/sourcing/choose-answers.ts'
import { compareRequest } from '#main/services/sourcing/compare-request.ts'
import { addOffer } from '#main/services/sourcing/offer-commands.ts'
import { listOffers } from '#main/services/sourcing/offer-list.ts'
import { proposeRequest } from '#main/services/sourcing/propose-request.ts'
import {
  addRequest,
  cancelRequest,
  closeRequest,
  editRequest,
  removeRequests,
  reopenRequest,
  sendRequest,
  setRequestsArchived,
} from '#main/services/sourcing/request-commands.ts'
import { listRequests } from '#main/services/sourcing/request-list.ts'
import { getRequest } from '#main/services/sourcing/request-queries.ts'
import { setSupplierStatus } from '#main/services/suppliers/supplier-status.ts'
import { setSupplySetting } from '#main/services/suppliers/supply-settings.ts'
import { offerInput } from '#shared/schemas/offers.ts'
import { listInput } from '#shared/schemas/paging.ts'
import type { PartyDraft } from '#shared/schemas/parties.ts'
import {
  type AnswerDraft,
  answerInput,
  chooseInput,
  proposeRequestInput,
  type RequestDraft,
  requestInput,
  sendRequestInput,
} from '#shared/schemas/quote-requests.ts'
import { setStatusInput } from '#shared/schemas/suppliers.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook, testNow } from '#tests/support/test-book.ts'

const hour = 3_600_000
const supplier = (tx: WriteTx, name: string, supply: PartyDraft['supply'] = { status: 'approved' }) =>
  makeCustomer(tx, name, { roles: ['supplier'], supply })

function askingBook() {
  const book = testBook()
  const [mug, cup, kiln, pine, elm] = book.write((tx: WriteTx) => [
    makeProduct(tx, { sku: 'MUG', nameEn: 'Mug' }),
    makeProduct(tx, { sku: 'CUP', nameEn: 'Cup' }),
    supplier(tx, 'Kiln'),
    supplier(tx, 'Pine', { status: 'approved', vatRecoverable: false }),
    supplier(tx, 'Elm'),
  ]) as [number, number, number, number, number]
  book.write((tx) => makeRate(tx, 'CNY', 'USD', '2026-11-20', '0.14'))
  return { book, mug, cup, kiln, pine, elm }
}

type Asking = ReturnType<typeof askingBook>

const ask = ({ book, mug, cup, kiln, pine, elm }: Asking, more: Partial<RequestDraft> = {}) =>
  book.write((tx) =>
    addRequest(
      tx,
      requestInput.parse({
        requestedOn: '2026-11-22',
        title: 'Tableware',
        lines: [
          { productId: mug, quantity: 1000 },
          { productId: cup, quantity: 500 },
        ],
        supplierIds: [kiln, pine, elm],
        ...more,
      }),
    ),
  )
const send = (book: TestBook, id: number, more: object = {}) =>
  book.write((tx) => sendRequest(tx, sendRequestInput.parse({ id, sentAt: testNow - 30 * hour, ...more })))
const read = (book: TestBook, id: number) => book.read((db) => getRequest(db, id))
const answerOf = (book: TestBook, id: number, name: string) => {
  const found = read(book, id).answers.find((one) => one.supplier.name === name)
  if (!found) throw new Error(`nobody asked ${name}`)
  return found
}
const answer = (book: TestBook, given: AnswerDraft) => book.write((tx) => recordAnswer(tx, answerInput.parse(given)))

/** Kiln answers whole in CNY with VAT, Pine the mugs alone, Elm declines. */
function answeredBook() {
  const asking = askingBook()
  const { book } = asking
  const { id } = ask(asking)
  send(book, id)
  const [first, second] = read(book, id).lines.map((line) => line.id) as [number, number]
  const [kiln, pine, elm] = ['Kiln', 'Pine', 'Elm'].map((name) => answerOf(book, id, name).id) as [
    number,
    number,
    number,
  ]
  answer(book, {
    answerId: kiln,
    answeredAt: testNow - 6 * hour,
    currency: 'CNY',
    vatIncluded: true,
    vatPercent: 13,
    freight: '300',
    other: '0',
    dutyPercent: 5,
    terms: { depositPercent: 30, dueFrom: 'receipt', dueDays: 0 },
    leadTimeDays: 40,
    validTo: '2027-01-31',
    reference: 'Q-77',
    incoterm: 'FOB',
    place: 'Ningbo',
    lines: [
      { lineId: first, price: '11.30', supplierCode: 'K-1', minOrder: 2000, carton: 48 },
      { lineId: second, price: '22.60', leadTimeDays: 20 },
    ],
  })
  answer(book, {
    answerId: pine,
    currency: 'USD',
    vatPercent: 10,
    freight: '0',
    dutyPercent: 0,
    lines: [
      { lineId: first, price: '1.30' },
      { lineId: second, price: null },
    ],
  })
  book.write((tx) => declineAnswer(tx, { answerId: elm, note: 'No capacity' }))
  return { ...asking, id, first, second, kilnAnswer: kiln, pineAnswer: pine, elmAnswer: elm }
}

describe('a request for quotation', () => {
  test('goes from draft to sent to closed, and tells where it stands', () => {
    const asking = askingBook()
    const { book, mug, kiln } = asking
    const { id, number } = ask(asking)
    expect(number).toBe('RQ-2026-0001')
    expect(ask(asking).number).toBe('RQ-2026-0002')
    expect(refusal(() => ask(asking, { number }))).toMatchObject({ code: 'requests/number-taken' })
    const line = { productId: mug, quantity: 1 }
    const nobody = ask(asking, { supplierIds: [], lines: [line] })
    expect(refusal(() => send(book, nobody.id))).toMatchObject({ code: 'requests/nobody-to-ask' })
    expect(refusal(() => book.write((tx) => closeRequest(tx, id)))).toMatchObject({ code: 'requests/wrong-status' })
    send(book, id)
    expect(read(book, id).answers.map(({ state, sentAt }) => [state, sentAt])).toEqual(
      Array.from({ length: 3 }, () => ['asked', testNow - 30 * hour]),
    )
    expect(refusal(() => book.write((tx) => setRequestsArchived(tx, [id], true)))).toMatchObject({
      code: 'requests/still-open',
    })
    expect(refusal(() => book.write((tx) => removeRequests(tx, [id])))).toMatchObject({ code: 'requests/wrong-status' })
    book.write((tx) => closeRequest(tx, id))
    book.write((tx) => setRequestsArchived(tx, [id], true))
    book.write((tx) => reopenRequest(tx, id))
    expect(read(book, id).status).toBe('sent')
    const rows = book.read((db) => listRequests(db, listInput.parse({ search: 'kiln' }))).rows
    expect(rows.map((row) => [row.number, row.askedCount, row.lineCount])).toEqual([['RQ-2026-0002', 3, 2]])
    expect(kiln).toBeGreaterThan(0)
  })

  test('takes suppliers later on, and changes its goods only while nobody has answered', () => {
    const asking = askingBook()
    const { book, mug, kiln, pine } = asking
    const { id } = ask(asking, { supplierIds: [kiln] })
    send(book, id)
    const form = (more: Partial<RequestDraft>) =>
      requestInput.parse({
        requestedOn: '2026-11-22',
        lines: read(book, id).lines.map((line) => ({
          id: line.id,
          productId: line.productId,
          quantity: line.quantity,
        })),
        supplierIds: read(book, id).answers.map((one) => one.supplier.id),
        ...more,
      })
    const [first, second] = read(book, id).lines
    const shorter = [{ id: first?.id ?? 0, productId: mug, quantity: 900 }]
    book.write((tx) => editRequest(tx, id, form({ lines: shorter, supplierIds: [kiln, pine] })))
    expect(read(book, id).lines.map(({ quantity }) => quantity)).toEqual([900])
    expect(second).toBeDefined()
    send(book, id, { sentAt: testNow - hour })
    expect(read(book, id).answers.map((one) => one.sentAt)).toEqual([testNow - 30 * hour, testNow - hour])
    const kilnAnswer = answerOf(book, id, 'Kiln').id
    answer(book, { answerId: kilnAnswer, currency: 'USD', lines: [{ lineId: first?.id ?? 0, price: '1' }] })
    const other = [{ id: first?.id ?? 0, productId: mug, quantity: 800 }]
    expect(refusal(() => book.write((tx) => editRequest(tx, id, form({ lines: other }))))).toMatchObject({
      code: 'requests/answered',
    })
    // Who has answered stays, whatever the form says.
    book.write((tx) => editRequest(tx, id, form({ supplierIds: [], title: 'Fewer' })))
    expect(read(book, id).answers.map((one) => one.supplier.name)).toEqual(['Kiln'])
  })

  test('is not sent to whom nothing may be asked, and only knowingly to whom is on hold', () => {
    const asking = askingBook()
    const { book, kiln, pine } = asking
    const candidate = book.write((tx) => supplier(tx, 'New', { status: 'candidate' }))
    const status = (supplierId: number, next: string) =>
      book.write((tx) => setSupplierStatus(tx, setStatusInput.parse({ supplierId, status: next, reason: 'x' })))
    send(book, ask(asking, { supplierIds: [candidate] }).id)
    status(kiln, 'on_hold')
    status(pine, 'blocked')
    const held = ask(asking, { supplierIds: [kiln] }).id
    expect(refusal(() => send(book, held))).toMatchObject({ code: 'requests/supplier-warned' })
    send(book, held, { despite: true })
    const blocked = ask(asking, { supplierIds: [pine] }).id
    expect(refusal(() => send(book, blocked, { despite: true }))).toMatchObject({ code: 'requests/supplier-blocked' })
  })

  test('goes to the bin as a draft only, and comes back whole', () => {
    const asking = askingBook()
    const { book } = asking
    const { id } = ask(asking)
    book.write((tx) => removeRequests(tx, [id]))
    expect(refusal(() => read(book, id))).toMatchObject({ code: 'requests/not-found' })
    book.write((tx) => restoreFromBin(tx, { items: [{ kind: 'request', id }], withOthers: false }))
    expect(read(book, id)).toMatchObject({ lines: [{}, {}], answers: [{}, {}, {}] })
    send(book, id)
    book.write((tx) => cancelRequest(tx, id))
    expect(refusal(() => book.write((tx) => removeRequests(tx, [id])))).toMatchObject({ code: 'requests/was-sent' })
    expect(book.read((db) => checkBook(db)).ok).toBe(true)
  })
})

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

describe('what a request would begin with', () => {
  test('goods to buy, or what a sales order is short of, with who delivers them', () => {
    const { book, mug, cup, kiln, pine, elm } = askingBook()
    const offer = (supplierId: number, productId: number) =>
      book.write((tx) =>
        addOffer(
          tx,
          offerInput.parse({
            supplierId,
            productId,
            currency: 'USD',
            validFrom: '2026-01-01',
            prices: [{ price: '1' }],
          }),
        ),
      )
    offer(pine, mug)
    offer(pine, cup)
    offer(kiln, mug)
    offer(elm, mug)
    book.write((tx) => setSupplierStatus(tx, setStatusInput.parse({ supplierId: elm, status: 'blocked', reason: 'x' })))
    const propose = (given: object) => book.read((db) => proposeRequest(db, proposeRequestInput.parse(given)))
    expect(
      propose({
        lines: [
          { productId: mug, quantity: 3 },
          { productId: cup, quantity: 2 },
        ],
      }),
    ).toMatchObject({
      lines: [
        { productId: mug, sku: 'MUG', quantity: 3, salesLineId: null, supplierIds: [pine, kiln] },
        { productId: cup, quantity: 2, supplierIds: [pine] },
      ],
      suppliers: [{ name: 'Pine' }, { name: 'Kiln' }],
    })
    const line = { description: '', unitPrice: '5' }
    const order = book.write((tx) =>
      makeOrder(tx, {
        lines: [
          { ...line, productId: mug, quantity: 7 },
          { ...line, productId: null, description: 'Freight', quantity: 1 },
        ],
      }),
    )
    const short = propose({ salesOrderId: order })
    expect(short.lines).toMatchObject([{ productId: mug, quantity: 7, salesLineId: expect.any(Number) }])
    expect(refusal(() => propose({ lines: [{ productId: 9e9, quantity: 1 }] }))).toMatchObject({
      code: 'catalog/product-not-found',
    })
    expect(propose({})).toEqual({ lines: [], suppliers: [] })
  })
})
