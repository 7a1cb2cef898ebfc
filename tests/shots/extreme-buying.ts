// Buying at its limits: suppliers with names of 200 characters offer, answer, deliver, are paid, judged and decided about.
import type { WriteTx } from '#main/db/database.ts'
import { recordPayment } from '#main/services/payments/payment-commands.ts'
import { addPurchase, confirmPurchases, sendPurchases } from '#main/services/purchases/purchase-commands.ts'
import { addClaim } from '#main/services/receiving/claim-commands.ts'
import { addInspection } from '#main/services/receiving/inspection-commands.ts'
import { receivePurchase } from '#main/services/receiving/receive-purchase.ts'
import { decide } from '#main/services/scores/decisions.ts'
import { addException } from '#main/services/scores/grade-exceptions.ts'
import { addJudgement } from '#main/services/scores/judgements.ts'
import { keepPeriod } from '#main/services/scores/score-runs.ts'
import { recordAnswer } from '#main/services/sourcing/answer-commands.ts'
import { addOffer } from '#main/services/sourcing/offer-commands.ts'
import { addRequest, sendRequest } from '#main/services/sourcing/request-commands.ts'
import { addCertificate } from '#main/services/suppliers/certificate-commands.ts'
import { addDays, asDay } from '#shared/dates.ts'
import { claimInput } from '#shared/schemas/claims.ts'
import { inspectionInput } from '#shared/schemas/inspections.ts'
import { offerInput } from '#shared/schemas/offers.ts'
import { paymentInput } from '#shared/schemas/payments.ts'
import { purchaseInput } from '#shared/schemas/purchases.ts'
import { answerInput, requestInput, sendRequestInput } from '#shared/schemas/quote-requests.ts'
import { receivePurchaseInput } from '#shared/schemas/receiving.ts'
import { decideInput, exceptionInput, judgementInput, keepPeriodInput } from '#shared/schemas/score-records.ts'
import { certificateInput } from '#shared/schemas/suppliers.ts'

export type Extremes = {
  supplierIds: readonly number[]
  products: readonly number[]
  names: readonly string[]
  today: string
}

const currency = 'KWD'
const price = '12345.678901'
const hourMs = 3_600_000

export function fillBuying(tx: WriteTx, extremes: Extremes): void {
  const today = asDay(extremes.today)
  extremes.supplierIds.forEach((supplierId, index) => {
    const name = extremes.names[index] ?? ''
    addCertificate(tx, certificateInput.parse({ supplierId, title: name, issuer: name, expiresOn: addDays(today, 9) }))
    for (const productId of extremes.products) {
      const words = { supplierCode: 'Y'.repeat(100), supplierName: name, note: name }
      const prices = [1, 10, 100, 1000, 10_000].map((from, at) => ({ from, price: `${9999 - at}.123456` }))
      addOffer(
        tx,
        offerInput.parse({ supplierId, productId, currency, prices, validFrom: addDays(today, -9), ...words }),
      )
    }
    buy(tx, extremes, { supplierId, name, index })
    judge(tx, extremes, { supplierId, name })
  })
  ask(tx, extremes)
  keepPeriod(tx, keepPeriodInput.parse({ from: addDays(today, -365), to: addDays(today, -1), note: extremes.names[0] }))
}

type One = { supplierId: number; name: string }

function buy(
  tx: WriteTx,
  { products, today: text }: Extremes,
  { supplierId, name, index }: One & { index: number },
): void {
  const today = asDay(text)
  const orderedOn = addDays(today, -60)
  const lines = Array.from({ length: 60 }, (_, at) => ({
    productId: products[at % products.length] ?? null,
    description: name,
    quantity: 123_456.789,
    unitPrice: price,
    promisedOn: addDays(orderedOn, at % 50),
  }))
  const words = { number: `00-${'8'.repeat(50)}-${index}`, reference: name.slice(0, 100), place: name, note: name }
  const terms = { depositPercent: 33.3333, dueFrom: 'receipt', dueDays: 30, vatPercent: 13 }
  const draft = { supplierId, orderedOn, promisedOn: today, currency, ...words, ...terms, lines }
  const { id: orderId } = addPurchase(tx, purchaseInput.parse(draft))
  sendPurchases(tx, [orderId], { on: orderedOn, despite: true })
  confirmPurchases(tx, [orderId], { on: addDays(orderedOn, 1) })
  const ids = tx.raw('SELECT id FROM purchase_lines WHERE order_id = ? ORDER BY position, id', orderId)
  const came = ids.slice(0, 40).map(([lineId]) => {
    return { lineId, quantity: 100_000.001, rejected: 999.999, defect: 'finish', remedy: 'replace' }
  })
  receivePurchase(tx, receivePurchaseInput.parse({ orderId, on: addDays(today, -5), lines: came }))
  addClaim(
    tx,
    claimInput.parse({
      orderId,
      kind: 'quality',
      openedOn: today,
      text: name.repeat(3),
      currency,
      claimed: '99999999.999',
    }),
  )
  addInspection(
    tx,
    inspectionInput.parse({ orderId, kind: 'final', on: today, lot: 100_000, inspector: name, result: 'failed' }),
  )
  const shares = [{ orderId, purpose: 'deposit', amount: '1234567.891' }]
  const paid = { partyId: supplierId, on: today, amount: '2345678.912', currency, reference: name, note: name, shares }
  recordPayment(tx, paymentInput.parse(paid))
}

function judge(tx: WriteTx, { today: text }: Extremes, { supplierId, name }: One): void {
  const today = asDay(text)
  addJudgement(tx, judgementInput.parse({ supplierId, dimension: 'quality', score: 100, judgedOn: today, note: name }))
  addException(tx, exceptionInput.parse({ supplierId, reason: name, givenOn: today, untilOn: addDays(today, 30) }))
  const actions = [{ title: name, dueOn: today }]
  decide(tx, decideInput.parse({ supplierId, decided: 'improve', decidedOn: today, note: name, actions }))
}

function ask(tx: WriteTx, { supplierIds, products, names, today: text }: Extremes): void {
  const today = asDay(text)
  const wanted = Array.from({ length: 12 }, (_, at) => ({
    productId: products[at % products.length] ?? null,
    description: names[at % names.length],
    quantity: 123_456.789,
  }))
  const words = { title: names[1], place: names[0], note: names[2] }
  const request = { requestedOn: today, supplierIds: [...supplierIds], lines: wanted, ...words }
  const { id } = addRequest(tx, requestInput.parse(request))
  const sentAt = tx.now - 900 * hourMs
  sendRequest(tx, sendRequestInput.parse({ id, sentAt, despite: true }))
  const lines = tx.raw('SELECT id FROM quote_request_lines WHERE request_id = ? ORDER BY position, id', id)
  const asked = tx.raw('SELECT id FROM quote_answers WHERE request_id = ? ORDER BY id', id)
  for (const [answerId] of asked.slice(1)) {
    const said = lines.map(([lineId]) => ({
      ...{ lineId, price, supplierCode: 'Z'.repeat(100), minOrder: 999_999.999, carton: 48, leadTimeDays: 365 },
      note: names[1],
    }))
    const answer = { answerId, currency, freight: '123456.789', place: names[0], note: names[2], lines: said }
    recordAnswer(tx, answerInput.parse(answer))
  }
}
