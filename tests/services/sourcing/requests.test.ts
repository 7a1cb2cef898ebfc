import { describe, expect, test } from 'vitest'
import { restoreFromBin } from '#main/services/bin/restore.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { addOffer } from '#main/services/sourcing/offer-commands.ts'
import { proposeRequest } from '#main/services/sourcing/propose-request.ts'
import {
  cancelRequest,
  closeRequest,
  editRequest,
  removeRequests,
  reopenRequest,
  setRequestsArchived,
} from '#main/services/sourcing/request-commands.ts'
import { listRequests } from '#main/services/sourcing/request-list.ts'
import { setSupplierStatus } from '#main/services/suppliers/supplier-status.ts'
import { offerInput } from '#shared/schemas/offers.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { proposeRequestInput, type RequestDraft, requestInput } from '#shared/schemas/quote-requests.ts'
import { setStatusInput } from '#shared/schemas/suppliers.ts'
import { answer, answerOf, ask, askingBook, hour, read, send, supplier } from '#tests/services/sourcing/asking-book.ts'
import { makeOrder } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { testNow } from '#tests/support/test-book.ts'

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
