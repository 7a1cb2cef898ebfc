// What is due to be counted: each class of products in its own rhythm, from the day of a product's last posted count.
import type { ReadDb } from '#main/db/database.ts'
import { monthsLater } from '#main/domain/tasks/next-due.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { currentClasses, currentRun } from '#main/services/insights/class-runs.ts'
import { planningSetting } from '#main/services/planning/planning-settings.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import {
  type CountClass,
  countClasses,
  type DueCounts,
  type DueCountsInput,
  type DueRow,
} from '#shared/schemas/counting.ts'
import type { CountingRhythm } from '#shared/schemas/planning.ts'

/** Products that lie in a place, or ever did and still do by the books. The most overdue of the dearest class first. */
export function dueCounts(db: ReadDb, input: DueCountsInput): DueCounts {
  const rhythm = planningSetting(db, 'counting.rhythm')
  const all = dueProducts(db, input.warehouseId)
  const wanted = all.filter(
    (row) => (input.withLater || row.isDue) && (input.class === null || row.class === input.class),
  )
  const sorted = wanted.sort(byUrgency)
  return {
    rows: named(db, sorted.slice(input.offset, input.offset + input.limit)),
    total: wanted.length,
    classes: countClasses.map((name) => {
      const members = all.filter((row) => row.class === name)
      return {
        class: name,
        products: members.length,
        due: members.filter(({ isDue }) => isDue).length,
        months: rhythm[name],
      }
    }),
    classedOn: currentRun(db)?.madeOn ?? null,
  }
}

type DueProduct = Pick<DueRow, 'productId' | 'class' | 'lastOn' | 'dueOn' | 'isDue'> & { milli: number }

/** Every product with something on hand in the place, with when it is due. */
export function dueProducts(db: ReadDb, warehouseId: Id): DueProduct[] {
  const today = bookToday(db, db.now)
  const classes = currentClasses(db)
  const rhythm = planningSetting(db, 'counting.rhythm')
  const last = lastCounts(db, warehouseId)
  const lying = db.raw(
    `SELECT b.product_id, b.on_hand_milli FROM stock_balances b JOIN products p ON p.id = b.product_id
     WHERE b.warehouse_id = ? AND b.on_hand_milli <> 0 AND p.deleted = 0`,
    warehouseId,
  ) as [Id, number][]
  return lying.map(([productId, milli]) => {
    const name: CountClass = classes.get(productId)?.abc ?? 'unclassified'
    const lastOn = last.get(productId) ?? null
    return { productId, class: name, milli, lastOn, ...dueBy(rhythm[name], { lastOn, today }) }
  })
}

type Months = CountingRhythm[CountClass]

/** A class without a rhythm is never due; what was never counted is due at once. */
function dueBy(months: Months, { lastOn, today }: { lastOn: Day | null; today: Day }) {
  if (months === null) return { dueOn: null, isDue: false }
  if (lastOn === null) return { dueOn: null, isDue: true }
  const dueOn = monthsLater(lastOn, months)
  // Past the end of the calendar it never is.
  return { dueOn, isDue: dueOn !== null && dueOn <= today }
}

/** The newest posted count in which a product was really counted in the place. */
function lastCounts(db: ReadDb, warehouseId: Id): Map<Id, Day> {
  const rows = db.raw(
    `SELECT l.product_id, max(c.counted_on) FROM stock_counts c INDEXED BY stock_counts_by_warehouse
     CROSS JOIN stock_count_lines l INDEXED BY stock_count_lines_by_count ON l.count_id = c.id
     WHERE c.warehouse_id = ? AND c.status = 'posted' AND c.deleted = 0 AND l.deleted = 0 AND l.counted_milli IS NOT NULL
     GROUP BY l.product_id`,
    warehouseId,
  ) as [Id, Day][]
  return new Map(rows)
}

/** Never counted before long overdue; at one day the dearer class, then the older product. */
function byUrgency(one: DueProduct, other: DueProduct): number {
  const rank = ({ class: name }: DueProduct) => countClasses.indexOf(name)
  const day = ({ dueOn }: DueProduct) => dueOn ?? ''
  if (one.isDue !== other.isDue) return one.isDue ? -1 : 1
  if (rank(one) !== rank(other)) return rank(one) - rank(other)
  return day(one) === day(other) ? one.productId - other.productId : day(one) < day(other) ? -1 : 1
}

type Name = { id: Id; sku: string; name: string; nameZh: string; unit: string }

function named(db: ReadDb, rows: readonly DueProduct[]): DueRow[] {
  const names = db.all<Name>(
    `SELECT id, sku, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh, unit FROM products
     WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(rows.map(({ productId }) => productId)),
  )
  const byId = new Map(names.map((name) => [name.id, name]))
  return rows.map(({ milli, ...row }) => {
    const { sku = '', name = '', nameZh = '', unit = '' } = byId.get(row.productId) ?? {}
    return { ...row, sku, name, nameZh, unit, onHand: milli / 1000 }
  })
}
