// Random histories of shipments in one book: whatever is sent, heard, brought back, taken back and undone, stock is exact, no order
// sends more than was ordered, and what is derived is what the rows say.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { contentsAtOdds } from '#main/services/shipments/moving/contents-at-odds.ts'
import { backAlready } from '#main/services/shipments/moving/returnable-lines.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'
import { lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'
import { type MovingBook, movingBook } from '#tests/services/shipments/moving/moving-book.ts'
import { dice } from '#tests/support/merge/dice.ts'
import { creditSomething, sendSomething, takeDispatchBack } from '#tests/support/merge/random-selling.ts'
import {
  cancelSomeCredit,
  hearOfShipments,
  refillShipment,
  sendSomeList,
  shipSomething,
  stepShipment,
} from '#tests/support/merge/random-shipments.ts'
import type { Story } from '#tests/support/merge/random-work.ts'
import { seededRandom } from '#tests/torture/torture-size.ts'

const works: readonly ((tx: WriteTx, story: Story) => void)[] = [
  ...[shipSomething, shipSomething, stepShipment, stepShipment, stepShipment, stepShipment, stepShipment],
  ...[hearOfShipments, hearOfShipments, sendSomething, takeDispatchBack, creditSomething, sendSomeList],
  ...[refillShipment, cancelSomeCredit],
]

function play(seed: number, steps: number): MovingBook {
  const book = movingBook({ baseCurrency: 'USD' })
  book.write((tx) => tx.run("UPDATE warehouses SET starts_on = '2026-01-01' WHERE id = 1"))
  const goods = { quantity: 1000, unitCost: { amount: '2', currency: 'USD' } }
  book.post({
    kind: 'receive',
    input: { warehouseId: 1, on: '2026-03-01', lines: [{ productId: book.mug, ...goods }] },
  })
  for (let at = 0; at < 6; at += 1) book.order({ orderedOn: '2026-03-02' }, [{ quantity: 2 + at }, { quantity: 1 }])
  book.buy(30, '2026-03-01')
  const story: Story = {
    ...{ name: String(seed), words: 0, works: 'plain' },
    erased: new Set(),
    own: new Map(),
    dice: dice(seededRandom(seed)),
  }
  const done: Id[] = []
  for (let step = 0; step < steps; step += 1) {
    story.words += 1
    try {
      const work = story.dice.pick(works)
      const last = done.at(-1)
      const isUndo = story.dice.chance(0.1) && last !== undefined
      const act = (tx: WriteTx) => (isUndo ? void undoOperation(tx, last) : work?.(tx, story))
      const { operationId } = book.writer.write(isUndo ? 'history.undo' : 'tracking.work', null, act)
      if (isUndo) done.pop()
      else if (operationId !== null) done.push(operationId)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return book
}

/** What the documents say must lie there in all places together, in transit included, against what lies there. */
function stockOf(book: MovingBook): { lies: number; told: number } {
  const one = (sql: string, ...params: Id[]) => book.read((db) => db.get<{ n: number }>(sql, ...params))?.n ?? 0
  const received = one(
    `SELECT coalesce(sum(g.qty_milli), 0) AS n FROM purchase_receipt_lines g JOIN purchase_receipts t ON t.id = g.receipt_id
     WHERE t.status = 'posted' AND t.deleted = 0 AND g.deleted = 0`,
  )
  const sent = one(
    `SELECT coalesce(sum(iif(o.document = 'credit', -g.qty_milli, g.qty_milli)), 0) AS n FROM dispatch_lines g
     JOIN dispatches t ON t.id = g.dispatch_id JOIN sales_orders o ON o.id = t.order_id
     WHERE t.status = 'posted' AND t.deleted = 0 AND g.deleted = 0`,
  )
  const beside = one(
    `SELECT coalesce(-sum(m.qty_milli), 0) AS n FROM stock_movements m JOIN stock_documents d ON d.id = m.document_id
     WHERE d.kind = 'issue' AND d.order_id IS NULL`,
  )
  const lies = one('SELECT sum(on_hand_milli) AS n FROM stock_balances WHERE product_id = ?', book.mug)
  return { lies, told: 1_100_000 + received - sent - beside }
}

function hasMoreBack(book: MovingBook, id: Id): boolean {
  const held = new Map(
    book.read((db) =>
      db.raw(
        `SELECT order_line_id, sum(qty_milli) FROM live_shipment_lines l JOIN live_shipments s ON s.id = l.shipment_id
         WHERE s.id = ? AND s.follows_id IS NULL AND order_line_id IS NOT NULL GROUP BY 1`,
        id,
      ),
    ) as [Id, number][],
  )
  if (held.size === 0) return false
  const back = [...book.read((db) => backAlready(db, id))]
  return back.some(([line, milli]) => milli > (held.get(line) ?? Number.POSITIVE_INFINITY))
}

describe('random histories', () => {
  test.each([1, 2, 3, 4, 5, 6])('history %i: stock is exact, and the book is sound', (seed) => {
    const book = play(seed * 7919, 60)
    const { lies, told } = stockOf(book)
    expect(lies).toBe(told)
    const over = 'SELECT id FROM live_order_lines WHERE shipped_milli > qty_milli - cancelled_milli AND qty_milli > 0'
    expect(book.read((db) => db.raw(over))).toEqual([])
    // Each dispatch that stands has a shipment that is sent.
    const loose = `SELECT t.id FROM live_dispatches t JOIN sales_orders o ON o.id = t.order_id
      LEFT JOIN live_shipments s ON s.id = t.shipment_id
      WHERE t.status = 'posted' AND o.document = 'order' AND s.status IS NOT 'sent'`
    expect(book.read((db) => db.raw(loose))).toEqual([])
    // What left by a shipment is what it says, and no more of it comes back than it held, by whichever shipments.
    const shipments = book.read((db) => db.raw('SELECT id FROM live_shipments')).map(([id]) => id as Id)
    expect(book.read((db) => contentsAtOdds(db, shipments))).toEqual([])
    expect(shipments.filter((id) => hasMoreBack(book, id))).toEqual([])
    expect(book.read(checkBook).problems).toEqual([])
  })
})

test('the news of a shipment may come in any order: the order is delivered, or not, by the news alone', () => {
  const news: [TrackingState, string][] = [
    ['picked_up', '2026-11-11'],
    ['departed', '2026-11-12'],
    ['attempt_failed', '2026-11-15'],
    ['delivered', '2026-11-16'],
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(news, { minLength: 1 }), (told) => {
      const book = movingBook()
      const order = book.order()
      const [line = 0] = lineIds(order)
      const id = book.ship({ kind: 'order', lines: [{ orderLineId: line, quantity: 10 }] })
      book.leave({ id, on })
      for (const [state, day] of told) book.hear(id, state, day)
      const isThere = told.some(([state]) => state === 'delivered')
      expect(book.sold(order.id)).toMatchObject({
        status: isThere ? 'delivered' : 'shipped',
        deliveredOn: isThere ? '2026-11-16' : null,
      })
      const isUndecided = !isThere && told.some(([state]) => state === 'attempt_failed')
      expect(book.shipment(id).decideBy).toBe(isUndecided ? '2026-11-20' : null)
    }),
    { numRuns: 8, seed: 8 },
  )
})
