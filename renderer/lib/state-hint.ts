// What the word of a state leaves open: customs hold goods on their way out as well, and the book has one state for both.
import type { TrackingState } from '#shared/schemas/shipment-words.ts'

export function stateHint(state: TrackingState | '') {
  return state === 'import_hold' ? 'shipments.heldHint' : null
}
