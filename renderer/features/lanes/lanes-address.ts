// What the report on carriers and lanes is asked, as it stands in the address.
import { isDay } from '#shared/dates.ts'
import { type LaneFigure, type LaneGroup, laneFigures, laneGroups } from '#shared/schemas/lanes.ts'
import { type ShipmentKind, shipmentKinds } from '#shared/schemas/shipment-words.ts'

/** Figures whose shipments can be shown. */
export const shownFigures = [...laneFigures, 'nSilent'] as const
export type ShownFigure = LaneFigure | 'nSilent'

export type LanesAddress = {
  by?: LaneGroup
  kind?: ShipmentKind
  from?: string
  to?: string
  asOf?: string
  /** The row that is open, by its id or key. */
  row?: string
  figure?: ShownFigure
}

/** Takes from an address what is understood; the rest is left out, never an error. */
export function readLanesAddress(raw: Record<string, unknown>): LanesAddress {
  const by = laneGroups.find((one) => one === raw.by)
  const kind = shipmentKinds.find((one) => one === raw.kind)
  const figure = shownFigures.find((one) => one === raw.figure)
  const day = (value: unknown) => (typeof value === 'string' && isDay(value) ? (value as string) : undefined)
  const [from, to, asOf] = [day(raw.from), day(raw.to), day(raw.asOf)]
  // Numbers in an address are read as such.
  const row = typeof raw.row === 'string' || typeof raw.row === 'number' ? String(raw.row).slice(0, 300) : undefined
  return {
    ...(by && { by }),
    ...(kind && { kind }),
    ...(from && { from }),
    ...(to && { to }),
    ...(asOf && { asOf }),
    ...(row !== undefined && { row }),
    ...(row !== undefined && figure && { figure }),
  }
}

/** Names a row in the address; what has no id and no key is the one that nobody said. */
export function rowName({ id, key }: { id: number | null; key: string }): string {
  return id === null ? `k${key}` : `i${id}`
}
