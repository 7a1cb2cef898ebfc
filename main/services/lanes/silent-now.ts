// Shipments under way of which nothing has been heard for too long, beside those that were silent at some time before.
import type { Param, ReadDb } from '#main/db/database.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { type LaneKey, laneKeys } from '#main/services/lanes/lane-groups.ts'
import { addDays, type Day, endOfDay } from '#shared/dates.ts'
import type { LaneGroup } from '#shared/schemas/lanes.ts'
import { narrowedBy, type TravelQuestion } from './travel-sql.ts'

type Limit = { asOf: Day; silentDays: number }

/** Whether nothing was heard of an open shipment `r` for longer than the limit; what was never heard of counts from its departure. */
export function silentNowSql(db: ReadDb, { asOf, silentDays }: Limit): { sql: string; params: Param[] } {
  const lastWordOn = addDays(asOf, -silentDays - 1)
  return {
    sql: 'iif(r.heard_at IS NULL, coalesce(r.left_on, r.sent_on) <= ?, r.heard_at < ?)',
    params: [lastWordOn, endOfDay(lastWordOn, bookFacts(db).timeZone)],
  }
}

type Asked = { question: TravelQuestion; silentDays: number }

/** By group, without those that `quiet_days` tells already: their longest silence was over before. */
export function silentNow(
  db: ReadDb,
  by: LaneGroup,
  { question, silentDays }: Asked,
): { key: LaneKey; count: number }[] {
  const [first, second] = laneKeys[by]
  const silent = silentNowSql(db, { asOf: question.asOf, silentDays })
  const narrowed = narrowedBy(question)
  const rows = db.raw(
    `SELECT ${first}, ${second}, count(*) FROM shipments r INDEXED BY shipments_under_way
     WHERE r.is_open = 1 AND r.deleted = 0 AND r.status = 'sent' AND coalesce(r.quiet_days, 0) <= ? AND ${silent.sql}${narrowed.sql}
     GROUP BY 1, 2`,
    silentDays,
    ...silent.params,
    ...narrowed.params,
  ) as [LaneKey[0], string, number][]
  return rows.map(([one, two, count]) => ({ key: [one, two], count }))
}
