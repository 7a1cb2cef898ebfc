// Less than nothing: whether what was just posted leaves a place short, on its own day or on any later one. Asked after the
// movements were written and before anything is committed. Only what lies behind the posting's day is read, never all of the
// past; where nothing is dated later, the balance says it alone.
import type { ReadDb } from '#main/db/database.ts'
import type { PostedMovement } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** One product (or one batch of it) in one place that would be short, and from which day on. */
export type Shortage = {
  productId: Id
  warehouseId: Id
  batchId: Id | null
  /** The day of the posting, and the first on which there is not enough. */
  movedOn: Day
  day: Day
  /** On hand at the end of that day without the posting, and what the posting takes; thousandths. */
  onHandMilli: number
  askedMilli: number
}

/** What is short by these movements. A place that was short before and is not made more so is none. */
export function shortages(db: ReadDb, posted: readonly PostedMovement[]): Shortage[] {
  const found = groups(posted, ({ productId, warehouseId }) => `${productId} ${warehouseId}`).flatMap(
    (group) => shortageOf(db, group, false) ?? [],
  )
  const tracked = posted.filter(({ batchId }) => batchId != null)
  const batches = groups(tracked, ({ batchId, warehouseId }) => `${batchId} ${warehouseId}`).flatMap(
    (group) => shortageOf(db, group, true) ?? [],
  )
  const isTold = ({ productId, warehouseId }: Shortage) =>
    batches.some((batch) => batch.productId === productId && batch.warehouseId === warehouseId)
  return [...found.filter((shortage) => !isTold(shortage)), ...batches]
}

function groups(posted: readonly PostedMovement[], keyOf: (movement: PostedMovement) => string): PostedMovement[][] {
  return [...Map.groupBy(posted, keyOf).values()]
}

function shortageOf(db: ReadDb, group: readonly PostedMovement[], isBatch: boolean): Shortage | null {
  const [first] = group
  if (!first || group.every(({ qtyMilli }) => qtyMilli > 0)) return null
  const stretch = isBatch ? batchStretch : productStretch
  const from = group.map(({ movedOn }) => movedOn).reduce((one, other) => (one < other ? one : other))
  for (const { day, milli } of stretch(db, first, from)) {
    const own = group.reduce((sum, { movedOn, qtyMilli }) => (movedOn <= day ? sum + qtyMilli : sum), 0)
    if (milli >= 0 || own >= 0) continue
    const { productId, warehouseId, batchId } = first
    const key = { productId, warehouseId, batchId: isBatch ? (batchId ?? null) : null }
    return { ...key, movedOn: from, day, onHandMilli: milli - own, askedMilli: -own }
  }
  return null
}

type DayBalance = { day: Day; milli: number }

/** On hand at the end of the day and of every later day on which anything moved. */
function productStretch(db: ReadDb, { productId, warehouseId }: PostedMovement, from: Day): DayBalance[] {
  const now = db.get<{ milli: number }>(
    'SELECT on_hand_milli AS milli FROM stock_balances WHERE product_id = ? AND warehouse_id = ?',
    ...[productId, warehouseId],
  )
  const later = db.raw(
    `SELECT moved_on, sum(qty_milli) FROM stock_movements INDEXED BY stock_movements_by_product
     WHERE product_id = ? AND warehouse_id = ? AND moved_on > ? GROUP BY moved_on ORDER BY moved_on`,
    ...[productId, warehouseId, from],
  ) as [Day, number][]
  return stretchOf(now?.milli ?? 0, from, later)
}

/** The same of a batch; its later days are looked for only where its product moved later at all. */
function batchStretch(db: ReadDb, movement: PostedMovement, from: Day): DayBalance[] {
  const { productId, warehouseId, batchId = null } = movement
  const now = db.get<{ milli: number }>(
    'SELECT on_hand_milli AS milli FROM batch_balances WHERE batch_id = ? AND warehouse_id = ?',
    ...[batchId, warehouseId],
  )
  const later = movedLater(db, { productId, warehouseId, day: from })
    ? (db.raw(
        `SELECT moved_on, sum(qty_milli) FROM stock_movements INDEXED BY stock_movements_by_batch
         WHERE batch_id = ? AND warehouse_id = ? AND moved_on > ? GROUP BY moved_on ORDER BY moved_on`,
        ...[batchId, warehouseId, from],
      ) as [Day, number][])
    : []
  return stretchOf(now?.milli ?? 0, from, later)
}

/** Whether anything of the product is dated after the day in the place. */
function movedLater(db: ReadDb, { productId, warehouseId, day }: { productId: Id; warehouseId: Id; day: Day }) {
  const sql = `SELECT 1 FROM stock_movements INDEXED BY stock_movements_by_product
    WHERE product_id = ? AND warehouse_id = ? AND moved_on > ? LIMIT 1`
  return db.get(sql, productId, warehouseId, day) !== undefined
}

function stretchOf(now: number, from: Day, later: readonly [Day, number][]): DayBalance[] {
  let milli = later.reduce((left, [, moved]) => left - moved, now)
  return [
    { day: from, milli },
    ...later.map(([day, moved]) => {
      milli += moved
      return { day, milli }
    }),
  ]
}
