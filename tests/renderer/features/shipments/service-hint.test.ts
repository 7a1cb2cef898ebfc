import { expect, test } from 'vitest'
import { serviceHint } from '#renderer/features/shipments/service-hint.ts'

test('that a carrier has no services is said only once they were read', () => {
  expect(serviceHint({ hasCarrier: false, services: undefined })).toBe('shipments.hints.carrierFirst')
  expect(serviceHint({ hasCarrier: true, services: undefined })).toBeNull()
  expect(serviceHint({ hasCarrier: true, services: [] })).toBe('shipments.hints.noServices')
  expect(serviceHint({ hasCarrier: true, services: [{ id: 1 }] })).toBeNull()
})
