// Which shipments stand in which column of the board, and in which order: not sent yet, under way, ended within the last days.
import type { Param, ReadDb } from '#main/db/database.ts'
import { boardFilter } from '#main/services/shipments/board-filters.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { BoardColumnKey, BoardInput } from '#shared/schemas/shipment-board.ts'

/** Each has an index of its own (0600), and is counted from nothing else. */
const stages = {
  before: {
    index: 'shipments_board_before',
    column: 's.status',
    where: "s.status IN ('draft', 'packed') AND s.deleted = 0 AND s.archived = 0",
    late: 's.planned_on < ?',
  },
  open: {
    index: 'shipments_board_open',
    column: 's.state',
    where: 's.is_open = 1 AND s.deleted = 0 AND s.archived = 0',
    late: 's.planned_on < ?',
  },
  ended: {
    index: 'shipments_board_ended',
    column: 's.state',
    where: "s.is_open = 0 AND s.status = 'sent' AND s.deleted = 0 AND s.archived = 0 AND s.state_on >= ?",
    late: 's.delivered_on > s.planned_on',
  },
} as const

export type Stage = keyof typeof stages
export type BoardAsked = Omit<BoardInput, 'cards' | 'asOf'> & { asOf: Day }
type Counted = {
  stage: Stage
  column: BoardColumnKey
  count: number
  late: number
  valueMinor: number
  withoutValue: number
}

/** The columns of one stage that somebody is in. */
export function countStage(db: ReadDb, stage: Stage, asked: BoardAsked): Counted[] {
  const { index, column, late } = stages[stage]
  const { where, values } = conditions(stage, asked)
  const lateOn = stage === 'ended' ? [] : [asked.asOf]
  const rows = db.raw(
    `SELECT ${column}, count(*), coalesce(sum(${late}), 0), coalesce(sum(s.value_base_minor), 0),
       count(*) - count(s.value_base_minor)
     FROM shipments s INDEXED BY ${index} WHERE ${where} GROUP BY ${column}`,
    ...lateOn,
    ...values,
  ) as [BoardColumnKey, number, number, number, number][]
  return rows.map(([key, count, lateCount, valueMinor, withoutValue]) => {
    return { stage, column: key, count, late: lateCount, valueMinor, withoutValue }
  })
}

type List = { stage: Stage; where: string; order: string }

const byPlan = (stage: Stage): List[] => [
  { stage, where: ' AND s.planned_on IS NOT NULL', order: 's.planned_on, s.id' },
  { stage, where: ' AND s.planned_on IS NULL', order: 's.id' },
]
const latestFirst: List = { stage: 'ended', where: '', order: 's.state_on DESC, s.id DESC' }

/** The soonest to arrive first, those without a plan after them; of the ended ones the latest first. */
export function idsOfColumn(
  db: ReadDb,
  { column, asked }: { column: BoardColumnKey; asked: BoardAsked },
  { limit, offset }: { limit: number; offset: number },
): Id[] {
  const isBefore = column === 'draft' || column === 'packed'
  const ids: Id[] = []
  let skip = offset
  for (const list of isBefore ? byPlan('before') : [...byPlan('open'), latestFirst]) {
    if (ids.length >= limit) break
    const found = idsOfList(db, list, { column, asked, limit: limit - ids.length, offset: skip })
    skip = found.length > 0 || skip === 0 ? 0 : Math.max(0, skip - countOfList(db, list, { column, asked }))
    ids.push(...found)
  }
  return ids
}

type Part = { column: BoardColumnKey; asked: BoardAsked }

function idsOfList(db: ReadDb, { stage, where: also, order }: List, part: Part & { limit: number; offset: number }) {
  const { index, column } = stages[stage]
  const { where, values } = conditions(stage, part.asked)
  const rows = db.raw(
    `SELECT s.id FROM shipments s INDEXED BY ${index} WHERE ${where} AND ${column} = ?${also}
     ORDER BY ${order} LIMIT CAST(? AS INTEGER) OFFSET CAST(? AS INTEGER)`,
    ...values,
    part.column,
    part.limit,
    part.offset,
  )
  return rows.map(([id]) => id as Id)
}

function countOfList(db: ReadDb, { stage, where: also }: List, { column: key, asked }: Part): number {
  const { index, column } = stages[stage]
  const { where, values } = conditions(stage, asked)
  const sql = `SELECT count(*) FROM shipments s INDEXED BY ${index} WHERE ${where} AND ${column} = ?${also}`
  return (db.raw(sql, ...values, key)[0]?.[0] as number | undefined) ?? 0
}

function conditions(stage: Stage, asked: BoardAsked): { where: string; values: Param[] } {
  const { where, late } = stages[stage]
  const filter = boardFilter(asked)
  const since = stage === 'ended' ? [addDays(asked.asOf, -asked.endedDays)] : []
  const lateOn = asked.late && stage !== 'ended' ? [asked.asOf] : []
  return {
    where: `${where}${filter.sql}${asked.late ? ` AND ${late}` : ''}`,
    values: [...since, ...filter.values, ...lateOn],
  }
}
