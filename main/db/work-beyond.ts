// What was done in one file of a book beyond what another file of it knows: from the log, by copy number.
import type { Connection } from '#main/db/database.ts'
import { logHeads } from '#main/db/merge/new-runs.ts'
import { preparedRaw } from '#main/db/statements.ts'
import { followedTables, tableList } from '#main/db/table-list.ts'
import type { Instant } from '#shared/dates.ts'
import { idFrom } from '#shared/ids.ts'
import type { KindDifference, WorkDifference } from '#shared/schemas/backups.ts'

type Run = { replica: number; after: number; last: number }

/** The operations that `known` lacks, and the rows that they made, changed and deleted, table by table. */
export function workBeyond(connection: Connection, known: Connection): WorkDifference {
  const runs = runsBeyond(connection, known)
  const of = runs.map((run) => operationsOf(connection, run))
  const first = of.flatMap(({ firstAt }) => (firstAt === null ? [] : [firstAt]))
  const last = of.flatMap(({ lastAt }) => (lastAt === null ? [] : [lastAt]))
  return {
    operations: of.reduce((sum, { count }) => sum + count, 0),
    firstAt: first.length > 0 ? (Math.min(...first) as Instant) : null,
    lastAt: last.length > 0 ? (Math.max(...last) as Instant) : null,
    people: [...new Set(of.flatMap(({ people }) => people))],
    kinds: kindsOf(connection, runs),
  }
}

/** Where both hold another operation under one number and place, all from the first such one on counts as unknown. */
function runsBeyond(connection: Connection, known: Connection): Run[] {
  const others = new Map(logHeads(known).map((head) => [head.replica, head.sequence]))
  return logHeads(connection).flatMap(({ replica, sequence }) => {
    const shared = commonUpTo(connection, known, { replica, last: Math.min(sequence, others.get(replica) ?? 0) })
    return sequence > shared ? [{ replica, after: shared, last: sequence }] : []
  })
}

/** Each hash covers its predecessor: equal at one place means equal before it. */
function commonUpTo(left: Connection, right: Connection, { replica, last }: { replica: number; last: number }): number {
  const isSame = (sequence: number) => hashAt(left, replica, sequence) === hashAt(right, replica, sequence)
  let [low, high] = [0, last]
  if (high === 0 || isSame(high)) return high
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isSame(middle)) low = middle
    else high = middle
  }
  return low
}

function hashAt(connection: Connection, replica: number, sequence: number): unknown {
  return preparedRaw(connection, 'SELECT hash FROM operations WHERE id = ?')
    .all(idFrom(replica, sequence))[0]
    ?.toString()
}

type Operations = { count: number; firstAt: Instant | null; lastAt: Instant | null; people: string[] }

function operationsOf(connection: Connection, run: Run): Operations {
  const span = [idFrom(run.replica, run.after + 1), idFrom(run.replica, run.last)] as const
  const sums = connection
    .prepare(
      'SELECT count(*) AS count, min(wall_at) AS firstAt, max(wall_at) AS lastAt FROM operations WHERE id BETWEEN ? AND ?',
    )
    .get(...span) as Omit<Operations, 'people'>
  const people = connection
    .prepare(
      'SELECT DISTINCT p.name FROM operations o JOIN people p ON p.id = o.person_id WHERE o.id BETWEEN ? AND ? ORDER BY p.name LIMIT 20',
    )
    .all(...span) as { name: string }[]
  return { ...sums, people: people.map(({ name }) => name) }
}

function kindsOf(connection: Connection, runs: readonly Run[]): KindDifference[] {
  return followedTables.flatMap((table) => {
    if (!hasTable(connection, table)) return []
    const kind = { table, added: 0, changed: 0, removed: 0 }
    for (const run of runs) addRun(connection, kind, run)
    return kind.added + kind.changed + kind.removed > 0 ? [kind] : []
  })
}

function hasTable(connection: Connection, table: string): boolean {
  return connection.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined
}

function addRun(connection: Connection, kind: KindDifference, run: Run): void {
  const { table } = kind
  const of = [idFrom(run.replica, run.after + 1), idFrom(run.replica, run.last)] as const
  const span = connection
    .prepare(
      'SELECT min(first_id) AS first, max(last_id) AS last FROM operations WHERE id BETWEEN ? AND ? AND last_id >= first_id',
    )
    .get(...of) as { first: number | null; last: number | null }
  const [first, last] = [span.first ?? 0, span.last ?? -1]
  kind.added += connection
    .prepare(`SELECT count(*) FROM ${table} WHERE id BETWEEN ? AND ?`)
    .pluck()
    .get(first, last) as number
  if (tableList[table]?.kind !== 'record') return
  const isDeleted = `json_extract(c.after, '$.deleted') = 1`
  const counts = connection
    .prepare(
      `SELECT count(*) AS rows, coalesce(sum(gone), 0) AS gone FROM (SELECT max(coalesce(${isDeleted}, 0)) AS gone FROM changes c
       WHERE c.operation_id BETWEEN ? AND ? AND c.table_name = '${table}' AND c.row_id NOT BETWEEN ? AND ? GROUP BY c.row_id)`,
    )
    .get(...of, first, last) as { rows: number; gone: number }
  kind.changed += counts.rows - counts.gone
  kind.removed += counts.gone
}
