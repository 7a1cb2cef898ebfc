// Which operations the book's history is asked for, as SQL over `operations o`.
import type { Param, ReadDb } from '#main/db/database.ts'
import { ticksAt } from '#main/db/log-clock.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { changeOperationsSql } from '#main/services/history/record-history.ts'
import { makerSql } from '#main/services/history/row-makers.ts'
import { tablesOfKind } from '#main/services/history/row-owners.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { addDays, endOfDay } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import type { ActionKind, BookHistoryInput } from '#shared/schemas/history.ts'
import type { RecordKind, RecordRef } from '#shared/schemas/records.ts'

export type OperationFilter = {
  where: string
  params: Param[]
  /** Below this clock nothing can fit any more. */
  floor: number
}

type Part = { sql: string; params: Param[] }

export function operationFilter(db: ReadDb, input: BookHistoryInput): OperationFilter {
  const { timeZone } = bookFacts(db)
  // The wall time is never ahead of the clock: what the clock says was earlier, was.
  const from = input.from === null ? null : endOfDay(addDays(input.from, -1), timeZone)
  const to = input.to === null ? null : endOfDay(input.to, timeZone)
  const parts: Part[] = [
    ...(input.personId === null ? [] : [{ sql: 'o.person_id = ?', params: [input.personId] }]),
    ...(input.replica === null ? [] : [{ sql: 'o.replica = ?', params: [input.replica] }]),
    ...(from === null ? [] : [{ sql: 'o.wall_at >= ?', params: [from] }]),
    ...(to === null ? [] : [{ sql: 'o.wall_at < ?', params: [to] }]),
    ...(input.action === null ? [] : [ofAction(input.action)]),
    ...(input.record === null ? [] : [ofKind(input.record)]),
    ...(input.search === '' ? [] : [ofText(db, input.search)]),
  ]
  return {
    where: parts.map(({ sql }) => `(${sql})`).join(' AND ') || 'true',
    params: parts.flatMap(({ params }) => params),
    floor: from === null ? 0 : ticksAt(from),
  }
}

/** What kind of doing a name speaks of; whatever none of these says is an edit. */
const patterns: Readonly<Record<Exclude<ActionKind, 'edit'>, readonly string[]>> = {
  add: ['*.add', '*.add[A-Z]*', '*.issue', '*.upload*', '*.copy*'],
  archive: ['*.archive', '*.unarchive'],
  remove: ['*.remove', '*.remove[A-Z]*', '*.erase', '*.void', '*.cancel'],
  import: ['imports.run', '*.paste', '*.paste[A-Z]*', 'sample.fill'],
  undo: ['history.undo', 'history.redo', 'bin.restore'],
}

function ofAction(action: ActionKind): Part {
  if (action !== 'edit') return namedLike(patterns[action])
  const { sql, params } = namedLike(Object.values(patterns).flat())
  return { sql: `NOT (${sql})`, params }
}

function namedLike(globs: readonly string[]): Part {
  return { sql: globs.map(() => 'o.name GLOB ?').join(' OR '), params: [...globs] }
}

/** Operations that made or changed a record of the kind, or a part of one. */
function ofKind(kind: RecordKind): Part {
  const tables = [...tablesOfKind(kind), ...(kind === 'product' ? ['stock_movements'] : [])]
  const names = tables.map((table) => `'${table}'`).join(', ')
  const made = tables.map(
    (table) => `EXISTS (SELECT 1 FROM ${table} m WHERE m.id BETWEEN o.first_id AND o.last_id${notShared(kind, table)})`,
  )
  const changed = `EXISTS (SELECT 1 FROM changes c INDEXED BY changes_by_operation
    WHERE c.operation_id = o.id AND c.table_name IN (${names}))`
  return { sql: [...made, changed].join(' OR '), params: [] }
}

/** A table whose rows belong to records of several kinds says by its owner column to which. */
function notShared(kind: RecordKind, table: string): string {
  const child = recordKindRules[kind].children.find((other) => other.table === table)
  return child ? ` AND m.${child.owner} IS NOT NULL` : ''
}

const titlesLookedAt = 200
const operationsOfTitles = 20_000

/** Operations on records whose title holds the text, and those that put or took away a value that holds it. */
function ofText(db: ReadDb, text: string): Part {
  const likeOf = (value: string) => `%${value.replaceAll(/[\\%_]/g, '\\$&')}%`
  const inJson = likeOf(JSON.stringify(text).slice(1, -1))
  const amounts = amountsOf(text)
  const rough = [inJson, ...amounts.map((amount) => `%${amount}%`)]
  const exact = ["v.value LIKE ? ESCAPE '\\'", ...amounts.map(() => 'v.value = CAST(? AS INTEGER)')].join(' OR ')
  const holds = (column: string) => ({
    sql: `(${rough.map(() => `c.${column} LIKE ? ESCAPE '\\'`).join(' OR ')})
      AND EXISTS (SELECT 1 FROM json_each(c.${column}) v WHERE ${exact})`,
    params: [...rough, likeOf(text), ...amounts],
  })
  const [before, after] = [holds('before'), holds('after')]
  return {
    sql: `o.id IN (SELECT value FROM json_each(?)) OR EXISTS (SELECT 1 FROM changes c INDEXED BY changes_by_operation
      WHERE c.operation_id = o.id AND ((${before.sql}) OR (${after.sql})))`,
    params: [JSON.stringify(operationsOnTitled(db, likeOf(text))), ...before.params, ...after.params],
  }
}

/** A number as people write it, in the units that amounts are stored in: micros, thousandths, hundredths, whole. */
function amountsOf(text: string): number[] {
  if (!/^\d{1,12}([.,]\d{1,6})?$/.test(text)) return []
  const number = new Decimal(text.replace(',', '.'))
  const units = [6, 4, 3, 2, 0].map((places) => number.times(new Decimal(10).pow(places)))
  return units.map(Number).filter((unit) => Number.isSafeInteger(unit) && unit >= 10)
}

function operationsOnTitled(db: ReadDb, like: string): number[] {
  const found = (Object.keys(recordKindRules) as RecordKind[]).flatMap((kind) => {
    const columns = ['code', 'name', 'nameZh'].map((column) => `${column} LIKE ? ESCAPE '\\'`).join(' OR ')
    const sql = `SELECT id FROM (${recordKindRules[kind].titleSelect}) WHERE ${columns} LIMIT ${titlesLookedAt}`
    return db.raw(sql, like, like, like).map(([id]) => ({ kind, id: id as number }))
  })
  const operations = new Set<number>()
  for (const record of found.slice(0, titlesLookedAt)) {
    if (operations.size >= operationsOfTitles) break
    for (const { sql, params } of [changeOperationsSql(record), hangingSql(record)])
      for (const [id] of db.raw(sql, ...params)) if (id !== null) operations.add(id as number)
  }
  return [...operations]
}

/** Operations on what hangs on a record without being part of it: notes, files, movements of stock. */
function hangingSql({ kind, id }: RecordRef): Part {
  const notes = ['notes', 'record_attachments'].flatMap((table) => [
    `SELECT ${makerSql('r.id')} FROM ${table} r WHERE r.record_id = ? AND r.record_kind = '${kind}'`,
    `SELECT c.operation_id FROM ${table} r CROSS JOIN changes c INDEXED BY changes_by_row
     ON c.table_name = '${table}' AND c.row_id = r.id WHERE r.record_id = ? AND r.record_kind = '${kind}'`,
  ])
  const moves = kind === 'product' ? [`SELECT ${makerSql('r.id')} FROM stock_movements r WHERE r.product_id = ?`] : []
  const parts = [...notes, ...moves]
  return { sql: parts.join(' UNION '), params: parts.map(() => id) }
}
