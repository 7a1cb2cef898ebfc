import { expect, test } from 'vitest'
import { statusAfter } from '#main/domain/orders/order-status.ts'
import { orderStatuses } from '#shared/schemas/orders.ts'

test('what may be confirmed and cancelled', () => {
  const from = (verb: 'confirm' | 'cancel') => orderStatuses.filter((status) => statusAfter(verb, status) !== null)
  expect(from('confirm')).toEqual(['draft', 'on_hold'])
  expect(from('cancel')).toEqual(['draft', 'confirmed', 'on_hold'])
  expect(statusAfter('confirm', 'draft')).toBe('confirmed')
  expect(statusAfter('cancel', 'confirmed')).toBe('cancelled')
})
