// The purchase orders of the sample company: those of the past with what came of them, and those that are under way, through the
// same commands as typed ones.
import type { WriteTx } from '#main/db/database.ts'
import type { OpenSamplePurchase, SampleArrival, SamplePurchase } from '#main/domain/sample/sample-purchasing.ts'
import { sampleSupply } from '#main/domain/sample/sample-supply.ts'
import { recordPayment } from '#main/services/payments/payment-commands.ts'
import { addPurchase, confirmPurchases, sendPurchases } from '#main/services/purchases/purchase-commands.ts'
import { settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import { getPurchase } from '#main/services/purchases/purchase-queries.ts'
import { addClaim } from '#main/services/receiving/claim-commands.ts'
import { addInspection } from '#main/services/receiving/inspection-commands.ts'
import { reachMilestone } from '#main/services/receiving/milestone-commands.ts'
import { receivePurchase } from '#main/services/receiving/receive-purchase.ts'
import { sampleWords } from '#main/services/sample/sample-lists.ts'
import sample from '#resources/sample/purchasing.json' with { type: 'json' }
import { addDays, type Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { claimInput } from '#shared/schemas/claims.ts'
import { inspectionInput } from '#shared/schemas/inspections.ts'
import { paymentInput } from '#shared/schemas/payments.ts'
import { purchaseInput } from '#shared/schemas/purchases.ts'
import { receivePurchaseInput } from '#shared/schemas/receiving.ts'

export type PurchaseRecords = { idOf: (sku: string) => Id; partyOf: (code: string) => Id; today: Day }

export function fillPurchases(
  tx: WriteTx,
  { past, open }: { past: readonly SamplePurchase[]; open: readonly OpenSamplePurchase[] },
  known: PurchaseRecords,
): void {
  const ids = past.map((purchase) => {
    const id = addDraft(tx, purchase, known)
    keepPast(tx, id, purchase, known.today)
    return id
  })
  settlePurchases(tx, ids)
  const inOrder = open.toSorted((one, other) => (one.orderedOn < other.orderedOn ? -1 : 1))
  for (const purchase of inOrder) advance(tx, addDraft(tx, purchase, known), purchase, known)
}

function addDraft(tx: WriteTx, purchase: SamplePurchase, { idOf, partyOf }: PurchaseRecords): Id {
  const { supplierCode, orderedOn, promisedOn, lines } = purchase
  const at = sampleWords.suppliers.findIndex(({ code }) => code === supplierCode)
  const words = sampleWords.suppliers[at]
  const supply = words ? sampleSupply(words, at) : null
  return addPurchase(
    tx,
    purchaseInput.parse({
      supplierId: partyOf(supplierCode),
      orderedOn,
      promisedOn,
      currency: 'CNY',
      vatPercent: supply?.vatPercent,
      incoterm: supply?.incoterm,
      place: supply?.place,
      mode: 'road',
      country: 'CN',
      ...supply?.terms,
      lines: lines.map(({ sku, quantity, price }) => ({ productId: idOf(sku), quantity, unitPrice: price })),
    }),
  ).id
}

function lineIds(tx: WriteTx, orderId: Id): Id[] {
  return tx
    .raw('SELECT id FROM purchase_lines WHERE order_id = ? ORDER BY position, id', orderId)
    .map(([id]) => id as Id)
}

/** An order from before the book kept stock: what came is told by receipts that move nothing, as an import tells it. */
function keepPast(tx: WriteTx, id: Id, { orderedOn, lines }: SamplePurchase, today: Day): void {
  const last =
    lines
      .flatMap(({ arrivals }) => arrivals.map(({ on }) => on))
      .sort()
      .at(-1) ?? orderedOn
  const closed = last < addDays(today, -60) ? { status: 'closed', closed_on: addDays(last, 7) } : { status: 'received' }
  tx.update('purchase_orders', id, {
    is_history: 1,
    sent_on: orderedOn,
    confirmed_on: addDays(orderedOn, 2),
    ...closed,
  })
  const ids = lineIds(tx, id)
  const came = lines.flatMap(({ arrivals }, at) => arrivals.map((arrival) => ({ arrival, lineId: ids[at] ?? 0 })))
  for (const [on, parts] of Map.groupBy(came, ({ arrival }) => arrival.on)) {
    const receiptId = tx.insert('purchase_receipts', { order_id: id, received_on: on })
    for (const { arrival, lineId } of parts) {
      const { quantity, rejected, defect } = arrival
      const remedy = rejected > 0 ? 'credit' : ''
      const counts = { qty_milli: quantity * 1000, rejected_milli: rejected * 1000, defect, remedy }
      tx.insert('purchase_receipt_lines', { receipt_id: receiptId, line_id: lineId, ...counts })
    }
  }
}

/** Brings an order of these weeks as far as it has come. */
function advance(tx: WriteTx, id: Id, purchase: OpenSamplePurchase, { today }: PurchaseRecords): void {
  const { stage, orderedOn } = purchase
  if (stage === 'draft') return
  sendPurchases(tx, [id], { on: orderedOn, despite: true })
  if (stage === 'sent') return
  confirmPurchases(tx, [id], { on: addDays(orderedOn, 2) })
  pay(tx, id, { purpose: 'deposit', on: addDays(orderedOn, 3) })
  reachMilestones(tx, id, { today, isDone: stage === 'received' || stage === 'part_received' })
  if (stage === 'part_received') receive(tx, id, purchase, { today, share: 0.6, remedy: 'replace' })
  if (stage === 'received') {
    receive(tx, id, purchase, { today, share: 1, remedy: 'credit' })
    inspect(tx, id, purchase, today)
    addClaim(tx, claimInput.parse({ orderId: id, kind: 'quality', openedOn: today, text: sample.claim }))
    pay(tx, id, { purpose: 'balance', on: today })
  }
}

type Due = { purpose: 'deposit' | 'balance'; on: Day }

/** The share that the terms ask for before, or the rest of it all. */
function pay(tx: WriteTx, id: Id, { purpose, on }: Due): void {
  const { money, terms, number } = termsOf(tx, id)
  const deposit = new Decimal(money).times(terms).div(100).round(2)
  const amount = purpose === 'deposit' ? deposit : new Decimal(money).minus(deposit)
  if (amount.lte(0)) return
  const shares = [{ orderId: id, purpose, amount: amount.toFixed(2) }]
  const reference = `${number} ${purpose === 'deposit' ? 'T/T 1' : 'T/T 2'}`
  recordPayment(tx, paymentInput.parse({ on, amount: amount.toFixed(2), currency: 'CNY', reference, shares }))
}

function termsOf(tx: WriteTx, id: Id): { money: string; terms: number; number: string } {
  const { money, depositPercent, number } = getPurchase(tx, id)
  return { money: money.gross, terms: depositPercent, number }
}

/** What was planned for a day that is over was done on it, but for the last: that one is waited for. */
function reachMilestones(tx: WriteTx, id: Id, { today, isDone }: { today: Day; isDone: boolean }): void {
  const planned = tx.all<{ id: Id; on: Day }>(
    'SELECT id, planned_on AS "on" FROM milestones WHERE order_id = ? AND planned_on < ? ORDER BY planned_on, position',
    id,
    today,
  )
  for (const { id: milestoneId, on } of isDone ? planned : planned.slice(0, -1)) reachMilestone(tx, milestoneId, on)
}

type Receiving = { today: Day; share: number; remedy: 'replace' | 'credit' }

function receive(tx: WriteTx, orderId: Id, { lines }: SamplePurchase, { today, share, remedy }: Receiving): void {
  const ids = lineIds(tx, orderId)
  const parts = lines.map(({ quantity, arrivals }, at) => {
    const came = Math.floor(quantity * share)
    const rejected = Math.min(came, rejectedOf(arrivals) + (at === 0 ? 2 : 0))
    const why = rejected > 0 ? { rejected, defect: 'finish', remedy } : {}
    return { lineId: ids[at] ?? 0, quantity: came, ...why }
  })
  receivePurchase(tx, receivePurchaseInput.parse({ orderId, on: today, lines: parts }))
}

function rejectedOf(arrivals: readonly SampleArrival[]): number {
  return arrivals.reduce((sum, { rejected }) => sum + rejected, 0)
}

function inspect(tx: WriteTx, orderId: Id, { lines, promisedOn }: SamplePurchase, today: Day): void {
  const [first] = lines
  const on = promisedOn < today ? promisedOn : today
  const findings = [
    { defect: 'finish', severity: 'minor', pieces: 4 },
    { defect: 'packaging', severity: 'minor', pieces: 1 },
  ]
  const lot = first?.quantity ?? null
  const [lineId] = lineIds(tx, orderId)
  addInspection(tx, inspectionInput.parse({ orderId, lineId, kind: 'final', on, lot, result: 'passed', findings }))
}
