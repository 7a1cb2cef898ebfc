import { expect, test } from 'vitest'
import { cartonsInContainer, containerFill, usualContainers } from '#main/domain/inventory/container-fill.ts'

const carton = { lengthMm: 600, widthMm: 400, heightMm: 500, grossGrams: 20_000 }
const container = { usableMm3: 28e9, payloadGrams: 26_000_000 }

test('the smaller of what the space and what the payload holds', () => {
  expect(cartonsInContainer(carton, container)).toEqual({
    cartonMm3: 120_000_000,
    byVolume: 233,
    byWeight: 1300,
    cartons: 233,
    limit: 'volume',
    fillVolume: 27.96 / 28,
    fillWeight: (233 * 20) / 26_000,
  })
  expect(cartonsInContainer({ ...carton, grossGrams: 200_000 }, container)).toMatchObject({
    cartons: 130,
    limit: 'weight',
  })
  // 2.8 / 0.7 is 3.9999999999999996 in doubles; in whole cubic millimetres it is 4.
  const large = { lengthMm: 1000, widthMm: 1000, heightMm: 700, grossGrams: 1 }
  expect(cartonsInContainer(large, { usableMm3: 2.8e9, payloadGrams: 1e9 })).toMatchObject({ byVolume: 4 })
})

test('a missing measure is not zero, and a negative one is refused', () => {
  for (const missing of [{ lengthMm: null }, { grossGrams: null }, { heightMm: 0 }]) {
    expect(cartonsInContainer({ ...carton, ...missing }, container)).toEqual({
      status: 'undefined',
      reason: 'no-measures',
    })
  }
  expect(cartonsInContainer({ ...carton, widthMm: -1 }, container)).toEqual({ status: 'invalid', reason: 'negative' })
})

test('a mixed load fills by volume or by weight, and says how many containers at least', () => {
  expect(containerFill({ mm3: 14e9, grams: 13_000_000 }, container)).toEqual({
    fillVolume: 0.5,
    fillWeight: 0.5,
    limit: 'volume',
    containers: 1,
  })
  expect(containerFill({ mm3: 14e9, grams: 60_000_000 }, container)).toMatchObject({ limit: 'weight', containers: 3 })
  expect(containerFill({ mm3: 0, grams: 0 }, container).containers).toBe(0)
  for (const { usableMm3, payloadGrams } of Object.values(usualContainers)) {
    expect(usableMm3).toBeGreaterThan(20e9)
    expect(payloadGrams).toBeLessThan(30_480_000)
  }
})
