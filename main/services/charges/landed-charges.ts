// A charge of what came in as a landed cost of its goods: on request, once, over all that the shipment brought; taken back by
// counter-entries when the charge changes.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { ShipmentChargesTable } from '#main/db/tables.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { type ChargedMovement, chargedMovements, sharesOfCharge } from '#main/services/costing/charge-shares.ts'
import { reverseLandedCost, writeLandedCost } from '#main/services/costing/landed-costs.ts'
import { livingShipment } from '#main/services/shipments/shipment-rows.ts'
import { openDay } from '#main/services/stock/closed-days.ts'
import { refuseDay } from '#main/services/stock/posting-rules.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { allocateMinor } from '#shared/money.ts'
import type { ChargeSplit, ChargeKind as LandedKind } from '#shared/schemas/costing.ts'
import type { ChargeKind } from '#shared/schemas/shipment-words.ts'

const kinds: Readonly<Record<ChargeKind, LandedKind>> = {
  freight: 'freight',
  fuel: 'freight',
  pickup: 'freight',
  return: 'freight',
  insurance: 'insurance',
  duty: 'duty',
  customs: 'handling',
  handling: 'handling',
  storage: 'handling',
  packing: 'handling',
  tax: 'other',
  destruction: 'other',
  other: 'other',
}

/** Shipments that bring goods into stock. */
export const bringsGoods = (kind: string): boolean => kind === 'purchase' || kind === 'transfer'

export type ShipmentReceipt = { documentId: Id; number: string; on: string }

/** What stands of what a document brought to a place: neither still under way nor taken back. */
const brought = `stock_movements m INDEXED BY stock_movements_by_document
  WHERE m.document_id = d.id AND m.qty_milli > 0 AND m.reverses_id IS NULL AND m.warehouse_id <> ${transitWarehouse}
    AND NOT EXISTS (SELECT 1 FROM stock_movements t INDEXED BY stock_movements_reversals WHERE t.reverses_id = m.id)`

/** The stock documents by which goods of the shipment came in, each with the day on which the last of them did. */
export function receiptsOfShipment(db: ReadDb, shipmentId: Id): ShipmentReceipt[] {
  return db.all<ShipmentReceipt>(
    `SELECT d.id AS documentId, d.number, (SELECT max(m.moved_on) FROM ${brought}) AS "on" FROM stock_documents d
     WHERE d.deleted = 0 AND EXISTS (SELECT 1 FROM ${brought}) AND d.id IN (
       SELECT document_id FROM purchase_receipts INDEXED BY purchase_receipts_by_shipment
         WHERE shipment_id = ? AND status = 'posted' AND deleted = 0 AND document_id IS NOT NULL
       UNION SELECT id FROM stock_documents INDEXED BY stock_documents_by_shipment
         WHERE shipment_id = ? AND kind = 'transfer' AND deleted = 0) ORDER BY d.moved_on, d.id`,
    shipmentId,
    shipmentId,
  )
}

/** Landed costs that the charge became and that stand. */
export function landedOf(db: ReadDb, chargeId: Id): { id: Id; on: Day; minor: number; currency: string }[] {
  return db.all(
    `SELECT c.id, c.posted_on AS "on", c.amount_minor AS minor, c.currency
     FROM landed_costs c INDEXED BY landed_costs_by_charge
     WHERE c.charge_id = ? AND c.charge_id IS NOT NULL AND c.reverses_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM landed_costs r INDEXED BY landed_costs_reversals WHERE r.reverses_id = c.id)
     ORDER BY c.id`,
    chargeId,
  )
}

/** Takes them back; gives how many. */
export function takeBackLanded(tx: WriteTx, chargeId: Id): number {
  const standing = landedOf(tx, chargeId)
  for (const { id } of standing) reverseLandedCost(tx, { id })
  return standing.length
}

type Posting = { chargeId: Id; splitBy: Exclude<ChargeSplit, 'by_hand'>; on?: Day | undefined }

/**
 * `charges/already-landed` where it is one already, `charges/nothing-came` where none of the goods came in yet, `stock/no-rate`
 * where its rate is not known.
 */
export function postLandedCharge(tx: WriteTx, { chargeId, splitBy, on }: Posting): { ids: Id[] } {
  const charge = tx.get<ShipmentChargesTable>('SELECT * FROM live_shipment_charges WHERE id = ?', chargeId)
  if (!charge) throw new AppError('charges/not-found')
  const shipment = livingShipment(tx, charge.shipment_id)
  if (!bringsGoods(shipment.kind)) throw new AppError('charges/not-landed', { number: shipment.number })
  if (landedOf(tx, chargeId).length > 0) throw new AppError('charges/already-landed')
  const money = moneyOf(tx, charge)
  const documents = goodsOf(tx, shipment.id)
  if (documents.length === 0) throw new AppError('charges/nothing-came', { number: shipment.number })
  const latest = documents.reduce<string>((last, document) => (document.on > last ? document.on : last), '')
  const day = on ?? openDay(tx, dayOf(charge, latest, bookToday(tx, tx.now)))
  refuseDay(tx, day)
  const movements = documents.flatMap((document) => document.movements)
  const { currency, minor: amountMinor, baseMinor } = money
  const shares = sharesOfCharge({ splitBy, divisor: 6000, parts: [], currency, amountMinor, baseMinor }, movements)
  const written = {
    ...{ on: day, kind: kinds[charge.kind as ChargeKind], splitBy, currency, rate: money.rate, rateOn: money.rateOn },
    ...{ partyId: charge.party_id, reference: charge.reference, note: charge.note, chargeId },
  }
  const parts = byDocument(documents, shares, amountMinor)
  return {
    ids: parts.map(({ documentId, amountMinor: own, rows }) =>
      writeLandedCost(
        tx,
        { ...written, documentId, amountMinor: own, baseMinor: rows.reduce((sum, row) => sum + row.minor, 0) },
        rows,
      ),
    ),
  }
}

/** The day of the bill, but never before the goods. */
function dayOf(charge: ShipmentChargesTable, arrivedOn: string, today: Day): Day {
  const told = (charge.actual_minor === null ? null : charge.billed_on) ?? arrivedOn ?? today
  return (told < arrivedOn ? arrivedOn : told) as Day
}

function moneyOf(db: ReadDb, charge: ShipmentChargesTable) {
  const isEstimate = charge.actual_minor === null
  const side = isEstimate ? 'estimate' : 'actual'
  const minor = charge[`${side}_minor`] ?? 0
  const currency = charge[`${side}_currency`] ?? baseCurrency(db)
  const rate = charge[`${side}_rate`]
  const rateOn = charge[`${side}_rate_on`] as Day | null
  const baseMinor = charge[`${side}_base_minor`]
  if (rate === null || rateOn === null || baseMinor === null) {
    const day = charge.billed_on ?? bookToday(db, db.now)
    throw new AppError('stock/no-rate', { currency, base: baseCurrency(db), day })
  }
  if (minor === 0 || baseMinor === 0) throw new AppError('costing/no-amount')
  return { minor, currency, rate, rateOn, baseMinor }
}

type Document = ShipmentReceipt & { movements: ChargedMovement[] }

function goodsOf(db: ReadDb, shipmentId: Id): Document[] {
  return receiptsOfShipment(db, shipmentId).map((document) => ({
    ...document,
    movements: chargedMovements(db, document.documentId),
  }))
}

type ShareRow = { movementId: Id; productId: Id; minor: number }
type Part = { documentId: Id; amountMinor: number; rows: ShareRow[] }

/** The amount in its own currency as its shares divide. A document too small for any of it stands with one that is not. */
function byDocument(documents: readonly Document[], shares: readonly number[], amountMinor: number): Part[] {
  let at = 0
  const parts = documents.map(({ documentId, movements }): Part => {
    const rows = movements.map(({ id, productId }) => ({ movementId: id, productId, minor: shares[at++] ?? 0 }))
    return { documentId, amountMinor: 0, rows }
  })
  const sizes = parts.map(({ rows }) => Math.abs(rows.reduce((sum, { minor }) => sum + minor, 0)))
  const amounts = allocateMinor(amountMinor, sizes) ?? [amountMinor]
  const told = parts.map((part, index) => ({ ...part, amountMinor: amounts[index] ?? 0 }))
  const [first, ...others] = told.filter((part) => part.amountMinor !== 0)
  const small = told
    .filter((part) => part.amountMinor === 0)
    .flatMap(({ rows }) => rows.filter(({ minor }) => minor !== 0))
  return first ? [{ ...first, rows: [...first.rows, ...small] }, ...others] : []
}
