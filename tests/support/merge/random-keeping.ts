// Random work of the kind that leans on many rows at once: periods closed and opened again, counts of stock, kept runs of the
// analysis, goods on order.
import type { WriteTx } from '#main/db/database.ts'
import { closePeriod, reopenPeriod } from '#main/services/costing/period-closings.ts'
import { cancelCount, createCount } from '#main/services/counting/count-commands.ts'
import { addCountLine, enterCount } from '#main/services/counting/enter-counts.ts'
import { postCount } from '#main/services/counting/post-count.ts'
import { addExpected, cancelExpected, editExpected, reopenExpected } from '#main/services/expected/expected-commands.ts'
import { receiveExpected } from '#main/services/expected/receive-expected.ts'
import { keepClasses } from '#main/services/insights/class-runs.ts'
import { addDays, asDay, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { classesInput } from '#shared/schemas/classes.ts'
import { createCountInput } from '#shared/schemas/counting.ts'
import { expectedInput, receiveExpectedInput } from '#shared/schemas/expected.ts'
import type { Dice } from '#tests/support/merge/dice.ts'
import type { Story } from '#tests/support/merge/random-work.ts'

const firstDay = asDay('2026-03-01')
const someDay = ({ dice: d }: Story): Day => addDays(firstDay, d.below(40))
const pickId = (tx: WriteTx, d: Dice, sql: string) => d.pick(tx.raw(sql).map(([id]) => id as Id))

/** A period is closed early in the story's days, so that much is still posted after it; now and then it is opened again. */
export function closeSomePeriod(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const last = tx.get<{ id: Id }>('SELECT id FROM live_period_closings ORDER BY through_on DESC, id DESC LIMIT 1')
  if (last && d.chance(0.5)) reopenPeriod(tx, last)
  else closePeriod(tx, { through: addDays(firstDay, d.below(25)), note: '' })
}

/** Some steps of a count: begun, counted line by line, something found, posted or let go. */
export function countSomePlace(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const open = pickId(tx, d, "SELECT id FROM live_stock_counts WHERE status = 'open' ORDER BY id")
  const id = open === undefined || d.chance(0.3) ? beginCount(tx, story) : open
  if (open !== id && d.chance(0.4)) return
  const lines = tx.raw('SELECT id FROM live_stock_count_lines WHERE count_id = ? ORDER BY id', id)
  for (const [line] of lines) if (d.chance(0.6)) enterCount(tx, { lineId: line as Id, counted: d.below(12) })
  const loose = "SELECT id FROM live_products WHERE kind = 'single' AND tracking = 'none' ORDER BY id"
  const productId = d.chance(0.3) ? pickId(tx, d, loose) : undefined
  if (productId !== undefined)
    addCountLine(tx, { countId: id, productId, batch: null, binId: null, quantity: d.below(5) })
  if (d.chance(0.6)) postCount(tx, { id })
  else if (d.chance(0.2)) cancelCount(tx, id)
}

function beginCount(tx: WriteTx, story: Story): Id {
  const head = { number: '', warehouseId: 1, on: someDay(story), of: { scope: 'all' as const } }
  return createCount(tx, createCountInput.parse({ ...head, withEmpty: story.dice.chance(0.5) })).id
}

export function keepSomeRun(tx: WriteTx, story: Story): void {
  const basis = story.dice.pick(['revenue', 'quantity', 'stockValue'] as const)
  keepClasses(tx, { ...classesInput.parse({ basis, months: 3, on: addDays(firstDay, 61), filter: {} }), note: '' })
}

export function expectSomeGoods(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const id = pickId(tx, d, 'SELECT id FROM live_expected_goods ORDER BY id')
  const productId = pickId(tx, d, "SELECT id FROM live_products WHERE kind = 'single' ORDER BY id")
  if (productId === undefined) return
  const ordered = { productId, quantity: 1 + d.below(9), expectedOn: someDay(story) }
  if (id === undefined || d.chance(0.3)) {
    const added = addExpected(tx, expectedInput.parse(ordered))
    if (d.chance(0.4)) receiveSome(tx, story, added)
  } else {
    const step = d.pick([
      () => editExpected(tx, id, expectedInput.parse(ordered)),
      () => cancelExpected(tx, [id]),
      () => reopenExpected(tx, [id]),
      () => receiveSome(tx, story, id),
      () => receiveSome(tx, story, id),
    ])
    step?.()
  }
}

function receiveSome(tx: WriteTx, story: Story, id: Id): void {
  const { dice: d } = story
  const row = tx.get<{ tracking: string }>(
    'SELECT p.tracking FROM expected_goods e JOIN products p ON p.id = e.product_id WHERE e.id = ?',
    id,
  )
  const batch = row?.tracking === 'batch' ? { code: `L${d.below(2)}` } : null
  const lines = [{ id, quantity: 1 + d.below(9), batch }]
  receiveExpected(tx, receiveExpectedInput.parse({ on: someDay(story), keepsRest: d.chance(0.5), lines }))
}
