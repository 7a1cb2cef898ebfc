// Figures of any purchases, reckoned a second time from what was written.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figureLines } from '#main/services/scores/figure-lines.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { type FigureName, figureLinesInput } from '#shared/schemas/scores.ts'
import { day, type Line, type Order, scoreBook } from '#tests/services/scores/score-book.ts'

describe('any purchases', () => {
  const anyLine: fc.Arbitrary<Line> = fc.record({
    qty: fc.integer({ min: 0, max: 40 }),
    dueOn: fc.option(fc.integer({ min: 0, max: 80 }).map(day), { nil: null }),
    base: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null }),
    receipts: fc.array(
      fc
        .record({
          on: fc.option(fc.integer({ min: 0, max: 120 }).map(day), { nil: null, freq: 12 }),
          qty: fc.integer({ min: 0, max: 30 }),
          reversed: fc.boolean(),
        })
        .chain((one) =>
          fc
            .integer({ min: 0, max: one.qty })
            .map((rejected) => ({ ...one, rejected, reversed: one.reversed && one.qty % 3 === 0 })),
        ),
      { maxLength: 3 },
    ),
  })
  const anyOrder = fc.record({
    supplier: fc.nat(2),
    order: fc.record<Order>({
      orderedOn: fc.integer({ min: 0, max: 40 }).map(day),
      promisedOn: fc.option(fc.integer({ min: 0, max: 90 }).map(day), { nil: null }),
      hasReceiptDays: fc.boolean(),
      hasQuantities: fc.boolean(),
      hasRejects: fc.boolean(),
      vat: fc.record({
        included: fc.boolean(),
        isLost: fc.boolean(),
        ppm: fc.constantFrom(0, 60_000, 130_000, 190_000),
      }),
      status: fc.constantFrom('draft', 'sent', 'confirmed', 'closed', 'cancelled'),
    }),
    lines: fc.array(anyLine, { maxLength: 3 }),
  })

  test('the board is what a second reckoning from the rows says, and each figure is that of its lines', () => {
    fc.assert(
      fc.property(
        fc.array(anyOrder, { maxLength: 6 }),
        fc.record({
          from: fc.integer({ min: 0, max: 40 }),
          length: fc.integer({ min: 0, max: 80 }),
          asOf: fc.integer({ min: 20, max: 140 }),
          graceDays: fc.nat(3),
          tolerance: fc.constantFrom(0, 0.1),
        }),
        (orders, asked) => {
          const book = scoreBook()
          const suppliers = ['A', 'B', 'C'].map((name) => book.supplier(name))
          for (const { supplier, order, lines } of orders) book.order(suppliers[supplier] ?? null, order, lines)
          const question = {
            from: day(asked.from),
            to: day(asked.from + asked.length),
            asOf: day(asked.asOf),
            graceDays: asked.graceDays,
            underTolerance: asked.tolerance,
          }
          for (const [at, supplierId] of suppliers.entries()) {
            const row = book.row(supplierId, question)
            const expected = reckon(
              orders.filter(({ supplier }) => supplier === at),
              question,
            )
            expect({
              linesDue: row.linesDue,
              onTimeRate: row.onTimeRate,
              inFullRate: row.inFullRate,
              otifRate: row.otifRate,
              ppm: row.ppm,
              spend: row.spend,
            }).toEqual(expected)
            for (const figure of [
              'onTimeRate',
              'inFullRate',
              'otifRate',
              'leadTimeMean',
              'spend',
            ] satisfies FigureName[]) {
              const lines = book.read((db) =>
                figureLines(db, figureLinesInput.parse({ ...question, supplierId, figure })),
              )
              expect(lines.value).toBe(row[figure])
              expect(lines.total).toBe(row.n[figure])
              expect(lines.total === 0).toBe(row[figure] === null)
            }
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

type Asked = { from: Day; to: Day; asOf: Day; graceDays: number; underTolerance: number }

/** Straight from what was written, line by line. */
function reckon(
  orders: readonly { order: Order; lines: readonly Line[] }[],
  { from, to, asOf, graceDays, underTolerance }: Asked,
) {
  const found = orders.flatMap(({ order, lines }) =>
    lines.flatMap(({ qty = 0, dueOn, base, receipts = [] }) => {
      const due = dueOn ?? order.promisedOn ?? null
      const on = due ?? order.orderedOn ?? day(0)
      const standing = receipts.filter(({ reversed }) => !reversed)
      const all = standing.reduce((sum, one) => sum + one.qty, 0)
      // What came in was bought, whatever its order says.
      const isNone = (order.status === 'draft' || order.status === 'cancelled') && all === 0
      if (isNone || on < from || on > to) return []
      const past = standing.filter((one) => one.qty > 0 && (one.on === null || one.on <= asOf))
      const isTimed = order.hasReceiptDays !== false && standing.every((one) => one.on !== null || one.qty === 0)
      const received = past.reduce((sum, one) => sum + one.qty, 0)
      const last = past
        .map((one) => one.on ?? '')
        .sort()
        .at(-1)
      return [
        {
          net: base === null || base === undefined ? null : net(base, order),
          received,
          rejected: past.reduce((sum, one) => sum + (one.rejected ?? 0), 0),
          isDue: due !== null && due <= asOf,
          isTimed,
          isCounted: order.hasQuantities !== false,
          isInspected: order.hasQuantities !== false && order.hasRejects !== false,
          inFull: received >= qty * (1 - underTolerance) - 1e-9,
          onTime: isTimed && last !== undefined && due !== null && last <= addDays(due, graceDays),
        },
      ]
    }),
  )
  const due = found.filter(({ isDue }) => isDue)
  const timed = due.filter(({ isTimed }) => isTimed)
  const counted = due.filter(({ isCounted }) => isCounted)
  const both = timed.filter(({ isCounted }) => isCounted)
  const inspected = found.filter(({ isInspected }) => isInspected)
  const rate = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  const received = inspected.reduce((sum, one) => sum + one.received, 0)
  const known = found.filter((one) => one.net !== null)
  return {
    linesDue: due.length,
    onTimeRate: rate(timed.filter(({ onTime }) => onTime).length, timed.length),
    inFullRate: rate(counted.filter(({ inFull }) => inFull).length, counted.length),
    otifRate: rate(both.filter(({ onTime, inFull }) => onTime && inFull).length, both.length),
    ppm: received === 0 ? null : (inspected.reduce((sum, one) => sum + one.rejected, 0) / received) * 1e6,
    spend: known.length === 0 ? null : (known.reduce((sum, one) => sum + (one.net ?? 0), 0) / 100).toFixed(2),
  }
}

/** The line without VAT that comes back, and with VAT that does not. */
function net(base: number, { vat }: Order): number {
  if (!vat) return base
  if (vat.included && !vat.isLost) return Math.round((base * 1_000_000) / (1_000_000 + vat.ppm))
  return !vat.included && vat.isLost ? Math.round((base * (1_000_000 + vat.ppm)) / 1_000_000) : base
}
