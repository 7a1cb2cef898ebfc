// What a new shipment is begun with, as the address says it: orders, purchase orders, a transfer that is on its way, a kind.
import { type ShipmentKind, shipmentKinds } from '#shared/schemas/shipment-words.ts'

/** Ids stand as text: `12,15`. */
export type NewShipmentAddress = { order?: string; purchase?: string; document?: string; kind?: ShipmentKind }

export function readNewShipment(raw: Record<string, unknown>): NewShipmentAddress {
  const ids = (key: string) => (idsOf(raw[key]).length > 0 ? { [key]: idsOf(raw[key]).join(',') } : {})
  const kind = shipmentKinds.find((known) => known === raw.kind)
  return { ...ids('order'), ...ids('purchase'), ...ids('document'), ...(kind && { kind }) }
}

export function idsOf(text: unknown): number[] {
  return String(text ?? '')
    .split(',')
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0)
    .slice(0, 500)
}
