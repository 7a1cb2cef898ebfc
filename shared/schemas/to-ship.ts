// What a new shipment is begun with, and what is looked at while it is written.
import { z } from 'zod'
import { dayField, idField, lineField } from '#shared/schemas/fields.ts'
import { type ShipmentKind, transportModes } from '#shared/schemas/shipment-words.ts'
import { legInput, type Shipment, type ShipmentLine } from '#shared/schemas/shipments.ts'

const dayOrNull = dayField.nullable().default(null)

export const toShipInput = z.object({
  orderIds: z.array(idField).max(500).default([]),
  purchaseIds: z.array(idField).max(500).default([]),
  /** Transfers between own places that are on their way without a shipment. */
  documentIds: z.array(idField).max(500).default([]),
  /** What this shipment holds already counts as free: for the form that edits it. */
  exceptId: idField.optional(),
})
export type ToShipQuestion = z.output<typeof toShipInput>

/** Orders that a shipment can take something of; the shipment that is edited does not stand in its own way. */
export const ordersToTakeInput = z.object({
  side: z.enum(['order', 'purchase']),
  text: z.string().max(200).default(''),
  exceptId: idField.optional(),
})
export type OrdersToTakeQuestion = z.output<typeof ordersToTakeInput>

export type OrderToTake = { id: number; number: string; name: string; nameZh: string }

/** What of a line is still to be put into a shipment. */
export type LineToShip = {
  orderLineId: number | null
  purchaseLineId: number | null
  order: ShipmentLine['order']
  purchase: ShipmentLine['purchase']
  productId: number | null
  sku: string
  name: string
  nameZh: string
  unit: string
  description: string
  /** Still to be sent (or still to come), what other shipments that have not left hold of it, and what is left. */
  open: number
  held: number
  free: number
}

/** What a shipment of these would begin with: the lines with what is free, and what their orders agree on. */
export type ToShip = {
  kind: ShipmentKind
  lines: LineToShip[]
  head: Pick<
    Shipment,
    | 'partyId'
    | 'party'
    | 'warehouseId'
    | 'warehouse'
    | 'toWarehouseId'
    | 'toWarehouse'
    | 'carrierId'
    | 'carrier'
    | 'mode'
    | 'fromCountry'
    | 'shipTo'
    | 'incoterm'
    | 'place'
    | 'plannedOn'
  >
  orders: { id: number; number: string }[]
  purchases: { id: number; number: string }[]
}

/** A port by its UN/LOCODE. */
export type Port = { code: string; name: string; country: string }
export const portsInput = z.object({ text: z.string().max(100) })

/** What does not look right and blocks nothing, beside its field. */
export type ShipmentWarning = { field: string; code: string; details: Readonly<Record<string, string | number>> }

/** What of a form is looked at for that. */
export const shipmentCheckInput = z.object({
  incoterm: lineField(20),
  mode: z.enum(['', ...transportModes]).default(''),
  plannedOn: dayOrNull,
  sentOn: dayOrNull,
  legs: z.array(legInput).max(50).default([]),
})
