import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mean, standardDeviation } from '#main/domain/stats/standard-deviation.ts'
import { type BoughtLine, lineOutcome, problemOfLines } from '#main/domain/suppliers/line-outcome.ts'
import { addLine, metricsOf, newTally, ppm, purchaseMetrics } from '#main/domain/suppliers/po-metrics.ts'
import { addDays, asDay, daysBetween } from '#shared/dates.ts'

const by = { asOf: asDay('2026-03-31'), graceDays: 0, underTolerance: 0 }
const line = (given: Partial<BoughtLine> = {}): BoughtLine => ({
  orderedOn: asDay('2026-01-05'),
  dueOn: asDay('2026-02-04'),
  ordered: 100,
  receipts: [{ on: asDay('2026-02-03'), qty: 100, rejected: 0 }],
  hasReceiptDays: true,
  hasQuantities: true,
  hasRejects: true,
  ...given,
})
const came = (day: string, qty: number, rejected = 0) => ({ on: asDay(day), qty, rejected })

describe('one line', () => {
  test('on time is the last receipt, in full what was ordered less the tolerance', () => {
    expect(lineOutcome(line(), by)).toMatchObject({ isDue: true, onTime: true, inFull: true, leadDays: 29 })
    const late = line({ receipts: [came('2026-02-04', 60), came('2026-02-05', 40)] })
    expect(lineOutcome(late, by)).toMatchObject({ onTime: false, inFull: true, receivedInTime: 60, leadDays: 31 })
    expect(lineOutcome(late, { ...by, graceDays: 1 })).toMatchObject({ onTime: true, receivedInTime: 100 })
    const short = line({ receipts: [came('2026-02-04', 95)] })
    expect(lineOutcome(short, by)).toMatchObject({ onTime: true, inFull: false, completedOn: null, leadDays: null })
    expect(lineOutcome(short, { ...by, underTolerance: 0.05 })).toMatchObject({ inFull: true, leadDays: 30 })
  })

  test('only receipts up to the day exist; what is not due yet is outside', () => {
    expect(lineOutcome(line(), { ...by, asOf: asDay('2026-02-02') })).toMatchObject({ isDue: false, received: 0 })
    const early = { ...by, asOf: asDay('2026-02-04') }
    expect(lineOutcome(line({ receipts: [came('2026-02-05', 100)] }), early)).toMatchObject({
      isDue: true,
      onTime: false,
      inFull: false,
    })
  })

  test('overdue and never received is late, without a promised day nothing is due', () => {
    expect(lineOutcome(line({ receipts: [] }), by)).toMatchObject({ isDue: true, onTime: false, inFull: false })
    expect(lineOutcome(line({ dueOn: null }), by)).toMatchObject({ isDue: false, leadDays: 29 })
  })

  test('two receipts of one day, more than ordered, nothing ordered, a receipt of nothing', () => {
    expect(lineOutcome(line({ receipts: [came('2026-02-04', 50), came('2026-02-04', 50)] }), by)).toMatchObject({
      onTime: true,
      inFull: true,
      leadDays: 30,
    })
    const over = line({ receipts: [came('2026-02-20', 20), came('2026-02-03', 100)] })
    expect(lineOutcome(over, by)).toMatchObject({ received: 120, completedOn: '2026-02-03', onTime: false })
    expect(lineOutcome(line({ ordered: 0, receipts: [] }), by)).toMatchObject({
      inFull: true,
      onTime: false,
      leadDays: null,
    })
    expect(lineOutcome(line({ receipts: [came('2026-02-03', 100), came('2026-02-20', 0)] }), by)).toMatchObject({
      onTime: true,
    })
  })

  test('receipts without days say how much, never when', () => {
    const untimed = { isTimed: false, received: 100, inFull: true, onTime: false, leadDays: null, receivedInTime: 0 }
    expect(lineOutcome(line({ hasReceiptDays: false }), by)).toMatchObject(untimed)
    expect(lineOutcome(line({ receipts: [{ on: null, qty: 100, rejected: 2 }] }), by)).toMatchObject(untimed)
    const nothing = { on: null, qty: 0, rejected: 0 }
    expect(lineOutcome(line({ receipts: [came('2026-02-03', 100), nothing] }), by)).toMatchObject({ isTimed: true })
  })

  test('a tolerance decides exactly, whatever binary fractions say', () => {
    for (const [ordered, received, tolerance] of [
      [3, 2.7, 0.1],
      [0.7, 0.63, 0.1],
      [1_000_003, 950_002.85, 0.05],
    ] as const)
      expect(
        lineOutcome(line({ ordered, receipts: [came('2026-02-03', received)] }), { ...by, underTolerance: tolerance })
          .inFull,
      ).toBe(true)
    expect(
      lineOutcome(line({ ordered: 1000, receipts: [came('2026-02-03', 949)] }), { ...by, underTolerance: 0.05 }).inFull,
    ).toBe(false)
  })

  test('what makes no sense is named', () => {
    expect(problemOfLines([line()], by)).toBeNull()
    expect(problemOfLines([line({ ordered: -1 })], by)).toBe('negative')
    expect(problemOfLines([line({ receipts: [came('2026-02-03', 1, 2)] })], by)).toBe('rejected-beyond-received')
    expect(problemOfLines([line()], { ...by, underTolerance: 1 })).toBe('tolerance-out-of-range')
  })
})

describe('many lines', () => {
  test('nothing at all has no rate', () => {
    expect(Object.values(purchaseMetrics([], by).metrics)).toEqual(Array(11).fill(null))
  })

  test('lines without receipt days count in full, never on time', () => {
    const { tally, metrics } = purchaseMetrics([line(), line({ hasReceiptDays: false })], by)
    expect(tally).toMatchObject({ due: 2, timed: 1 })
    expect(metrics).toMatchObject({ onTimeRate: 1, inFullRate: 1, otifRate: 1, leadTimeMean: 29, leadTimeSd: null })
  })

  test('what nobody wrote down keeps a line out of the figures that need it, never out of the others', () => {
    const uncounted = line({ hasQuantities: false, hasRejects: false })
    expect(lineOutcome(uncounted, by)).toMatchObject({ isCounted: false, inFull: false, onTime: true, leadDays: 29 })
    const alone = purchaseMetrics([uncounted], by)
    expect(alone.metrics).toMatchObject({
      onTimeRate: 1,
      leadTimeMean: 29,
      inFullRate: null,
      otifRate: null,
      ppm: null,
    })
    const short = line({ receipts: [came('2026-02-03', 50, 5)] })
    expect(purchaseMetrics([uncounted, line({ hasRejects: false }), short], by).metrics).toMatchObject({
      ...{ onTimeRate: 1, inFullRate: 0.5, otifRate: 0.5, onTimeQtyRate: 0.75, fillRate: 0.75 },
      ...{ ppm: 100_000, rejectRate: 0.1, acceptRate: 0.45 },
    })
  })

  test('what is promised for later lowers no fill rate', () => {
    const later = line({ dueOn: asDay('2026-04-20'), receipts: [] })
    expect(purchaseMetrics([line(), later], by).metrics.fillRate).toBe(1)
    expect(purchaseMetrics([line(), line({ dueOn: null, receipts: [] })], by).metrics.fillRate).toBe(0.5)
  })

  test('ppm of nothing is nothing', () => {
    expect([ppm(18, 10_000), ppm(0, 5), ppm(0, 0)]).toEqual([1800, 0, null])
  })

  const anyLine = fc
    .record({
      ordered: fc.integer({ min: 1, max: 50 }),
      promised: fc.option(fc.integer({ min: 0, max: 90 }), { nil: null }),
      receipts: fc.array(
        fc.record({ day: fc.integer({ min: 0, max: 120 }), qty: fc.integer({ min: 0, max: 40 }), bad: fc.boolean() }),
        { maxLength: 4 },
      ),
    })
    .map(({ ordered, promised, receipts }) => {
      const orderedOn = asDay('2026-01-01')
      return line({
        orderedOn,
        ordered,
        dueOn: promised === null ? null : addDays(orderedOn, promised),
        receipts: receipts.map(({ day, qty, bad }) => ({ on: addDays(orderedOn, day), qty, rejected: bad ? qty : 0 })),
      })
    })

  test('a tally is the plain definition, line by line', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), fc.nat(5), fc.nat(120), (lines, graceDays, asOfDay) => {
        const asOf = addDays(asDay('2026-01-01'), asOfDay)
        const { metrics, tally } = purchaseMetrics(lines, { asOf, graceDays, underTolerance: 0 })
        const due = lines.filter(({ dueOn }) => dueOn !== null && dueOn <= asOf)
        const standing = ({ receipts }: BoughtLine) => receipts.filter(({ on, qty }) => (on ?? '') <= asOf && qty > 0)
        const sum = (list: { qty: number }[]) => list.reduce((all, { qty }) => all + qty, 0)
        const onTime = due.filter((one) => {
          const last = standing(one)
            .map(({ on }) => on ?? '')
            .sort()
            .at(-1)
          return last !== undefined && last <= addDays(one.dueOn ?? asOf, graceDays)
        })
        expect(tally.onTime).toBe(onTime.length)
        expect(metrics.inFullRate).toBe(
          due.length === 0 ? null : due.filter((one) => sum(standing(one)) >= one.ordered).length / due.length,
        )
        const leads = lines.flatMap((one) => {
          const days = [...new Set(standing(one).map(({ on }) => on ?? asOf))].sort()
          const complete = days.find((day) => sum(standing(one).filter(({ on }) => (on ?? '') <= day)) >= one.ordered)
          return complete && one.orderedOn ? [daysBetween(one.orderedOn, complete)] : []
        })
        const near = (found: number | null, expected: number | null) =>
          expected === null ? expect(found).toBeNull() : expect(found).toBeCloseTo(expected, 6)
        near(metrics.leadTimeMean, mean(leads))
        near(metrics.leadTimeSd, standardDeviation(leads))
      }),
    )
  })

  test('with one weight for all, weighted figures are the plain ones', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (lines, weight) => {
          const [plain, weighted] = [newTally(), newTally()]
          for (const one of lines) {
            addLine(plain, one, lineOutcome(one, by))
            addLine(weighted, one, lineOutcome(one, by), weight)
          }
          const expected = metricsOf(plain)
          for (const [name, value] of Object.entries(metricsOf(weighted))) {
            const other = expected[name as keyof typeof expected]
            if (value === null || other === null) expect(value).toBe(other)
            else expect(value).toBeCloseTo(other, 5)
          }
        },
      ),
    )
  })
})
