// What does not look right about a shipment and blocks nothing: it stands beside its field.
import { checkWaybill } from '#main/domain/shipments/air-waybill.ts'
import { checkContainer } from '#main/domain/shipments/container-number.ts'
import type { LegInput, ShipmentInput } from '#shared/schemas/shipments.ts'
import type { ShipmentWarning } from '#shared/schemas/to-ship.ts'

type Checked = Pick<ShipmentInput, 'incoterm' | 'mode' | 'legs'> & { plannedOn?: string | null; sentOn?: string | null }

/** Incoterms that are made for goods on board a ship. */
const seaTerms: readonly string[] = ['FAS', 'FOB', 'CFR', 'CIF']
const airModes: readonly string[] = ['air', 'air_charter']

export function shipmentWarnings({ incoterm, mode, legs = [], plannedOn, sentOn }: Checked): ShipmentWarning[] {
  const modes = legs.length > 0 ? legs.map((leg) => leg.mode) : mode === '' ? [] : [mode]
  const term = incoterm.trim().toUpperCase().slice(0, 3)
  const isOnlyByLand = seaTerms.includes(term) && modes.length > 0 && !modes.includes('sea')
  return [
    ...(isOnlyByLand ? [{ field: 'incoterm', code: 'incoterm-mode', details: { term } }] : []),
    ...(plannedOn && sentOn && plannedOn < sentOn
      ? [{ field: 'plannedOn', code: 'planned-before-sent', details: {} }]
      : []),
    ...legs.flatMap((leg, index) => [...numberWarnings(leg, index), ...gapWarnings(legs, index)]),
  ]
}

function numberWarnings({ mode, containerNumber, blNumber }: LegInput, index: number): ShipmentWarning[] {
  const container = containerNumber === '' ? null : checkContainer(containerNumber)
  const waybill = blNumber === '' || !airModes.includes(mode) ? null : checkWaybill(blNumber)
  return [
    ...told(container, `legs.${index}.containerNumber`, 'container'),
    ...told(waybill, `legs.${index}.blNumber`, 'waybill'),
  ]
}

type Checks = { result: 'ok' | 'fails' | 'none'; digit: number | null }

function told(check: Checks | null, field: string, what: string): ShipmentWarning[] {
  if (check === null || check.result === 'ok') return []
  if (check.result === 'none') return [{ field, code: `${what}-form`, details: {} }]
  return [{ field, code: `${what}-digit`, details: { digit: check.digit ?? 0 } }]
}

/** A leg that is to leave before the one ahead of it has come in. */
function gapWarnings(legs: readonly LegInput[], index: number): ShipmentWarning[] {
  const [ahead, leg] = [legs[index - 1], legs[index]]
  const cameIn = ahead?.arrivedOn ?? ahead?.plannedArrivalOn
  const leaves = leg?.departedOn ?? leg?.plannedDepartureOn
  const isEarly = cameIn !== undefined && cameIn !== null && leaves !== undefined && leaves !== null && leaves < cameIn
  return isEarly ? [{ field: `legs.${index}.plannedDepartureOn`, code: 'leg-early', details: { day: cameIn } }] : []
}
