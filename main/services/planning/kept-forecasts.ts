// Forecasts as this copy last worked them out. They hold while their fingerprint is that of the figures of now.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { ForecastSummary } from '#main/services/planning/forecast-summary.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** As it is kept; `content` is the summary as JSON. */
export type KeptForecast = {
  productId: Id
  madeOn: Day
  fingerprint: string
  reorderMilli: number | null
  dailyMilli: number | null
  content: string
}

type Row = [productId: Id, madeOn: Day, fingerprint: string, content: string]

export type Kept = { madeOn: Day; fingerprint: string; summary: ForecastSummary }

export function keptForecasts(db: ReadDb, products?: readonly Id[]): Map<Id, Kept> {
  const chosen = products ? ' WHERE product_id IN (SELECT value FROM json_each(?))' : ''
  const rows = db.raw(
    `SELECT product_id, made_on, fingerprint, content FROM forecasts${chosen}`,
    ...(products ? [JSON.stringify(products)] : []),
  ) as Row[]
  const found = new Map<Id, Kept>()
  for (const [id, madeOn, fingerprint, content] of rows) {
    const summary = readSummary(content)
    if (summary) found.set(id, { madeOn, fingerprint, summary })
  }
  return found
}

/** Null for what another version wrote: it is worked out anew. */
function readSummary(content: string): ForecastSummary | null {
  try {
    const read = JSON.parse(content) as ForecastSummary
    return Array.isArray(read.months) && typeof read.from === 'string' ? read : null
  } catch {
    return null
  }
}

export type ForecastMark = Pick<KeptForecast, 'madeOn' | 'fingerprint' | 'reorderMilli' | 'dailyMilli'>

/** Which products have one, when it was made and from what. */
export function forecastMarks(db: ReadDb): Map<Id, ForecastMark> {
  const rows = db.raw('SELECT product_id, made_on, fingerprint, reorder_milli, daily_milli FROM forecasts') as [
    Id,
    Day,
    string,
    number | null,
    number | null,
  ][]
  return new Map(
    rows.map(([id, madeOn, fingerprint, reorderMilli, dailyMilli]) => [
      id,
      { madeOn, fingerprint, reorderMilli, dailyMilli },
    ]),
  )
}

/** Keeps forecasts in the place of what was kept of the same products. */
export function keepForecasts(tx: WriteTx, forecasts: readonly KeptForecast[]): void {
  for (const { productId, madeOn, fingerprint, reorderMilli, dailyMilli, content } of forecasts)
    tx.run(
      `INSERT INTO forecasts (product_id, made_on, fingerprint, reorder_milli, daily_milli, content)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (product_id) DO UPDATE SET made_on = excluded.made_on, fingerprint = excluded.fingerprint,
         reorder_milli = excluded.reorder_milli, daily_milli = excluded.daily_milli, content = excluded.content`,
      productId,
      madeOn,
      fingerprint,
      reorderMilli,
      dailyMilli,
      content,
    )
}
