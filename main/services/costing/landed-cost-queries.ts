// Charges of a receipt, with what fell on each line.
import type { ReadDb } from '#main/db/database.ts'
import { replayCosts } from '#main/domain/costing/replay-costs.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { historySource } from '#main/services/costing/cost-history.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { ChargeKind, ChargeSplit, LandedCost } from '#shared/schemas/costing.ts'

type Row = {
  id: Id
  on: string
  kind: ChargeKind
  splitBy: ChargeSplit
  amountMinor: number
  currency: string
  rate: string
  rateOn: string
  baseMinor: number
  partyId: Id | null
  party: string
  partyZh: string
  reference: string
  note: string
  reversesId: Id | null
  reversedById: Id | null
}

/** In the order in which they were posted, those that were taken back among them. */
export function landedCostsOf(db: ReadDb, documentId: Id): LandedCost[] {
  const base = baseCurrency(db)
  const rows = db.all<Row>(
    `SELECT c.id, c.posted_on AS "on", c.kind, c.split_by AS splitBy, c.amount_minor AS amountMinor, c.currency, c.rate,
       c.rate_on AS rateOn, c.base_minor AS baseMinor, c.party_id AS partyId, coalesce(p.name, '') AS party, coalesce(p.name_zh, '') AS partyZh, c.reference, c.note,
       c.reverses_id AS reversesId,
       (SELECT min(r.id) FROM landed_costs r INDEXED BY landed_costs_reversals WHERE r.reverses_id = c.id) AS reversedById
     FROM landed_costs c INDEXED BY landed_costs_by_document LEFT JOIN parties p ON p.id = c.party_id
     WHERE c.document_id = ? ORDER BY c.posted_on, c.id`,
    documentId,
  )
  const shares = Map.groupBy(sharesOf(db, documentId), ({ chargeId }) => chargeId)
  const waiting = waitingReceipts(
    db,
    rows.length === 0 ? [] : [...shares.values()].flat().map(({ productId }) => productId),
  )
  return rows.map(({ amountMinor, baseMinor, ...row }) => {
    const own = shares.get(row.id) ?? []
    return {
      ...row,
      amount: minorToDecimal(amountMinor, row.currency),
      baseAmount: minorToDecimal(baseMinor, base),
      isWaiting: own.some(({ movementId }) => waiting.has(movementId)),
      shares: own.map(({ chargeId: _, minor, qtyMilli, ...share }) => ({
        ...share,
        quantity: qtyMilli / 1000,
        amount: minorToDecimal(minor, base),
      })),
    }
  })
}

type ShareRow = {
  chargeId: Id
  movementId: Id
  productId: Id
  sku: string
  name: string
  nameZh: string
  unit: string
  qtyMilli: number
  minor: number
}

function sharesOf(db: ReadDb, documentId: Id): ShareRow[] {
  return db.all<ShareRow>(
    `SELECT s.landed_cost_id AS chargeId, s.movement_id AS movementId, m.product_id AS productId, p.sku,
       coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, p.unit, m.qty_milli AS qtyMilli, s.base_minor AS minor
     FROM landed_costs c INDEXED BY landed_costs_by_document
     CROSS JOIN landed_cost_shares s INDEXED BY landed_cost_shares_by_cost ON s.landed_cost_id = c.id
     JOIN stock_movements m ON m.id = s.movement_id JOIN products p ON p.id = m.product_id
     WHERE c.document_id = ? ORDER BY s.id`,
    documentId,
  )
}

/** Receipts whose later costs rest on nothing as long as their own is not known. */
function waitingReceipts(db: ReadDb, productIds: readonly Id[]): Set<Id> {
  const source = historySource(db)
  const products = [...new Set(productIds)]
  return new Set(products.flatMap((id) => replayCosts(source.historyOf(id)).waiting.map(({ receiptId }) => receiptId)))
}
