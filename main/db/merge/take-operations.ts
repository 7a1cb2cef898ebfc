// The operations of a foreign copy, from the common ones on, taken in as they are.
import type { Connection, Param } from '#main/db/database.ts'
import { emptyLogEnd, endAfter, type LogEnd } from '#main/db/merge/check-header.ts'
import { admitting, damaged, foreignRows } from '#main/db/merge/foreign-rows.ts'
import type { IdSpan, MergeProgress, NewRun } from '#main/db/merge/merge-types.ts'
import { schemaVersion } from '#main/db/migrate.ts'
import { prepared } from '#main/db/statements.ts'
import type { OperationsTable as Operation } from '#main/db/tables.ts'

export type TakenOperations = {
  /** One per copy that gave out ids. */
  spans: IdSpan[]
  count: number
  lastClock: number
}

export type Sides = { ours: Connection; foreign: Connection; progress: MergeProgress }

const rowsAtOnce = 2000

/** Copies the operations of the runs. */
export function takeOperations(sides: Sides, runs: readonly NewRun[]): TakenOperations {
  const taken: TakenOperations = { spans: [], count: 0, lastClock: 0 }
  const newestSchema = schemaVersion(sides.ours)
  for (const run of runs) {
    const before = ownEnd(sides.ours, run)
    const end = takeRun(sides, { run, before, newestSchema }, taken)
    if (end.lastId > before.lastId) taken.spans.push({ firstId: before.lastId + 1, lastId: end.lastId })
    taken.lastClock = Math.max(taken.lastClock, end.clock)
  }
  return taken
}

function ownEnd(ours: Connection, { replica, knownSequence, firstOperation }: NewRun): LogEnd {
  if (knownSequence === 0) return emptyLogEnd(replica)
  const last = prepared(ours, 'SELECT * FROM operations WHERE id = ?').get(firstOperation - 1) as Operation
  const { sequence, last_id: lastId, clock, schema_version: version } = last
  return { replica, sequence, lastId, clock, schemaVersion: version }
}

const operationColumns = [
  'id',
  'replica',
  'sequence',
  'name',
  'person_id',
  'clock',
  'wall_at',
  'schema_version',
  'first_id',
  'last_id',
  'merged_heads',
  'previous_hash',
  'digest',
  'hash',
] as const

type Run = { run: NewRun; before: LogEnd; newestSchema: number }

function takeRun(
  { ours, foreign, progress }: Sides,
  { run, before, newestSchema }: Run,
  taken: TakenOperations,
): LogEnd {
  const insert = prepared(ours, insertOf('operations', operationColumns))
  const select = `SELECT ${operationColumns.join(', ')} FROM operations WHERE id BETWEEN ? AND ? ORDER BY id`
  let end = before
  for (const row of foreignRows(foreign, 'operations', select, run.firstOperation, run.lastOperation)) {
    const operation = Object.fromEntries(operationColumns.map((column, at) => [column, row[at]]))
    end = endAfter(end, operation as unknown as Operation, newestSchema)
    admitting(`${end.replica}/${end.sequence}`, () => insert.run(...(row as Param[])))
    taken.count += 1
    if (taken.count % rowsAtOnce === 0) report(progress, 'merge.operations', taken.count, null)
  }
  if (end.sequence !== run.lastSequence) throw damaged(`${run.replica}/${end.sequence + 1} sequence`)
  return end
}

export function insertOf(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
}

/** How far it is; and the moment to stop. */
export function report(progress: MergeProgress, phase: string, done: number, total: number | null): void {
  progress.stopIfCancelled()
  progress.progress(phase, done, total)
}
