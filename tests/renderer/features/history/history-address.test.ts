import { expect, test } from 'vitest'
import { isNarrowed, readHistoryAddress } from '#renderer/features/history/history-address.ts'

test('what the history is narrowed to stands in the address; what is not understood is left out', () => {
  const address = {
    search: 'mug',
    person: 5,
    record: 'order',
    action: 'add',
    copy: 7,
    from: '2026-03-01',
    operation: 9,
  }
  expect(readHistoryAddress({ ...address, person: '5' })).toEqual(address)
  const odd = { search: ' ', person: 'x', record: 'dragon', action: 1, copy: -1, from: '2026-02-30', operation: 1.5 }
  expect(readHistoryAddress(odd)).toEqual({})
  // A search for a number comes out of the address as one.
  expect(readHistoryAddress({ search: 12 })).toEqual({ search: '12' })
})

test('an open change narrows nothing', () => {
  expect(isNarrowed({ operation: 4 })).toBe(false)
  expect(isNarrowed({ operation: 4, search: 'a' })).toBe(true)
})
