// The book as of a moment, made from merged copies: the same whichever way they were merged, and what really stood there then
// wherever a copy knew at that moment all that is known of it today.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Connection } from '#main/db/database.ts'
import { applyErasures } from '#main/db/erase.ts'
import { makePast } from '#main/db/past.ts'
import { followedTables, tableList } from '#main/db/table-list.ts'
import { pastFigures } from '#main/services/past/past-figures.ts'
import { type BookCopy, openFile } from '#tests/support/book-copies.ts'
import { BrokenLaw } from '#tests/support/merge/merge-laws.ts'
import { operationsUntil, type Snapshot } from '#tests/support/merge/random-history.ts'

const work = { progress: () => {}, stopIfCancelled: () => {} }

/** Gives whether the moment could be held against what really stood there. */
export async function holdPastLaw(merged: BookCopy, otherwise: BookCopy, snapshot: Snapshot): Promise<boolean> {
  const past = await pastState(merged.connection, snapshot)
  expectSame(past, await pastState(otherwise.connection, snapshot), 'as of in any order')
  if (operationsUntil(merged, snapshot.until) !== snapshot.operations) return false
  expectSame(past, snapshotState(merged, snapshot), 'as of')
  return true
}

async function pastState(connection: Connection, { until }: Snapshot): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-past-law-'))
  try {
    const file = join(folder, 'past.quay')
    await makePast(connection, file, { until, figures: pastFigures, work })
    const past = new Sqlite(file)
    const state = stateOf(past)
    past.close()
    return state
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What was erased since stays erased, then as well. */
function snapshotState(merged: BookCopy, { file }: Snapshot): Record<string, string> {
  const then = openFile(file)
  const known = merged.connection.prepare('SELECT DISTINCT table_name, row_id FROM erasures').raw().all()
  const insert = then.prepare('INSERT INTO erasures (id, table_name, row_id) VALUES (?, ?, ?)')
  for (const [at, row] of known.entries()) insert.run(-1 - at, ...(row as [string, number]))
  then.transaction(() => applyErasures(then))()
  const state = stateOf(then)
  then.close()
  return state
}

const told = followedTables.filter((table) => table !== 'erasures')
const derived = Object.keys(tableList).filter((table) => tableList[table]?.kind === 'derived')

function stateOf(connection: Connection): Record<string, string> {
  const columns = (table: string) =>
    (connection.pragma(`table_info("${table}")`) as { name: string; type: string }[])
      // Files may have been left out of one copy and not of another.
      .filter(({ type }) => type !== 'BLOB')
      .map(({ name }) => name)
  const rows = (sql: string) => JSON.stringify(connection.prepare(sql).raw().all())
  const tables = [...told, ...derived].map((table) => [
    table,
    rows(`SELECT ${columns(table)} FROM ${table} ORDER BY 1, 2`),
  ])
  return Object.fromEntries([...tables, ['operations', rows('SELECT * FROM operations ORDER BY id')]])
}

function expectSame(left: Record<string, string>, right: Record<string, string>, law: string): void {
  const table = Object.keys(left).find((name) => left[name] !== right[name])
  if (table !== undefined) throw new BrokenLaw(law, `${table}\n  ${left[table]}\n  ${right[table]}`)
}
