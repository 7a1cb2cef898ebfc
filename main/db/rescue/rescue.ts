// What can be read of a damaged book, put into a new one. The damaged file is only copied from; every row, the log's included,
// comes over as it is or is named as lost. Nothing is made up for what is missing.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Connection, closeWriter, openWriter } from '#main/db/database.ts'
import { columnsOf, makeLogTriggers } from '#main/db/log-triggers.ts'
import { dropLogTriggers, migrate } from '#main/db/migrate.ts'
import { migrations } from '#main/db/migrations.ts'
import { inPrivateFolder } from '#main/db/private-folder.ts'
import { putWhole } from '#main/db/put-in-place.ts'
import { type Gap, isUnreadable, type Row, readKeyedRows, readRows } from '#main/db/rescue/read-rows.ts'
import { openRaw, putOurSchema, versionIn } from '#main/db/rescue/ready-source.ts'
import { keepBytes } from '#main/db/restore.ts'
import { followedTables, tableList } from '#main/db/table-list.ts'
import { partialSuffix } from '#main/domain/backups/backup-name.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'

export type RescuedTable = {
  table: string
  rows: number
  gaps: Gap[]
  /** Rows that were read and make no sense: a text where a number belongs, an id twice. */
  refused: { id: string; reason: string }[]
  /** The table itself could not be found any more. */
  isMissing: boolean
}

export type RescueReport = {
  version: number
  repaired: string[]
  tables: RescuedTable[]
  /** Rows that point at rows which are not there: kept as they are. */
  references: { table: string; id: number; parent: string }[]
  /** Nothing was lost of what the log follows: the rescued book is the same book. */
  isWhole: boolean
}

export type RescueParts = {
  now: Instant
  /** What the book reckons in, where the row that says so is lost; without it such a book is not rescued. */
  baseCurrency?: string | undefined
  progress?: (table: string, done: number, total: number) => void
  /** Brings up to date what is derived; says whether the log agrees with the rows. */
  settle: (target: Connection) => { isSound: boolean }
}

const shown = 100
const skipped = new Set(['migrations', 'change_context'])

/** `rescue/target-exists`, `rescue/nothing`, `rescue/from-newer-version`, `rescue/needs-currency`. The target appears whole or not at all. */
export async function rescue(file: string, target: string, parts: RescueParts): Promise<RescueReport> {
  if (existsSync(target)) throw new AppError('rescue/target-exists')
  if (!existsSync(file)) throw new AppError('book/not-found')
  let report: RescueReport | undefined
  try {
    await putWhole({ path: target, replace: false, suffix: partialSuffix }, async (partial) => {
      report = await inPrivateFolder((folder) => {
        const copy = join(folder, 'damaged.quay')
        keepBytes(file, copy)
        return rescueCopy(copy, partial, parts)
      })
    })
    if (!report) throw new Error('Nothing was rescued')
    return report
  } catch (error) {
    throw isUnreadable(error) ? new AppError('rescue/nothing') : error
  }
}

function rescueCopy(copy: string, partial: string, parts: RescueParts): RescueReport {
  const numbers = migrations.map(({ number }) => number)
  const found = versionIn(copy, numbers, existsSync(`${copy}-wal`))
  // Where nothing tells the version, this program's is tried: a table that fits another one says so row by row.
  const version = found.version || (numbers.at(-1) ?? 0)
  const target = emptyBook(partial, version, parts.now)
  try {
    const there = putOurSchema(copy, tablesOf(target))
    const source = openRaw(copy)
    try {
      const tables = copyTables({ source, target, there, parts })
      const report = finish(target, { tables, version, repaired: found.repaired }, parts)
      closeWriter(target)
      return report
    } finally {
      source.close()
    }
  } finally {
    closeWriter(target)
  }
}

function emptyBook(file: string, version: number, now: Instant): Connection {
  const target = openWriter(file)
  migrate(target, now, { steps: migrations.filter(({ number }) => number <= version) })
  dropLogTriggers(target)
  target.pragma('foreign_keys = OFF')
  return target
}

function tablesOf(target: Connection): Map<string, string> {
  const rows = target.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL").all()
  return new Map((rows as { name: string; sql: string }[]).map(({ name, sql }) => [name, sql]))
}

type CopyParts = { source: Connection; target: Connection; there: ReadonlySet<string>; parts: RescueParts }

function copyTables({ source, target, there, parts }: CopyParts): RescuedTable[] {
  const names = [...tablesOf(target).keys()].filter((name) => name in tableList && !skipped.has(name))
  const ledgers = withoutGuards(target)
  return target.transaction(() => {
    ledgers.drop()
    const tables = names.map((table, index) => {
      parts.progress?.(table, index, names.length)
      target.exec(`DELETE FROM "${table}"`)
      return there.has(table)
        ? copyTable(source, target, table)
        : { table, rows: 0, gaps: [{ after: null, before: null }], refused: [], isMissing: true }
    })
    ledgers.restore()
    return tables
  })()
}

/** Triggers of the schema itself (an append-only ledger, say) would stand in the way of rows that come back as they were. */
function withoutGuards(target: Connection): { drop(): void; restore(): void } {
  const triggers = target.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  const kept = triggers as { name: string; sql: string }[]
  return {
    drop: () => {
      for (const { name } of kept) target.exec(`DROP TRIGGER "${name}"`)
    },
    restore: () => {
      for (const { sql } of kept) target.exec(sql)
    },
  }
}

function copyTable(source: Connection, target: Connection, table: string): RescuedTable {
  const info = columnsOf(target, table)
  const columns = info.map(({ name }) => name)
  const marks = columns.map(() => '?').join(', ')
  const insert = target.prepare(
    `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${marks})`,
  )
  const refused: RescuedTable['refused'] = []
  let kept = 0
  const take = (row: Row) => {
    try {
      insert.run(...columns.map((name) => row[name]))
      kept += 1
    } catch (error) {
      if (!isRefusal(error)) throw error
      if (refused.length < shown)
        refused.push({ id: String(row.id ?? row.__rowid ?? ''), reason: (error as Error).message })
    }
  }
  const isKeyed = / WITHOUT ROWID/i.test(tablesOf(target).get(table)?.slice(-40) ?? '')
  const key = info.filter(({ pk }) => pk > 0).map(({ name }) => name)
  const { gaps } = isKeyed
    ? readKeyedRows(source, { table, columns, key }, take)
    : readRows(source, { table, columns }, take)
  return { table, rows: kept, gaps, refused, isMissing: false }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(String(error.code))
}

type Read = Pick<RescueReport, 'tables' | 'version' | 'repaired'>

function finish(target: Connection, read: Read, parts: RescueParts): RescueReport {
  if (read.tables.every(({ rows }) => rows === 0)) throw new AppError('rescue/nothing')
  putSingleRows(target, parts)
  const isNewest = read.version === migrations.at(-1)?.number
  const isAllRead = read.tables.every(
    ({ table, gaps, refused }) => !isFollowed(table) || (gaps.length === 0 && refused.length === 0),
  )
  if (isNewest) makeLogTriggers(target)
  // What an older schema derives is settled by the program when it has brought the book up to date.
  const { isSound } = isNewest ? parts.settle(target) : { isSound: isAllRead }
  const isWhole = isAllRead && isSound
  if (!isWhole) beAnotherBook(target)
  const references = (target.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]).slice(
    0,
    shown,
  )
  return { ...read, references: references.map(({ table, rowid, parent }) => ({ table, id: rowid, parent })), isWhole }
}

function isFollowed(table: string): boolean {
  return followedTables.includes(table) || tableList[table]?.kind === 'log'
}

/** Rows that every book has exactly one of. */
function putSingleRows(target: Connection, { baseCurrency, now }: RescueParts): void {
  if (!target.prepare('SELECT 1 FROM books WHERE id = 1').get()) {
    // Guessing what money is counted in would make every sum wrong.
    if (!baseCurrency) throw new AppError('rescue/needs-currency')
    target
      .prepare('INSERT INTO books (id, uid, base_currency, made_at) VALUES (1, ?, ?, ?)')
      .run(randomUUID(), baseCurrency, now)
  }
  if (!target.prepare('SELECT 1 FROM this_copy WHERE id = 1').get()) {
    const clock = target.prepare('SELECT coalesce(max(clock), 0) FROM operations').pluck().get()
    target.prepare('INSERT INTO this_copy (id, replica, clock) VALUES (1, 1, ?)').run(clock)
  }
}

/**
 * Where something was lost the rescued book is not the old one: merged with a copy of it as if nothing were missing, it
 * would take away there what it lost here. Its next write draws a copy number of its own.
 */
function beAnotherBook(target: Connection): void {
  const triggers = target
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'books'")
    .all()
  const kept = triggers as { name: string; sql: string }[]
  for (const { name } of kept) target.exec(`DROP TRIGGER "${name}"`)
  target.prepare('UPDATE books SET uid = ? WHERE id = 1').run(randomUUID())
  target.exec("UPDATE this_copy SET counter = 0, sequence = 0, head = '' WHERE id = 1")
  for (const { sql } of kept) target.exec(sql)
}
