import { expect, test } from 'vitest'
import { findZone } from '#main/domain/carriers/find-zone.ts'

const zones = [
  {
    id: 1,
    places: [
      { country: 'GB', postalPrefix: '' },
      { country: 'DE', postalPrefix: '' },
    ],
  },
  {
    id: 2,
    places: [
      { country: 'GB', postalPrefix: 'BT' },
      { country: 'GB', postalPrefix: 'HS' },
    ],
  },
  {
    id: 3,
    places: [
      { country: 'GB', postalPrefix: 'BT1' },
      { country: 'US', postalPrefix: '99' },
    ],
  },
]

test.each([
  ['GB', 'SW1A 1AA', 1],
  ['GB', 'bt7 1nn', 2],
  ['GB', 'BT1 5GS', 3],
  ['US', '99-501', 3],
  ['US', '10001', null],
  ['FR', '75001', null],
])('%s %s lies in zone %s: the longest beginning counts', (country, postalCode, zoneId) => {
  expect(findZone(zones, { country, postalCode })).toEqual({ zoneId, isDoubled: false, needsPostalCode: false })
})

test('without a postal code the zone of the country is taken, and that it may be another is told', () => {
  expect(findZone(zones, { country: 'GB', postalCode: '' })).toEqual({
    ...{ zoneId: 1, isDoubled: false, needsPostalCode: true },
  })
  expect(findZone(zones, { country: 'US', postalCode: ' ' })).toMatchObject({ zoneId: null, needsPostalCode: true })
  expect(findZone(zones, { country: 'DE', postalCode: '' })).toMatchObject({ zoneId: 1, needsPostalCode: false })
})

test('a place that two zones name is in the first, and told', () => {
  const doubled = [...zones, { id: 4, places: [{ country: 'DE', postalPrefix: '' }] }]
  expect(findZone(doubled, { country: 'DE', postalCode: '10115' })).toMatchObject({ zoneId: 1, isDoubled: true })
})
