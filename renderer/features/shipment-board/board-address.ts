// What the board and the map of shipments are narrowed by, as it stands in the address: `?kind=order&country=DE&late=true`.
import { countryCodes } from '#shared/reference/countries.ts'
import type { BoardInput } from '#shared/schemas/shipment-board.ts'
import { type ShipmentKind, shipmentKinds } from '#shared/schemas/shipment-words.ts'

export const endedChoices = [3, 7, 14, 30, 90] as const
export const usualEndedDays = 14

export type BoardAddress = { kind?: ShipmentKind; carrier?: number; country?: string; late?: true; ended?: number }

/** Takes from an address what is understood; the rest is left out, never an error. */
export function readBoardAddress(raw: Record<string, unknown>): BoardAddress {
  const kind = shipmentKinds.find((one) => one === raw.kind)
  const carrier = Number(raw.carrier)
  const country = countryCodes.find((one) => one === raw.country)
  const ended = endedChoices.find((one) => one === Number(raw.ended))
  return {
    ...(kind && { kind }),
    ...(Number.isSafeInteger(carrier) && carrier > 0 && { carrier }),
    ...(country && { country }),
    ...((raw.late === true || raw.late === 'true') && { late: true as const }),
    ...(ended && ended !== usualEndedDays && { ended }),
  }
}

/** What the host is asked for it. */
export function askedOf({ kind, carrier, country, late }: BoardAddress): Partial<BoardInput> {
  return {
    ...(kind && { kind }),
    ...(carrier && { carrierId: carrier }),
    ...(country && { country }),
    ...(late && { late }),
  }
}

export function isNarrowed({ kind, carrier, country, late }: BoardAddress): boolean {
  return Boolean(kind || carrier || country || late)
}
