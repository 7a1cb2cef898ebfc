// The yardstick of the report: one hand-written statement that yields the same figures from the same index, and the proof that
// it does.
import type { LaneGroup, LaneRow } from '#shared/schemas/lanes.ts'

const keys: Readonly<Record<LaneGroup, string>> = {
  carrier: 'carrier_id',
  service: 'service_id',
  mode: 'mode',
  country: 'ship_to_country',
  lane: "from_country || '>' || ship_to_country",
}

/** Linear interpolation between the two values around (n - 1)p. */
const quantile = (share: number) => `sum(CASE nth - CAST(last * ${share} AS INTEGER)
  WHEN 0 THEN days * (1 - (last * ${share} - CAST(last * ${share} AS INTEGER)))
  WHEN 1 THEN days * (last * ${share} - CAST(last * ${share} AS INTEGER)) END)`

export function bareLanes(by: LaneGroup): string {
  return `WITH sent AS (
      SELECT ${keys[by]} AS key, delivered_on <= :asOf AS delivered, was_lost AND delivered_on IS NULL AS lost, delivered_on IS NULL
          AND NOT was_lost AND planned_on < :asOf AS overdue, delivered_on <= planned_on AS on_time,
        julianday(delivered_on) - julianday(left_on) AS days, max(0, julianday(delivered_on) - julianday(planned_on)) AS delay,
        was_damaged, cost_base_minor AS cost, weight_grams AS grams, order_count AS orders, quiet_days > 10 AS silent
      FROM shipments INDEXED BY shipments_measured WHERE status = 'sent' AND deleted = 0),
    ranked AS (
      SELECT key, days, row_number() OVER (PARTITION BY key ORDER BY days) - 1 AS nth, count(*) OVER (PARTITION BY key) - 1 AS last
      FROM sent WHERE delivered),
    quantiles AS (
      SELECT key, ${quantile(0.5)} AS p50, ${quantile(0.8)} AS p80, ${quantile(0.9)} AS p90 FROM ranked GROUP BY key),
    sums AS (
      SELECT key, count(*) AS n, sum(coalesce(delivered, 0) OR lost OR overdue) AS completed, sum(coalesce(delivered AND on_time, 0)) AS onTime,
        avg(days) AS mean, sqrt((sum(days * days) - sum(days) * sum(days) / count(days)) / nullif(count(days) - 1, 0)) AS spread,
        avg(delay) AS delay, sum(delivered AND was_damaged) * 1.0 / nullif(sum(delivered), 0) AS damage, sum(lost) AS lost,
        sum(CASE WHEN delivered OR lost THEN cost END) AS cost, sum(CASE WHEN delivered OR lost THEN grams END) AS grams,
        sum(CASE WHEN delivered OR lost THEN orders END) AS orders, sum(silent) AS silent
      FROM sent GROUP BY key)
    SELECT s.*, q.p50, q.p80, q.p90 FROM sums s LEFT JOIN quantiles q ON q.key IS s.key ORDER BY s.n DESC, s.key`
}

type BareRow = {
  key: string | number
  n: number
  completed: number
  onTime: number
  p50: number
  p80: number
  p90: number
  spread: number
  cost: number
  grams: number
}

/** A yardstick that yields something else would measure something else. */
export function refuseDifferent(by: LaneGroup, rows: readonly LaneRow[], bare: readonly unknown[]): void {
  const text = (value: number | null) => (value === null ? '-' : value.toFixed(6))
  const ours = new Map(
    rows.map((row) => [
      String(row.id ?? row.key),
      [
        row.n,
        row.completed,
        row.onTime,
        ...[row.transitP50, row.transitP80, row.transitP90, row.spread, row.costPerKg].map(text),
      ].join(),
    ]),
  )
  if (bare.length === 0 || bare.length !== rows.length)
    throw new Error(`${rows.length} rows by ${by}, bare ${bare.length}`)
  for (const row of bare as BareRow[]) {
    const theirs = [
      ...[row.n, row.completed, row.onTime],
      ...[row.p50, row.p80, row.p90, row.spread, (row.cost * 10) / row.grams].map(text),
    ].join()
    if (ours.get(String(row.key)) !== theirs)
      throw new Error(`the bare report by ${by} yields something else: ${theirs} and ${ours.get(String(row.key))}`)
  }
}
