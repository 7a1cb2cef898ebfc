// Claims of an order, of a shipment, or of a supplier or carrier.
import type { ReadDb } from '#main/db/database.ts'
import type { ClaimsTable } from '#main/db/tables.ts'
import { livingClaim } from '#main/services/receiving/claim-commands.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'
import type { Claim, ClaimKind, ClaimRow, ClaimStatus } from '#shared/schemas/claims.ts'

type Row = ClaimsTable & { party: string; partyZh: string; orderNumber: string; shipmentNumber: string }

const select = `SELECT c.*, coalesce(p.name, '') AS party, coalesce(p.name_zh, '') AS partyZh, coalesce(o.number, '') AS orderNumber,
    coalesce(s.number, '') AS shipmentNumber
  FROM live_claims c LEFT JOIN parties p ON p.id = c.party_id LEFT JOIN purchase_orders o ON o.id = c.order_id
  LEFT JOIN shipments s ON s.id = c.shipment_id`

type Of = { orderId: Id | null; partyId: Id | null; shipmentId?: Id | null }

/** The open ones first, then the newest; of one order, one shipment, one supplier or carrier, or all. */
export function claimsOf(db: ReadDb, { orderId, partyId, shipmentId = null }: Of): ClaimRow[] {
  const own = [
    ...(shipmentId === null ? [] : [{ sql: 'c.shipment_id = ?', id: shipmentId }]),
    ...(orderId === null ? [] : [{ sql: 'c.order_id = ?', id: orderId }]),
    ...(partyId === null ? [] : [{ sql: 'c.party_id = ?', id: partyId }]),
  ]
  const where = ['c.archived = 0', ...own.map(({ sql }) => sql)].join(' AND ')
  const rows = db.all<Row>(
    `${select} WHERE ${where} ORDER BY c.status <> 'open', c.opened_on DESC, c.id DESC LIMIT 1000`,
    ...own.map(({ id }) => id),
  )
  return rows.map(claimFromRow)
}

/** One, or `claims/not-found`. */
export function getClaim(db: ReadDb, id: Id): Claim {
  livingClaim(db, id)
  const row = db.get<Row>(`${select} WHERE c.id = ?`, id)
  if (!row) throw new Error('a claim that is there and is not')
  return { ...claimFromRow(row), archived: row.archived === 1 }
}

function claimFromRow(row: Row): ClaimRow {
  const money = (minor: number | null) => minorText(minor, row.currency)
  return {
    id: row.id,
    number: row.number,
    partyId: row.party_id,
    party: row.party,
    partyZh: row.partyZh,
    orderId: row.order_id,
    orderNumber: row.orderNumber,
    receiptId: row.receipt_id,
    shipmentId: row.shipment_id,
    shipmentNumber: row.shipmentNumber,
    kind: row.kind as ClaimKind,
    status: row.status as ClaimStatus,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    currency: row.currency,
    claimed: money(row.claimed_minor),
    settled: money(row.settled_minor),
    text: row.text,
  }
}
