// The shipments behind a row of the report, or behind one figure of it, page by page.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { inGroup } from '#main/services/lanes/lane-groups.ts'
import { shippingSetting } from '#main/services/shipments/shipping-settings.ts'
import { minorText } from '#shared/money.ts'
import type { LaneShipment, LaneShipmentsInput } from '#shared/schemas/lanes.ts'
import type { Page } from '#shared/schemas/paging.ts'
import { travelQuestion } from './performance.ts'
import { silentNowSql } from './silent-now.ts'
import { dayOfSql, delaySql, endSql, onTimeSql, transitSql, travelsFrom } from './travel-sql.ts'

/** Which of a row's shipments a figure is made of. */
const figureSql: Readonly<Record<LaneShipmentsInput['figure'], string>> = {
  n: '1',
  completed: `${endSql} <> 0`,
  onTime: `${onTimeSql} = 1`,
  late: `${onTimeSql} = 0`,
  transit: `${transitSql} IS NOT NULL`,
  damaged: `${endSql} = 1 AND r.was_damaged = 1`,
  lost: `${endSql} = 2`,
  overdue: `${endSql} = 4`,
  cost: `${endSql} IN (1, 2, 3) AND r.cost_base_minor IS NOT NULL AND r.weight_grams IS NOT NULL`,
  silent: '',
}

type Row = Omit<LaneShipment, 'cost' | 'weightKg' | 'isOnTime' | 'wasDamaged' | 'wasLost'> & {
  cost: number | null
  grams: number | null
  isOnTime: number | null
  wasDamaged: number
  wasLost: number
}

/** The newest first. Without `key` and `id`, of all rows together. */
export function laneShipments(db: ReadDb, input: LaneShipmentsInput): Page<LaneShipment> {
  const { by, key, id, figure, offset, limit } = input
  const question = travelQuestion(db, input)
  const travels = travelsFrom(question)
  const group = key === undefined && id === undefined ? null : inGroup(by, { key: key ?? '', id: id ?? null })
  const silent = figure === 'silent' ? silentSql(db, question.asOf) : null
  const from = `${travels.sql}${group ? ` AND ${group.sql}` : ''} AND ${silent?.sql ?? figureSql[figure]}`
  const params = [...travels.params, ...(group?.params ?? []), ...(silent?.params ?? [])]
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${from}`, ...params)?.n ?? 0
  const ids = db.raw(
    `SELECT r.id ${from} ORDER BY ${dayOfSql} DESC, r.id DESC LIMIT ? OFFSET ?`,
    ...params,
    limit,
    offset,
  )
  const rows = db.all<Row>(
    `SELECT r.id, r.number, coalesce(p.name, '') AS carrier, coalesce(p.name_zh, '') AS carrierZh, r.ship_to_country AS toCountry,
       r.left_on AS leftOn, r.planned_on AS plannedOn, r.delivered_on AS deliveredOn, ${transitSql} AS transitDays,
       ${delaySql} AS delayDays, ${onTimeSql} AS isOnTime, r.was_damaged AS wasDamaged, ${endSql} = 2 AS wasLost,
       r.quiet_days AS quietDays, r.cost_base_minor AS cost, r.weight_grams AS grams
     FROM (SELECT ? AS as_of) q CROSS JOIN json_each(?) j CROSS JOIN shipments r ON r.id = j.value
     LEFT JOIN parties p ON p.id = r.carrier_id ORDER BY j.key`,
    question.asOf,
    JSON.stringify(ids.map(([one]) => one)),
  )
  const currency = baseCurrency(db)
  return { total, rows: rows.map((row) => told(row, currency)) }
}

function silentSql(db: ReadDb, asOf: Parameters<typeof silentNowSql>[1]['asOf']) {
  const { silentDays } = shippingSetting(db, 'lanes')
  const now = silentNowSql(db, { asOf, silentDays })
  return { sql: `(r.quiet_days > ? OR r.is_open = 1 AND ${now.sql})`, params: [silentDays, ...now.params] }
}

function told({ grams, cost, isOnTime, wasDamaged, wasLost, ...row }: Row, currency: string): LaneShipment {
  return {
    ...row,
    isOnTime: isOnTime === null ? null : isOnTime === 1,
    wasDamaged: wasDamaged === 1,
    wasLost: wasLost === 1,
    cost: minorText(cost, currency),
    weightKg: grams === null ? null : grams / 1000,
  }
}
