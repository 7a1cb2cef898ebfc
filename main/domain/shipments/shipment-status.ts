// How far we are with a shipment ourselves, and what may be done with it then.
import type { ShipmentKind, ShipmentStatus, TrackingState } from '#shared/schemas/shipment-words.ts'
import { type ShipmentVerb, shipmentVerbs } from '#shared/schemas/shipments.ts'

export type ShipmentStand = {
  kind: ShipmentKind
  status: ShipmentStatus
  isHistory: boolean
  state: TrackingState | ''
  /** Something moved by it that was not taken back: goods left, came in, or both. */
  hasMoved: boolean
  /** Of a transfer or a purchase: goods of it came in. */
  hasArrived: boolean
  /** It was said already what becomes of it. */
  isDecided?: boolean
}

/** States in which nobody took it, and somebody has to say what becomes of it. */
const undecidedStates: readonly string[] = [
  ...['attempt_failed', 'at_pickup_point', 'import_hold', 'returning', 'returned', 'damaged', 'lost'],
]

const rules: Record<ShipmentVerb, (shipment: ShipmentStand) => boolean> = {
  edit: ({ status }) => status !== 'cancelled',
  pack: ({ status }) => status === 'draft',
  unpack: ({ status }) => status === 'packed',
  dispatch: ({ status, isHistory }) => (status === 'draft' || status === 'packed') && !isHistory,
  // A second part of a container may still come in: what is left says it, not the state.
  arrive: ({ kind, status, isHistory }) =>
    (kind === 'transfer' || kind === 'purchase') && status === 'sent' && !isHistory,
  return: ({ kind, status, isHistory }) => (kind === 'order' || kind === 'return') && status === 'sent' && !isHistory,
  reverse: ({ status, isHistory, hasArrived }) => status === 'sent' && !isHistory && !hasArrived,
  decide: ({ kind, status, state, isDecided = false }) =>
    !isDecided && (kind === 'order' || kind === 'other') && status === 'sent' && undecidedStates.includes(state),
  cancel: ({ status, hasMoved }) => (status === 'draft' || status === 'packed' || status === 'sent') && !hasMoved,
  reopen: ({ status }) => status === 'cancelled',
}

export function mayDo(verb: ShipmentVerb, shipment: ShipmentStand): boolean {
  return rules[verb](shipment)
}

export function verbsOf(shipment: ShipmentStand): ShipmentVerb[] {
  return shipmentVerbs.filter((verb) => mayDo(verb, shipment))
}
