// The lines of a count as they stand in their rows: what was counted, without what the books say.
import type { Param, ReadDb } from '#main/db/database.ts'
import type { CountKey } from '#main/services/counting/count-keys.ts'
import { escapeLike } from '#main/services/lists/like-pattern.ts'
import type { Id } from '#shared/ids.ts'
import type { CountLine, LineFilter } from '#shared/schemas/counting.ts'

export type SheetLine = CountKey &
  Omit<CountLine, 'counted' | 'expected' | 'difference' | 'value' | 'unitCost' | 'movedSince'> & {
    countedMilli: number | null
  }

const select = `SELECT l.id, l.position, l.product_id AS productId, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name,
  p.name_zh AS nameZh, p.unit, p.tracking, l.batch_id AS batchId, coalesce(b.code, '') AS batch, b.expires_on AS expiresOn,
  l.bin_id AS binId, coalesce(n.code, '') AS bin, l.counted_milli AS countedMilli, l.note`
const from = `FROM stock_count_lines l INDEXED BY stock_count_lines_by_count JOIN products p ON p.id = l.product_id
  LEFT JOIN batches b ON b.id = l.batch_id LEFT JOIN bins n ON n.id = l.bin_id`

type Asked = { show: Exclude<LineFilter, 'differing'>; search: string }

type Where = { sql: string; params: Param[] }

const shown = { all: '', open: ' AND l.counted_milli IS NULL', counted: ' AND l.counted_milli IS NOT NULL' } as const

function whereOf(countId: Id, { show, search }: Asked): Where {
  const own = `WHERE l.count_id = ? AND l.deleted = 0${shown[show]}`
  if (search === '') return { sql: own, params: [countId] }
  const pattern = `%${escapeLike(search)}%`
  const columns = ['p.sku', 'p.name_en', 'p.name_zh', 'b.code', 'n.code']
  const any = columns.map((column) => `${column} LIKE ? ESCAPE '\\'`).join(' OR ')
  return { sql: `${own} AND (${any})`, params: [countId, ...columns.map(() => pattern)] }
}

/** In the order of the sheet. */
export function sheetLines(db: ReadDb, countId: Id, asked: Asked & { offset?: number; limit?: number }): SheetLine[] {
  const { sql, params } = whereOf(countId, asked)
  const { offset = 0, limit = -1 } = asked
  return db.all<SheetLine>(
    `${select} ${from} ${sql} ORDER BY l.position, l.id LIMIT ? OFFSET ?`,
    ...[...params, limit, offset],
  )
}

export function countSheetLines(db: ReadDb, countId: Id, asked: Asked): number {
  const { sql, params } = whereOf(countId, asked)
  return db.get<{ n: number }>(`SELECT count(*) AS n ${from} ${sql}`, ...params)?.n ?? 0
}

export function sheetLinesByIds(db: ReadDb, ids: readonly Id[]): SheetLine[] {
  return db.all<SheetLine>(
    `${select} FROM json_each(?) j CROSS JOIN stock_count_lines l ON l.id = j.value JOIN products p ON p.id = l.product_id
     LEFT JOIN batches b ON b.id = l.batch_id LEFT JOIN bins n ON n.id = l.bin_id ORDER BY l.position, l.id`,
    JSON.stringify(ids),
  )
}
