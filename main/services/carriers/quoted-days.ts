// How long a service takes, for a quote: measured on own shipments, else as the carrier tells it; and how often it was on time.
import type { ReadDb } from '#main/db/database.ts'
import { laneDays, measuredDays } from '#main/services/lanes/measured-days.ts'
import { onTimeSql, travelsFrom } from '#main/services/lanes/travel-sql.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { CarrierServiceRow } from '#shared/schemas/carriers.ts'
import type { QuotedDays } from '#shared/schemas/freight-quotes.ts'

export type DaysFinder = (service: CarrierServiceRow) => QuotedDays

type Lane = { fromCountry: string; country: string; on: Day }

const daysOfYear = 365

export function daysFinder(db: ReadDb, { fromCountry, country, on }: Lane): DaysFinder {
  const lanes = laneDays(db)
  const onTimeOf = onTimeRates(db, { fromCountry, country, on })
  return ({ id, carrierId, mode, daysMin, daysMax }) => {
    const question = { carrierId, serviceId: id, mode, fromCountry, toCountry: country }
    const measured = measuredDays(db, question, lanes)
    const onTime = onTimeOf(id)
    if (measured.step !== null) {
      const { p50, p80, n, step } = measured
      return { source: 'measured', p50, p80, ...onTime, n, why: null, basis: step }
    }
    const rest = { ...onTime, n: measured.n, why: measured.why, basis: null }
    if (daysMin === null) return { source: 'none', p50: null, p80: null, ...rest }
    return { source: 'told', p50: daysMin, p80: daysMax ?? daysMin, ...rest }
  }
}

type OnTime = { onTimeRate: number | null; judged: number }

/**
 * Held against their plans as the report on carriers and lanes does it: on this lane within the last year; a service without
 * any there, its newest shipments wherever they went.
 */
function onTimeRates(db: ReadDb, { fromCountry, country, on }: Lane): (serviceId: Id) => OnTime {
  const question = { from: addDays(on, -daysOfYear), to: on, asOf: on, kind: null, carrierId: null }
  const { sql, params } = travelsFrom(question)
  const rows = db.raw(
    `SELECT r.service_id, sum(${onTimeSql}), count(${onTimeSql}) ${sql} AND r.from_country = ? AND r.ship_to_country = ?
     GROUP BY r.service_id`,
    ...[...params, fromCountry, country],
  ) as [Id | null, number, number][]
  const onLane = new Map(rows.map(([id, onTime, judged]) => [id, { onTime, judged }]))
  return (serviceId) => {
    const lane = onLane.get(serviceId)
    const { onTime, judged } = lane && lane.judged > 0 ? lane : newestOf(db, serviceId, on)
    return { onTimeRate: judged === 0 ? null : onTime / judged, judged }
  }
}

const newest = 200

function newestOf(db: ReadDb, serviceId: Id, on: Day): { onTime: number; judged: number } {
  const sql = `SELECT coalesce(sum(${onTimeSql}), 0) AS onTime, count(${onTimeSql}) AS judged
    FROM (SELECT ? AS as_of) q CROSS JOIN (SELECT * FROM shipments INDEXED BY shipments_by_service
      WHERE service_id = ? AND service_id IS NOT NULL AND status = 'sent' AND deleted = 0 ORDER BY id DESC LIMIT ${newest}) r`
  return db.get<{ onTime: number; judged: number }>(sql, on, serviceId) ?? { onTime: 0, judged: 0 }
}
