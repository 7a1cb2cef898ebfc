// A book with suppliers who are asked for a quotation, and what they answer.
import type { WriteTx } from '#main/db/database.ts'
import { declineAnswer, recordAnswer } from '#main/services/sourcing/answer-commands.ts'
import { addRequest, sendRequest } from '#main/services/sourcing/request-commands.ts'
import { getRequest } from '#main/services/sourcing/request-queries.ts'
import type { PartyDraft } from '#shared/schemas/parties.ts'
import {
  type AnswerDraft,
  answerInput,
  type RequestDraft,
  requestInput,
  sendRequestInput,
} from '#shared/schemas/quote-requests.ts'
import { makeCustomer, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook, testNow } from '#tests/support/test-book.ts'

export const hour = 3_600_000
export const supplier = (tx: WriteTx, name: string, supply: PartyDraft['supply'] = { status: 'approved' }) =>
  makeCustomer(tx, name, { roles: ['supplier'], supply })

export function askingBook() {
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

export const ask = ({ book, mug, cup, kiln, pine, elm }: Asking, more: Partial<RequestDraft> = {}) =>
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
export const send = (book: TestBook, id: number, more: object = {}) =>
  book.write((tx) => sendRequest(tx, sendRequestInput.parse({ id, sentAt: testNow - 30 * hour, ...more })))
export const read = (book: TestBook, id: number) => book.read((db) => getRequest(db, id))
export const answerOf = (book: TestBook, id: number, name: string) => {
  const found = read(book, id).answers.find((one) => one.supplier.name === name)
  if (!found) throw new Error(`nobody asked ${name}`)
  return found
}
export const answer = (book: TestBook, given: AnswerDraft) =>
  book.write((tx) => recordAnswer(tx, answerInput.parse(given)))

/** Kiln answers whole in CNY with VAT, Pine the mugs alone, Elm declines. */
export function answeredBook() {
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
