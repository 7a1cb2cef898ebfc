// What stock is worth, now or at the end of a day, per product, place or category.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { costMethod } from '#main/services/costing/cost-history.ts'
import { averageCost, shownValue } from '#main/services/costing/shown-values.ts'
import { type ValueSum, valueSums } from '#main/services/costing/value-sums.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { Valuation, ValuationQuestion, ValuationRow } from '#shared/schemas/costing-reports.ts'

type Window = { offset: number; limit: number }

export function valuation(db: ReadDb, { offset, limit, ...question }: ValuationQuestion & Window): Valuation {
  const base = baseCurrency(db)
  const sums = valueSums(db, question)
  const sumOf = (of: (sum: ValueSum) => number) => sums.reduce((total, sum) => total + of(sum), 0)
  return {
    rows: valuationRows(db, question, { sums: sums.slice(offset, offset + limit), base }),
    total: sums.length,
    value: minorToDecimal(
      sumOf(({ valueMinor }) => valueMinor),
      base,
    ),
    uncosted: sumOf(({ uncostedMilli }) => uncostedMilli) / 1000,
    uncostedProducts: question.by === 'product' ? sums.filter(({ uncostedMilli }) => uncostedMilli !== 0).length : 0,
    baseCurrency: base,
    method: costMethod(db),
    on: question.on ?? bookToday(db, db.now),
  }
}

type Named = { sku: string; name: string; nameZh: string; unit: string }

/** The sums with their names. */
export function valuationRows(
  db: ReadDb,
  { by }: Pick<ValuationQuestion, 'by'>,
  { sums, base }: { sums: readonly ValueSum[]; base: string },
): ValuationRow[] {
  const names = namesOf(db, by, sums)
  const none: Named = { sku: '', name: '', nameZh: '', unit: '' }
  return sums.map((sum) => ({
    id: sum.id,
    ...(names.get(sum.id) ?? none),
    quantity: by === 'product' ? sum.qtyMilli / 1000 : null,
    value: shownValue(sum, base),
    averageCost: by === 'product' ? averageCost(sum, base) : null,
    uncosted: sum.uncostedMilli / 1000,
  }))
}

function namesOf(db: ReadDb, by: ValuationQuestion['by'], sums: readonly ValueSum[]): Map<Id, Named> {
  const rows = db.all<Named & { id: Id }>(selects[by], JSON.stringify(sums.map(({ id }) => id)))
  return new Map(rows.map(({ id, ...named }) => [id, named]))
}

const selects = {
  product: `SELECT p.id, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, p.unit
    FROM json_each(?) j JOIN products p ON p.id = j.value`,
  place: `SELECT w.id, w.code AS sku, w.name, '' AS nameZh, '' AS unit FROM json_each(?) j JOIN warehouses w ON w.id = j.value`,
  category: `SELECT c.id, '' AS sku, coalesce(nullif(c.name_en, ''), c.name_zh) AS name, c.name_zh AS nameZh, '' AS unit
    FROM json_each(?) j JOIN categories c ON c.id = j.value`,
} as const
