// Lines of a pasted list that name a shipment instead of an order: it is sent as it was packed, or gets its numbers where it left.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { dispatchShipment } from '#main/services/shipments/moving/dispatch-shipment.ts'
import { writeNumbers } from '#main/services/shipments/moving/light-shipment.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { type DispatchShipmentInput, dispatchShipmentInput } from '#shared/schemas/shipment-moves.ts'

export type ListedShipment = { id: Id; number: string; customer: string; customerZh: string }

/** Of those that we send: what comes in is not sent by a list. */
export function shipmentsNumbered(db: ReadDb, number: string): ListedShipment[] {
  return db.all<ListedShipment>(
    `SELECT s.id, s.number, coalesce(c.name, '') AS customer, coalesce(c.name_zh, '') AS customerZh
     FROM shipments s INDEXED BY shipments_by_number LEFT JOIN parties c ON c.id = s.party_id
     WHERE s.number = ? AND s.kind IN ('order', 'transfer', 'other') AND s.deleted = 0 LIMIT 2`,
    number,
  )
}

export type ListedOutcome = { state: 'ready' | 'numbers' | 'sent' } | { refusal: AppError }

type Listed = Pick<DispatchShipmentInput, 'id' | 'on' | 'carrierId' | 'warehouseId'> & { numbers: readonly string[] }

/** Stands whole or not at all: what it refuses leaves the other lines alone. */
export function sendListed(tx: WriteTx, { numbers, ...move }: Listed): ListedOutcome {
  const isSent = tx.get("SELECT 1 FROM shipments WHERE id = ? AND status = 'sent'", move.id) !== undefined
  if (!isSent) return leave(tx, { ...move, trackingNumber: numbers.join(', ') })
  if (!writeNumbers(tx, move.id, numbers)) return { state: 'sent' }
  settleShipments(tx, [move.id])
  return { state: 'numbers' }
}

function leave(tx: WriteTx, move: Parameters<typeof dispatchShipmentInput.parse>[0]): ListedOutcome {
  try {
    tx.attempt(
      () => dispatchShipment(tx, dispatchShipmentInput.parse(move)),
      () => true,
    )
    return { state: 'ready' }
  } catch (error) {
    if (error instanceof AppError) return { refusal: error }
    throw error
  }
}
