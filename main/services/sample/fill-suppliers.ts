// Whom the sample company buys from: offers, a request with its answers, papers that run out, sign-offs, stops, judgements, and
// two periods that were kept with what was decided.
import type { WriteTx } from '#main/db/database.ts'
import type { SampleCompany } from '#main/domain/sample/sample-drafts.ts'
import { samplePurchasing } from '#main/domain/sample/sample-purchasing.ts'
import { waysOf } from '#main/domain/sample/sample-supply.ts'
import { fillPurchases, type PurchaseRecords } from '#main/services/sample/fill-purchases.ts'
import { decide } from '#main/services/scores/decisions.ts'
import { addJudgement } from '#main/services/scores/judgements.ts'
import { keepPeriod } from '#main/services/scores/score-runs.ts'
import { recordAnswer } from '#main/services/sourcing/answer-commands.ts'
import { addOffer } from '#main/services/sourcing/offer-commands.ts'
import { addRequest, sendRequest } from '#main/services/sourcing/request-commands.ts'
import { admissionOf, signAdmission } from '#main/services/suppliers/admission.ts'
import { addCertificate } from '#main/services/suppliers/certificate-commands.ts'
import { setSupplierStatus } from '#main/services/suppliers/supplier-status.ts'
import sample from '#resources/sample/purchasing.json' with { type: 'json' }
import { addDays, type Day } from '#shared/dates.ts'
import { offerInput } from '#shared/schemas/offers.ts'
import { answerInput, requestInput, sendRequestInput } from '#shared/schemas/quote-requests.ts'
import { decideInput, judgementInput, keepPeriodInput } from '#shared/schemas/score-records.ts'
import { certificateInput, setStatusInput, signAdmissionInput } from '#shared/schemas/suppliers.ts'

export function fillSuppliers(
  tx: WriteTx,
  company: SampleCompany,
  { seed, ...known }: PurchaseRecords & { seed: number },
): void {
  const plan = samplePurchasing(seed, company, known.today)
  for (const { supplierCode, sku, ...offer } of plan.offers) {
    const keys = {
      supplierId: known.partyOf(supplierCode),
      productId: known.idOf(sku),
      currency: 'CNY',
      vatPercent: 13,
    }
    addOffer(tx, offerInput.parse({ ...offer, ...keys }))
  }
  fillPurchases(tx, plan, known)
  fillRequest(tx, plan.asked, known)
  fillPapers(tx, known)
  fillJudgements(tx, known)
  fillPeriods(tx, known)
  // What stops a supplier comes last: until then it was bought from.
  for (const { on, days, status, reason } of sample.stops) {
    const when = addDays(known.today, days)
    setSupplierStatus(tx, setStatusInput.parse({ supplierId: known.partyOf(on), status, on: when, reason }))
  }
}

type Asked = ReturnType<typeof samplePurchasing>['asked']

const dayMs = 86_400_000

/** Three were asked and all have answered: the dearest is the quickest, the cheapest wants its money first. */
const answers = [
  { share: 100, leadShare: 1, depositPercent: 30, dueDays: 30, freight: '380', days: 2 },
  { share: 93, leadShare: 1.4, depositPercent: 50, dueDays: 0, freight: '640', days: 5 },
  { share: 106, leadShare: 0.7, depositPercent: 20, dueDays: 60, freight: '0', days: 1 },
]

function fillRequest(tx: WriteTx, { skus, supplierCodes }: Asked, { idOf, partyOf, today }: PurchaseRecords): void {
  const request = {
    title: sample.request.title,
    requestedOn: addDays(today, -9),
    answerBy: addDays(today, 2),
    neededOn: addDays(today, 70),
    incoterm: 'FCA',
    place: sample.request.place,
    lines: skus.map(({ sku, quantity }) => ({ productId: idOf(sku), quantity })),
    supplierIds: supplierCodes.map(partyOf),
  }
  const { id } = addRequest(tx, requestInput.parse(request))
  const sentAt = tx.now - 9 * dayMs
  sendRequest(tx, sendRequestInput.parse({ id, sentAt, despite: true }))
  const lines = tx.raw('SELECT id FROM quote_request_lines WHERE request_id = ? ORDER BY position, id', id)
  const asked = tx.raw('SELECT id FROM quote_answers WHERE request_id = ? ORDER BY id', id)
  for (const [at, [answerId]] of asked.entries()) {
    const way = answers[at % answers.length]
    if (!way) continue
    const answer = {
      answerId,
      answeredAt: sentAt + way.days * dayMs,
      currency: 'CNY',
      incoterm: 'FCA',
      place: sample.request.place,
      freight: way.freight,
      vatPercent: 13,
      terms: { depositPercent: way.depositPercent, dueFrom: 'receipt', dueDays: way.dueDays },
      leadTimeDays: Math.round(waysOf(supplierCodes[at] ?? '').leadDays * way.leadShare),
      validTo: addDays(today, 40),
      lines: skus.map(({ cost }, line) => ({ lineId: lines[line]?.[0], price: ((cost * way.share) / 100).toFixed(2) })),
    }
    recordAnswer(tx, answerInput.parse(answer))
  }
}

function fillPapers(tx: WriteTx, { partyOf, today }: PurchaseRecords): void {
  for (const { on, issued, expires, ...paper } of sample.certificates) {
    const days = { issuedOn: addDays(today, issued), expiresOn: addDays(today, expires) }
    addCertificate(tx, certificateInput.parse({ ...paper, ...days, supplierId: partyOf(on) }))
  }
  for (const code of sample.admissions) {
    const supplierId = partyOf(code)
    const items = admissionOf(tx, supplierId).items
    // The last of them is a candidate of which only the first paper has been seen.
    const seen = code === sample.admissions.at(-1) ? items.slice(0, 1) : items
    for (const { item } of seen) {
      const on = addDays(today, -380)
      signAdmission(tx, signAdmissionInput.parse({ supplierId, item, state: 'passed', on }))
    }
  }
}

function fillJudgements(tx: WriteTx, { partyOf, today }: PurchaseRecords): void {
  const judgedOn = addDays(today, -200)
  for (const [code, scores] of Object.entries(sample.judgements)) {
    for (const [dimension, score] of Object.entries(scores)) {
      addJudgement(tx, judgementInput.parse({ supplierId: partyOf(code), dimension, score, judgedOn }))
    }
  }
}

/** Two half years, and what the seller made of the second. */
function fillPeriods(tx: WriteTx, { partyOf, today }: PurchaseRecords): void {
  const keep = (from: Day, to: Day) => keepPeriod(tx, keepPeriodInput.parse({ from, to, asOf: to }))
  keep(addDays(today, -366), addDays(today, -184))
  keep(addDays(today, -183), addDays(today, -1))
  const { on, note, actions } = sample.improve
  const dated = actions.map(({ title, days }) => ({ title, dueOn: addDays(today, days) }))
  const input = { supplierId: partyOf(on), decided: 'improve', decidedOn: today, note, actions: dated }
  decide(tx, decideInput.parse(input))
}
