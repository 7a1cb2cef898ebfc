// Groups of shipments of one outcome with their sums, ready to be tallied; and which of them were silent for too long.
import type { Param, ReadDb } from '#main/db/database.ts'
import { addTravels, type LaneTally, newLaneTally, type TravelGroup } from '#main/domain/lanes/carrier-metrics.ts'
import { travelEnds } from '#main/domain/lanes/shipment-outcome.ts'
import { type LaneKey, laneKeys } from '#main/services/lanes/lane-groups.ts'
import { shippingSetting } from '#main/services/shipments/shipping-settings.ts'
import type { LaneGroup } from '#shared/schemas/lanes.ts'
import { silentNow } from './silent-now.ts'
import { dayOfSql, delaySql, endSql, onTimeSql, type TravelQuestion, transitSql, travelsFrom } from './travel-sql.ts'

const weighed = 'r.cost_base_minor IS NOT NULL AND r.weight_grams IS NOT NULL'
const ordered = 'r.cost_base_minor IS NOT NULL AND r.order_count > 0'
const sumsSql = `count(*), sum(r.was_damaged), count(r.cost_base_minor), sum(iif(${weighed}, 1, 0)),
  sum(iif(${weighed}, r.cost_base_minor, 0)), sum(iif(${weighed}, r.weight_grams, 0)),
  sum(iif(${ordered}, r.cost_base_minor, 0)), sum(iif(${ordered}, r.order_count, 0)), sum(coalesce(r.quiet_days > ?, 0))`

type GroupRow = [
  ...[first: LaneKey[0], second: string, month: string],
  ...[end: number, onTime: number | null, isHistory: number, transit: number | null, delay: number | null],
  ...[count: number, damaged: number, costed: number, weighed: number, weighedCost: number, weight: number],
  ...[orderCost: number, orders: number, silent: number],
]

export type TalliedLane = { key: LaneKey; month: string; tally: LaneTally }

/** One tally for each group (and month, where they are asked for), in no order. */
export function talliedLanes(db: ReadDb, by: LaneGroup, question: TravelQuestion, isByMonth = false): TalliedLane[] {
  const { silentDays } = shippingSetting(db, 'lanes')
  const rows = groupRows(db, by, { question, silentDays, month: isByMonth ? `substr(${dayOfSql}, 1, 7)` : "''" })
  // History counts for harm where it tells of any: else nobody wrote it down.
  const tellsHarm = rows.some(
    ([, , , end, , isHistory, , , , damaged]) => isHistory === 1 && (end === 2 || damaged > 0),
  )
  const lanes = new Map<string, TalliedLane>()
  for (const row of rows) addRow(laneOf(lanes, row), row, tellsHarm)
  if (!isByMonth) for (const { key, count } of silentNow(db, by, { question, silentDays })) addSilent(lanes, key, count)
  return [...lanes.values()]
}

type Asked = { question: TravelQuestion; silentDays: number; month: string }

function groupRows(db: ReadDb, by: LaneGroup, { question, silentDays, month }: Asked): GroupRow[] {
  const { sql, params } = travelsFrom(question)
  const dimensions = [...laneKeys[by], month, endSql, onTimeSql, 'r.is_history', transitSql, delaySql]
  const select = `SELECT ${dimensions.join(', ')}, ${sumsSql} ${sql} GROUP BY ${dimensions.map((_, at) => at + 1).join(', ')}`
  const bound: Param[] = [silentDays, ...params]
  return db.raw(select, ...bound) as GroupRow[]
}

const textOf = ([first, second]: LaneKey, month: string) => JSON.stringify([first, second, month])

function laneOf(lanes: Map<string, TalliedLane>, [first, second, month]: GroupRow): TalliedLane {
  const text = textOf([first, second], month)
  const lane = lanes.get(text) ?? { key: [first, second], month, tally: newLaneTally() }
  lanes.set(text, lane)
  return lane
}

function addRow({ tally }: TalliedLane, row: GroupRow, tellsHarm: boolean): void {
  const [, , , end, onTime, isHistory, transitDays, delayDays, count, damaged, ...costs] = row
  const [costed, weighed, weighedCost, weight, orderCost, orders, silent] = costs
  const group: TravelGroup = {
    end: travelEnds[end] ?? 'underWay',
    isOnTime: onTime === null ? null : onTime === 1,
    transitDays,
    delayDays,
    recordsHarm: isHistory === 0 || tellsHarm,
  }
  const sums = { count, damaged, silent, costed, weighed, weighedCost, weight, orderCost, orders }
  addTravels(tally, group, sums)
}

function addSilent(lanes: ReadonlyMap<string, TalliedLane>, key: LaneKey, count: number): void {
  const lane = lanes.get(textOf(key, ''))
  if (lane) lane.tally.silent += count
}

/** All groups as one. */
export function sumOfTallies(tallies: readonly LaneTally[]): LaneTally {
  const sum = newLaneTally()
  for (const { transit, ...rest } of tallies) {
    for (const [name, value] of Object.entries(rest) as [keyof typeof rest, number][]) sum[name] += value
    for (const [days, count] of transit) sum.transit.set(days, (sum.transit.get(days) ?? 0) + count)
  }
  return sum
}
