import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentToPpm, ppmToPercent } from '#shared/percent.ts'

test('13 % is 130,000 ppm', () => {
  expect(percentToPpm(13)).toBe(130_000)
  expect(ppmToPercent(16_500)).toBe(1.65)
})

test('every percent of four decimals comes back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (ppm) => {
      const written = Number((ppm / 10_000).toFixed(4))
      expect(percentToPpm(written)).toBe(ppm)
      expect(ppmToPercent(ppm)).toBe(written)
    }),
  )
})
