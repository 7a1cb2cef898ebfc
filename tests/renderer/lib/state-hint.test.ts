import { expect, test } from 'vitest'
import { stateHint } from '#renderer/lib/state-hint.ts'
import { trackingStates } from '#shared/schemas/shipment-words.ts'

test('only the hold by customs needs to be explained', () => {
  expect(trackingStates.filter((state) => stateHint(state) !== null)).toEqual(['import_hold'])
})
