// The law of counting: once it is posted, on hand at the end of the count's day is what was counted, per product, batch and
// bin, whatever moved before, on or after that day; and what nobody counted is as it was.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { createCount } from '#main/services/counting/count-commands.ts'
import { balancesByKey, keyText } from '#main/services/counting/count-keys.ts'
import { enterCount } from '#main/services/counting/enter-counts.ts'
import { postCount } from '#main/services/counting/post-count.ts'
import { sheetLines } from '#main/services/counting/sheet-lines.ts'
import { postMovements } from '#main/services/stock/stock-ledger.ts'
import { asDay } from '#shared/dates.ts'
import { createCountInput } from '#shared/schemas/counting.ts'
import { rounds } from '#tests/torture/torture-size.ts'
import { countBook } from './count-book.ts'

const days = ['2026-10-01', '2026-10-15', '2026-10-31', '2026-11-05', '2026-11-20'] as const
const countDay = asDay('2026-10-31')

const movement = fc.record({
  day: fc.constantFrom(...days),
  product: fc.integer({ min: 0, max: 2 }),
  inBin: fc.boolean(),
  isHere: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
  qtyMilli: fc.integer({ min: -9000, max: 20_000 }).filter((qty) => qty !== 0),
})

/** Per line of the sheet: null leaves it uncounted. */
const entries = fc.array(fc.option(fc.integer({ min: 0, max: 30_000 })), { minLength: 8, maxLength: 8 })

test('what was counted is there on the day, what was not is as it was', () => {
  fc.assert(
    fc.property(
      fc.array(movement, { maxLength: 12 }),
      fc.array(movement, { maxLength: 6 }),
      entries,
      (before, meanwhile, told) => {
        const book = countBook()
        book.write((tx) => tx.run("UPDATE warehouses SET shortage = 'warn'"))
        const products = [book.mug, book.plate, book.honey]
        const honeyBatch = book.connection.prepare("SELECT id FROM batches WHERE code = 'H1'").pluck().get() as number
        const post = (some: typeof before) =>
          book.write((tx) =>
            postMovements(
              tx,
              some.map(({ day, product, inBin, isHere, qtyMilli }) => ({
                productId: products[product] ?? 0,
                warehouseId: isHere ? 1 : book.yard,
                movedOn: asDay(day),
                kind: 'adjustment' as const,
                qtyMilli,
                binId: inBin && isHere ? book.bin : null,
                batchId: product === 2 ? honeyBatch : null,
              })),
            ),
          )
        const onDay = () =>
          new Map(
            book
              .read((db) => balancesByKey(db, { warehouseId: 1, on: countDay, productIds: products }))
              .map((balance) => [keyText(balance), balance.milli]),
          )
        post(before)
        const draft = { warehouseId: 1, on: countDay, of: { scope: 'chosen' as const, productIds: products } }
        const { id } = book.write((tx) => createCount(tx, createCountInput.parse(draft)))
        const lines = book.read((db) => sheetLines(db, id, { show: 'all', search: '' }))
        const counted = new Map<string, number>()
        lines.forEach((line, index) => {
          const milli = told[index] ?? null
          // A line for batches that are not there can only say so.
          if (milli === null || (line.tracking !== 'none' && line.batchId === null)) return
          book.write((tx) => enterCount(tx, { lineId: line.id, counted: milli / 1000 }))
          counted.set(keyText(line), milli)
        })
        post(meanwhile)
        const asItWas = onDay()
        if (counted.size === 0) return
        book.write((tx) => postCount(tx, { id }))
        const now = onDay()
        for (const key of new Set([...asItWas.keys(), ...counted.keys(), ...now.keys()]))
          expect([key, now.get(key) ?? 0]).toEqual([key, counted.get(key) ?? asItWas.get(key) ?? 0])
        expect(book.read(checkBook).problems).toEqual([])
      },
    ),
    { numRuns: rounds(15, 200) },
  )
})
