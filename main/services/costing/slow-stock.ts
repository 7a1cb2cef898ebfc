// Stock that nobody asks for: how long since the last piece went out, how old what is left is, and what money lies in it.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { shownValue } from '#main/services/costing/shown-values.ts'
import { stockAges } from '#main/services/costing/stock-ages.ts'
import { type ValueSum, valueSums } from '#main/services/costing/value-sums.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { SlowStock, SlowStockQuestion, SlowStockRow } from '#shared/schemas/costing-reports.ts'

type Window = { offset: number; limit: number }

type Idle = ValueSum & { lastIssueOn: Day | null; idleDays: number; state: 'slow' | 'dead' }

/** What ties up most money first. */
export function slowStock(db: ReadDb, { offset, limit, ...question }: SlowStockQuestion & Window): SlowStock {
  const base = baseCurrency(db)
  const on = question.on ?? bookToday(db, db.now)
  const idle = idleProducts(db, question, on)
  const shown = question.state === 'all' ? idle : idle.filter(({ state }) => state === question.state)
  const totals = (state: 'slow' | 'dead') => {
    const some = idle.filter((one) => one.state === state)
    const value = some.reduce((sum, { valueMinor }) => sum + valueMinor, 0)
    return { products: some.length, value: minorToDecimal(value, base) }
  }
  return {
    rows: slowRows(db, shown.slice(offset, offset + limit), { base, on, warehouseId: question.warehouseId }),
    total: shown.length,
    slow: totals('slow'),
    dead: totals('dead'),
    baseCurrency: base,
    on,
  }
}

/** Products with stock of which nothing went out for long; goods that nobody took yet count from the day they came. */
function idleProducts(db: ReadDb, question: SlowStockQuestion, on: Day): Idle[] {
  const { slowDays, deadDays } = question
  const sums = valueSums(db, { ...question, by: 'product' }).filter(({ qtyMilli }) => qtyMilli > 0)
  const [issues, arrivals] = [lastIssues(db, question, on), firstArrivals(db, question, on)]
  const idle = sums.flatMap((sum): Idle[] => {
    const lastIssueOn = issues.get(sum.id) ?? null
    const since = lastIssueOn ?? arrivals.get(sum.id) ?? on
    const idleDays = Math.max(0, daysBetween(since, on))
    if (idleDays < Math.min(slowDays, deadDays)) return []
    return [{ ...sum, lastIssueOn, idleDays, state: idleDays >= deadDays ? 'dead' : 'slow' }]
  })
  return idle.sort(
    (one, other) => other.valueMinor - one.valueMinor || other.idleDays - one.idleDays || one.id - other.id,
  )
}

type Asked = Pick<SlowStockQuestion, 'warehouseId'>

/** What went to customers or into kits and was not taken back. */
function lastIssues(db: ReadDb, asked: Asked, on: Day): Map<Id, Day> {
  return days(db, { fold: 'max', where: "kind IN ('issue', 'assembly') AND qty_milli < 0" }, { ...asked, on })
}

function firstArrivals(db: ReadDb, asked: Asked, on: Day): Map<Id, Day> {
  return days(db, { fold: 'min', where: 'qty_milli > 0' }, { ...asked, on })
}

type Fold = { fold: 'min' | 'max'; where: string }

function days(db: ReadDb, { fold, where }: Fold, { warehouseId, on }: Asked & { on: Day }): Map<Id, Day> {
  const rows = db.raw(
    `SELECT product_id, ${fold}(valued_on) FROM stock_values
     WHERE cause = 'movement' AND ${where} AND valued_on <= ?${warehouseId === null ? '' : ' AND warehouse_id = ?'}
       AND movement_id NOT IN (SELECT reverses_id FROM stock_movements WHERE reverses_id IS NOT NULL)
     GROUP BY product_id`,
    ...[on, ...(warehouseId === null ? [] : [warehouseId])],
  ) as [Id, Day][]
  return new Map(rows)
}

type Shown = { base: string; on: Day; warehouseId: Id | null }

function slowRows(db: ReadDb, idle: readonly Idle[], { base, on, warehouseId }: Shown): SlowStockRow[] {
  const ids = JSON.stringify(idle.map(({ id }) => id))
  const rows = db.all<{ id: Id; sku: string; name: string; nameZh: string; unit: string }>(
    `SELECT p.id, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, p.unit
     FROM json_each(?) j JOIN products p ON p.id = j.value`,
    ids,
  )
  const names = new Map(rows.map(({ id, ...named }) => [id, named]))
  const ages = stockAges(db, idle, { on, warehouseId })
  return idle.map((one) => ({
    productId: one.id,
    ...(names.get(one.id) ?? { sku: '', name: '', nameZh: '', unit: '' }),
    quantity: one.qtyMilli / 1000,
    value: shownValue(one, base),
    uncosted: one.uncostedMilli / 1000,
    lastIssueOn: one.lastIssueOn,
    idleDays: one.idleDays,
    ...(ages.get(one.id) ?? { ageDays: one.idleDays, oldestOn: on }),
    state: one.state,
  }))
}
