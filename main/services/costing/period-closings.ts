// Closing a period: what was told of it stays told. What changes in it later stands as one dated difference on the first day
// after it. Only the newest closing can be opened again.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { settleCosts } from '#main/services/costing/settle-costs.ts'
import { rowMakers } from '#main/services/history/row-makers.ts'
import { closedThrough } from '#main/services/stock/closed-days.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { PeriodClosing } from '#shared/schemas/costing.ts'

/** Closes everything up to and with a day, and keeps what each movement was worth by then. */
export function closePeriod(
  tx: WriteTx,
  { through, note }: { through: Day; note: string },
): { id: Id; values: number } {
  const today = bookToday(tx, tx.now)
  if (through >= today) throw new AppError('costing/closing-in-future', { day: through, today, field: 'through' })
  const before = closedThrough(tx)
  if (before !== null && through <= before) {
    throw new AppError('costing/closed-already', { day: through, through: before, field: 'through' })
  }
  const values = valuesSince(tx, { after: before, through })
  const id = tx.insert('period_closings', { through_on: through, note })
  const told = lastClosed(tx)
  let count = 0
  for (const row of values) {
    const [movement, frozen] = [row[0], frozenValue(row)]
    if (told.get(movement) === frozen) continue
    tx.insert('closed_values', { closing_id: id, movement_id: movement, value_minor: frozen })
    count += 1
  }
  return { id, values: count }
}

type MovementValue = [movement: Id, valueMinor: number, uncostedMilli: number, qtyMilli: number]

/** Where some of the pieces have a cost, their value is what was told. */
function frozenValue([, value, uncosted, qty]: MovementValue): number | null {
  return value === 0 && uncosted !== 0 && uncosted === qty ? null : value
}

type Window = { after: Day | null; through: Day }

/** All values of movements that anything was added to in the days now closed, summed up to their end. */
function valuesSince(db: ReadDb, { after, through }: Window): MovementValue[] {
  if (after === null) {
    return db.raw(
      `SELECT movement_id, sum(value_minor), sum(uncosted_milli), sum(qty_milli) FROM stock_values WHERE valued_on <= ?
       GROUP BY movement_id ORDER BY movement_id`,
      through,
    ) as MovementValue[]
  }
  return db.raw(
    `SELECT v.movement_id, sum(v.value_minor), sum(v.uncosted_milli), sum(v.qty_milli)
     FROM (SELECT DISTINCT movement_id FROM stock_values WHERE valued_on > ? AND valued_on <= ?) t
     CROSS JOIN stock_values v INDEXED BY stock_values_by_movement ON v.movement_id = t.movement_id
     WHERE v.valued_on <= ? GROUP BY v.movement_id ORDER BY v.movement_id`,
    ...[after, through, through],
  ) as MovementValue[]
}

/** What the closings that stand say last of each movement. */
function lastClosed(db: ReadDb): Map<Id, number | null> {
  const rows = db.raw(
    `SELECT v.movement_id, v.value_minor FROM closed_values v JOIN period_closings c ON c.id = v.closing_id
     WHERE c.deleted = 0 ORDER BY c.through_on, c.id`,
  ) as [Id, number | null][]
  return new Map(rows)
}

/** Opens the newest closed period again: all of it is worth what is known today. */
export function reopenPeriod(tx: WriteTx, { id }: { id: Id }): void {
  const closing = tx.get<{ through: Day }>(
    'SELECT through_on AS through FROM period_closings WHERE id = ? AND deleted = 0',
    id,
  )
  if (!closing) throw new AppError('costing/closing-not-found')
  if (closing.through !== closedThrough(tx))
    throw new AppError('costing/not-newest-closing', { day: closedThrough(tx) ?? '' })
  tx.update('period_closings', id, { deleted: 1 })
  settleCosts(tx, { products: revaluedProducts(tx) })
}

/** After closings came or went by any other way than closing: values are again what those that stand found. */
export function settleAfterClosings(tx: WriteTx): void {
  const through = closedThrough(tx)
  const differing = through === null ? [] : differingProducts(tx, through)
  settleCosts(tx, { products: [...new Set([...revaluedProducts(tx), ...differing])] })
}

function revaluedProducts(db: ReadDb): Id[] {
  return db.raw("SELECT DISTINCT product_id FROM stock_values WHERE cause = 'revaluation'").map(([id]) => id as Id)
}

/** Products with a movement that is not worth what the closings that stand said last. */
function differingProducts(db: ReadDb, through: Day): Id[] {
  const told = lastClosed(db)
  const movements = valuesSince(db, { after: null, through })
    .filter((row) => (told.get(row[0]) ?? null) !== frozenValue(row))
    .map(([movement]) => movement)
  const rows = db.raw(
    'SELECT DISTINCT m.product_id FROM json_each(?) j CROSS JOIN stock_movements m ON m.id = j.value',
    JSON.stringify(movements),
  )
  return rows.map(([id]) => id as Id)
}

type Row = { id: Id; through: Day; note: string }

/** The newest first. */
export function periodClosings(db: ReadDb): PeriodClosing[] {
  const base = baseCurrency(db)
  const rows = db.all<Row>(
    'SELECT id, through_on AS through, note FROM period_closings WHERE deleted = 0 ORDER BY through_on DESC, id DESC',
  )
  const makers = rowMakers(
    db,
    rows.map(({ id }) => id),
  )
  const days = rows.length === 0 ? [] : daySums(db)
  return rows.map((row, at) => {
    const maker = makers.get(row.id)
    const stock = days.filter(({ on }) => on <= row.through)
    const later = days.filter(({ on, isRevaluation }) => isRevaluation === 1 && on === addDays(row.through, 1))
    return {
      ...row,
      closedAt: maker?.at ?? null,
      person: maker?.person?.name ?? '',
      stockValue: minorToDecimal(
        stock.reduce((sum, { value }) => sum + value, 0),
        base,
      ),
      uncosted: stock.reduce((sum, { uncosted }) => sum + uncosted, 0) / 1000,
      revalued: minorToDecimal(
        later.reduce((sum, { value }) => sum + value, 0),
        base,
      ),
      canReopen: at === 0,
    }
  })
}

type DaySum = { on: Day; isRevaluation: 0 | 1; value: number; uncosted: number }

/** What the value of all stock changed by, day by day: read once for all closings. */
function daySums(db: ReadDb): DaySum[] {
  return db.all<DaySum>(
    `SELECT valued_on AS "on", cause = 'revaluation' AS isRevaluation, sum(value_minor) AS value, sum(uncosted_milli) AS uncosted
     FROM stock_values GROUP BY 1, 2`,
  )
}
