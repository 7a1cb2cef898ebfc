import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addPackedMonths, readPackedDays } from '#main/domain/demand/packed-days.ts'
import { addDays, asDay } from '#shared/dates.ts'

test('reads back every day and quantity, returns as well', () => {
  const entry = fc.record({
    on: fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(asDay('1960-01-01'), count)),
    milli: fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }),
  })
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const read: { on: string; milli: number }[] = []
      readPackedDays(entries.map(({ on, milli }) => `${on}${milli}`).join(','), ({ year, month, day }, milli) => {
        const pad = (value: number, width: number) => String(value).padStart(width, '0')
        read.push({ on: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`, milli: milli + 0 })
      })
      expect(read).toEqual(entries.map(({ on, milli }) => ({ on, milli: milli + 0 })))
    }),
  )
})

test('months add up as their days do', () => {
  const entry = fc.record({
    on: fc.integer({ min: 0, max: 1095 }).map((count) => addDays(asDay('2024-01-01'), count)),
    milli: fc.integer({ min: -9_000_000, max: 9_000_000 }),
  })
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const packed = entries.map(({ on, milli }) => `${on}${milli}`).join(',')
      const [months, slow] = [new Float64Array(36), new Float64Array(36)]
      addPackedMonths(packed, months, 2024 * 12 + 1)
      readPackedDays(packed, ({ year, month }, milli) => {
        const at = (year - 2024) * 12 + month - 1
        slow[at] = (slow[at] ?? 0) + milli
      })
      expect([...months]).toEqual([...slow])
    }),
  )
})
