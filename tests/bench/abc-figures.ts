// The ABC analysis at the service against the best bare SQL found that yields the same objects.
import type { Connection } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { abcAnalysis } from '#main/services/insights/abc-analysis.ts'
import type { AbcItem } from '#shared/schemas/insights.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { lastDay } from '#tests/bench/make-book.ts'
import { measure } from '#tests/bench/measure.ts'

const sums = `SELECT product_id, sum(base_minor) AS value FROM order_lines INDEXED BY order_lines_sold_by_product
  WHERE sold_on IS NOT NULL AND product_id IS NOT NULL GROUP BY product_id HAVING value IS NOT NULL`

/** All in one statement: shares and classes by window functions. */
const byWindows = `WITH ranked AS (
    SELECT p.id AS productId, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, s.value,
      row_number() OVER w AS rank, sum(max(s.value, 0)) OVER w AS cumulative, sum(max(s.value, 0)) OVER () AS total
    FROM (${sums}) s JOIN products p ON p.id = s.product_id WINDOW w AS (ORDER BY s.value DESC, p.sku ROWS UNBOUNDED PRECEDING))
  SELECT productId, sku, name, nameZh, rank, printf('%d.%02d', value / 100, value % 100) AS value,
    max(value, 0) * 1.0 / total AS share, cumulative * 1.0 / total AS cumulativeShare,
    CASE WHEN value <= 0 THEN 'C' WHEN (cumulative - value) * 100 < 80 * total THEN 'A'
      WHEN (cumulative - value) * 100 < 95 * total THEN 'B' ELSE 'C' END AS class
  FROM ranked ORDER BY rank`

/** Sums and order by SQL, the running figures in JavaScript. */
const bySums = `SELECT p.id, p.sku, p.name_en, p.name_zh, s.value FROM (${sums}) s JOIN products p ON p.id = s.product_id
  ORDER BY s.value DESC, p.sku`

type SumRow = [id: number, sku: string, nameEn: string, nameZh: string, value: number]

export function abcFigures(connection: Connection): Figure[] {
  const windows = connection.prepare(byWindows)
  const summed = connection.prepare(bySums).raw()
  const question = { basis: 'revenue', thresholds: [0.8, 0.95], today: lastDay } as const
  const service = () => read(connection, (db) => abcAnalysis(db, { ...question, thresholds: [...question.thresholds] }))
  const bare = { windows: () => windows.all() as AbcItem[], sums: () => fold(summed.all() as SumRow[]) }
  refuseDifferent(service().items, bare.windows(), bare.sums())
  const timings = { windows: measure(() => {}, bare.windows), sums: measure(() => {}, bare.sums) }
  const cpuOf = (name: keyof typeof timings) => timings[name].cpuMs ?? timings[name].medianMs
  const best = cpuOf('windows') < cpuOf('sums') ? 'windows' : 'sums'
  return [
    figure(
      'insights.abc by revenue, all years',
      measure(() => {}, service),
      {
        bare: timings[best],
        goal: { ratio: 1.3 },
        note: `best bare: ${best === 'windows' ? 'window functions' : 'sums in SQL, shares in JavaScript'}`,
      },
    ),
  ]
}

function fold(rows: readonly SumRow[]): AbcItem[] {
  let total = 0
  for (const row of rows) if (row[4] > 0) total += row[4]
  const [endOfA, endOfB] = [Math.ceil((total * 80) / 100), Math.ceil((total * 95) / 100)]
  let before = 0
  return rows.map(([productId, sku, nameEn, nameZh, value], index) => {
    const start = before
    before += Math.max(value, 0)
    return {
      productId,
      sku,
      name: nameEn || nameZh,
      nameZh,
      rank: index + 1,
      value: `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}`,
      share: Math.max(value, 0) / total,
      cumulativeShare: before / total,
      class: value <= 0 || start >= endOfB ? 'C' : start >= endOfA ? 'B' : 'A',
    }
  })
}

/** A yardstick that yields something else would measure something else. */
function refuseDifferent(expected: readonly AbcItem[], ...others: (readonly AbcItem[])[]): void {
  const key = (item: AbcItem) =>
    [item.productId, item.rank, item.value, item.class, item.cumulativeShare.toFixed(9)].join()
  const keys = expected.map(key).join('\n')
  if (expected.length === 0) throw new Error('the ABC analysis is empty')
  if (others.some((other) => other.map(key).join('\n') !== keys)) throw new Error('the bare ABC yields other items')
}
