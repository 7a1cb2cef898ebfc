// The book as it was at a moment, as a file of its own to be read and thrown away. Rows that came later are not there, fields
// hold what they held then, and what is derived is derived anew; what was erased since stays erased.
import { rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { bareTx } from '#main/db/bare-tx.ts'
import type { Connection, ReadDb, WriteTx } from '#main/db/database.ts'
import { ticksAt } from '#main/db/log-clock.ts'
import { type LaterSpan, putFieldsBack } from '#main/db/past-fields.ts'
import { markAsPast } from '#main/db/past-mark.ts'
import { readDb } from '#main/db/statements.ts'
import { followedTables, tableList } from '#main/db/table-list.ts'
import type { Instant } from '#shared/dates.ts'
import { firstCounterId } from '#shared/ids.ts'

/** Who watches, and may stop it: a job is one. */
export type PastWork = {
  progress(phase: string, done: number, total: number | null): void
  stopIfCancelled(): void
}

/** What knows the features' derived figures; this file does not. */
export type PastFigures = {
  /** Asked before later rows go: which rows of other tables lean on them in their derived columns. */
  leaning(db: ReadDb, leaving: readonly IdSpan[]): ReadonlyMap<string, ReadonlySet<number>>
  /** Brings everything derived up to date; `touched` are the rows that changed or whose rows went. */
  settle(tx: WriteTx, touched: ReadonlyMap<string, ReadonlySet<number>>): void
}

export type IdSpan = { from: number; to: number }

export type PastWish = {
  /** The first instant that is not part of it. */
  until: Instant
  figures: PastFigures
  work: PastWork
}

const pagesAtOnce = 4096

/**
 * Writes the past of an open book to `target`, a path where nothing is yet. When it fails or is cancelled, nothing is left
 * there. `source` must not be used for anything else meanwhile: its read transaction holds the book still.
 */
export async function makePast(source: Connection, target: string, wish: PastWish): Promise<void> {
  try {
    await copyBook(source, target, wish.work)
    rewind(target, wish)
  } catch (error) {
    for (const part of ['', '-journal', '-wal', '-shm']) rmSync(target + part, { force: true })
    throw error
  }
}

/** In pieces, so that it can be stopped. */
async function copyBook(source: Connection, target: string, work: PastWork): Promise<void> {
  const holds = !source.inTransaction && !source.memory
  // Without a transaction held, a write in between would begin the copy again.
  if (holds) source.exec('BEGIN; SELECT 1 FROM sqlite_schema;')
  try {
    await source.backup(target, {
      progress({ totalPages, remainingPages }) {
        work.stopIfCancelled()
        work.progress('copy', totalPages - remainingPages, totalPages)
        return pagesAtOnce
      },
    })
  } finally {
    if (holds && source.inTransaction) source.exec('COMMIT')
  }
}

/** Turns a copy of a book into what it was. Nobody else has the file, and a half-done one is thrown away: no journal. */
function rewind(file: string, { until, figures, work }: PastWish): void {
  const connection = new Sqlite(file)
  try {
    connection.pragma('journal_mode = DELETE')
    connection.pragma('journal_mode = OFF')
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.pragma('synchronous = OFF')
    connection.pragma('foreign_keys = OFF')
    connection.pragma('temp_store = MEMORY')
    connection.pragma('cache_size = -65536')
    connection.exec('BEGIN')
    rewindRows(connection, { until, figures, work })
    connection.exec('COMMIT')
  } finally {
    connection.close()
  }
}

function rewindRows(connection: Connection, { until, figures, work }: PastWish): void {
  const triggers = takeTriggers(connection)
  clearLocalTables(connection)
  const cut = ticksAt(until)
  const later = laterSpans(connection, cut)
  if (later.length > 0) {
    const touched = putFieldsBack(connection, later, { cut, work })
    const leaving = later.map(({ firstId, end }) => ({ from: firstId, to: end }))
    addAll(touched, figures.leaning(readDb(connection, until), leaving))
    dropLaterRows(connection, { later, leaving, work })
    windCopyBack(connection)
    work.stopIfCancelled()
    work.progress('figures', 0, null)
    figures.settle(bareTx(connection, until), touched)
  }
  markAsPast(connection, until)
  for (const trigger of triggers) connection.exec(trigger)
}

/** The triggers would log, or refuse, what is done here; they come back as they were. */
function takeTriggers(connection: Connection): string[] {
  const triggers = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) connection.exec(`DROP TRIGGER "${name}"`)
  return triggers.map(({ sql }) => sql)
}

const keptLocal = ['this_copy', 'change_context']

function clearLocalTables(connection: Connection): void {
  for (const [table, { kind }] of Object.entries(tableList)) {
    if (kind === 'local' && !keptLocal.includes(table)) connection.exec(`DELETE FROM ${table}`)
  }
}

/** Within one copy the clock only grows, and ids with it: what came later are the ids from some one on. */
function laterSpans(connection: Connection, cut: number): LaterSpan[] {
  const rows = connection
    .prepare(
      'SELECT replica, min(id) AS firstOperation, min(first_id) AS firstId FROM operations WHERE clock >= ? GROUP BY replica',
    )
    .all(cut) as { replica: number; firstOperation: number; firstId: number }[]
  return rows.map(({ replica, ...first }) => ({ ...first, end: (replica + 1) * firstCounterId - 1 }))
}

type Leaving = { later: readonly LaterSpan[]; leaving: readonly IdSpan[]; work: PastWork }

/** Erasures stay noted whenever they were: what they blanked stays blank. */
const keptWhole = new Set(['erasures'])

function dropLaterRows(connection: Connection, { later, leaving, work }: Leaving): void {
  const operations = later.map(({ firstOperation, end }) => ({ from: firstOperation, to: end }))
  const steps = [
    ...followedTables
      .filter((table) => !keptWhole.has(table))
      .map((table) => ({ table, column: 'id', spans: leaving })),
    { table: 'changes', column: 'operation_id', spans: operations },
    { table: 'erased_leaves', column: 'operation_id', spans: operations },
    { table: 'operations', column: 'id', spans: operations },
  ]
  for (const [at, { table, column, spans }] of steps.entries()) {
    work.stopIfCancelled()
    work.progress('rows', at, steps.length)
    dropSpans(connection, { table, column, spans })
  }
}

type SpansOf = { table: string; column: string; spans: readonly IdSpan[] }

/** Where much goes, the indexes are made anew from what stays: quicker than taking every entry out of each. */
function dropSpans(connection: Connection, { table, column, spans }: SpansOf): void {
  const rows = connection.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${column} BETWEEN ? AND ?`)
  const going = spans.reduce((sum, { from, to }) => sum + (rows.get(from, to) as { n: number }).n, 0)
  if (going === 0) return
  const indexes = going > 5000 ? otherIndexes(connection, table, column) : []
  for (const { name } of indexes) connection.exec(`DROP INDEX "${name}"`)
  const drop = connection.prepare(`DELETE FROM ${table} WHERE ${column} BETWEEN ? AND ?`)
  for (const { from, to } of spans) drop.run(from, to)
  for (const { sql } of indexes) connection.exec(sql)
}

/** All but the one that finds what goes. */
function otherIndexes(connection: Connection, table: string, column: string): { name: string; sql: string }[] {
  const indexes = connection
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL")
    .all(table) as { name: string; sql: string }[]
  return indexes.filter(({ sql }) => column === 'id' || !sql.includes(`(${column})`))
}

/** The copy's own state as its last operation of then left it, so that the log agrees with itself. */
function windCopyBack(connection: Connection): void {
  connection
    .prepare(
      `UPDATE this_copy SET (counter, sequence, clock, head) = (SELECT coalesce(max(o.last_id) - replica * ${firstCounterId}, 0),
         coalesce(max(o.sequence), 0), coalesce(max(o.clock), 0), coalesce((SELECT h.hash FROM operations h
           WHERE h.replica = this_copy.replica ORDER BY h.sequence DESC LIMIT 1), '')
       FROM operations o WHERE o.replica = this_copy.replica), writer_token = '', pending_heads = '[]'`,
    )
    .run()
}

function addAll(into: Map<string, Set<number>>, more: ReadonlyMap<string, ReadonlySet<number>>): void {
  for (const [table, ids] of more) into.set(table, new Set([...(into.get(table) ?? []), ...ids]))
}
