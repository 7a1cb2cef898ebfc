// A supplier erased: what was written about them in purchase orders, inspections, claims and payments goes as well.
import { expect, test } from 'vitest'
import { eraseParty } from '#main/services/parties/erase-party.ts'
import { recordPayment } from '#main/services/payments/payment-commands.ts'
import { duesOf } from '#main/services/payments/payment-queries.ts'
import { addClaim } from '#main/services/receiving/claim-commands.ts'
import { addInspection } from '#main/services/receiving/inspection-commands.ts'
import { addMilestone } from '#main/services/receiving/milestone-commands.ts'
import { decide } from '#main/services/scores/decisions.ts'
import { addException } from '#main/services/scores/grade-exceptions.ts'
import { addJudgement } from '#main/services/scores/judgements.ts'
import { claimInput } from '#shared/schemas/claims.ts'
import { inspectionInput } from '#shared/schemas/inspections.ts'
import { milestoneInput } from '#shared/schemas/milestones.ts'
import { paymentInput } from '#shared/schemas/payments.ts'
import { decideInput, exceptionInput, judgementInput } from '#shared/schemas/score-records.ts'
import { purchaseBook } from '#tests/services/receiving/purchase-book.ts'

const places = {
  purchase_orders: ['note', 'reference'],
  purchase_receipts: ['note', 'reference'],
  purchase_receipt_lines: ['note'],
  stock_documents: ['note', 'reference'],
  supplier_judgements: ['note'],
  grade_exceptions: ['reason'],
  supplier_decisions: ['note'],
  milestones: ['note'],
  inspections: ['inspector', 'note'],
  inspection_findings: ['note'],
  claims: ['text'],
  payments: ['note', 'reference'],
} as const

/** Where the word still stands, by table and column. */
function standing(book: ReturnType<typeof bookWithWords>['book']): string[] {
  return Object.entries(places).flatMap(([table, columns]) =>
    columns
      .filter((column) => book.connection.prepare(`SELECT 1 FROM ${table} WHERE ${column} LIKE '%Wang%'`).get())
      .map((column) => `${table}.${column}`),
  )
}

function bookWithWords() {
  const book = purchaseBook()
  const words = { note: 'as Wang said', reference: 'Wang 7' }
  const order = book.order(words)
  const orderId = order.id
  const part = { lineId: order.lines[0]?.id ?? 0, quantity: 2, note: words.note }
  book.receive({ orderId, on: '2026-11-02', ...words, lines: [part] })
  book.write((tx) => {
    addMilestone(tx, milestoneInput.parse({ orderId, kind: 'packed', note: words.note }))
    const findings = [{ defect: 'finish', severity: 'minor', pieces: 1, note: words.note }]
    addInspection(
      tx,
      inspectionInput.parse({ orderId, on: '2026-11-02', inspector: 'Wang', note: words.note, findings }),
    )
    addClaim(tx, claimInput.parse({ orderId, kind: 'other', openedOn: '2026-11-02', text: words.note }))
    const supplier = { supplierId: book.factory, note: words.note }
    addJudgement(tx, judgementInput.parse({ ...supplier, dimension: 'service', score: 50, judgedOn: '2026-11-02' }))
    const days = { givenOn: '2026-11-02', untilOn: '2026-12-02' }
    addException(tx, exceptionInput.parse({ ...supplier, ...days, reason: words.note }))
    decide(tx, decideInput.parse({ ...supplier, decided: 'keep', decidedOn: '2026-11-02' }))
    const shares = [{ orderId, amount: '60' }]
    recordPayment(tx, paymentInput.parse({ on: '2026-11-02', amount: '60', currency: 'USD', ...words, shares }))
  })
  return { book, orderId }
}

test.each([
  [true, []],
  // Said by a document of the accounts: kept as long as the law asks.
  [false, ['payments.note', 'payments.reference']],
])('with documents: %s', (withDocuments, left) => {
  const { book, orderId } = bookWithWords()
  expect(standing(book).length).toBe(17)
  book.write((tx) => eraseParty(tx, { id: book.factory, contactId: null, name: 'Factory', withDocuments }))
  expect(standing(book)).toEqual(left)
  // The figures stay.
  expect(book.read((db) => duesOf(db, orderId))).toMatchObject({ paid: '60.00', payable: '200.00' })
  expect(book.problems()).toEqual([])
})
