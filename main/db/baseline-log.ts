// A log that begins now: for a book that keeps the rows of another one and nothing of how they came to be.
import type { Connection } from '#main/db/database.ts'
import { digestOf } from '#main/db/digest.ts'
import { ticksAt } from '#main/db/log-clock.ts'
import { schemaVersion } from '#main/db/migrate.ts'
import { hashOf } from '#main/db/operation-hash.ts'
import { prepared } from '#main/db/statements.ts'
import { followedTables } from '#main/db/table-list.ts'
import type { Instant } from '#shared/dates.ts'
import { type Id, idFrom, idParts } from '#shared/ids.ts'

export type Baseline = { name: string; now: Instant }

/**
 * Replaces the log, which must be off, by one operation for every copy number that gave out ids: what it made are all rows
 * with ids of that number, as they are now.
 */
export function startLogAnew(connection: Connection, { name, now }: Baseline): void {
  connection.exec('DELETE FROM changes; DELETE FROM operations; DELETE FROM erased_leaves; DELETE FROM erasures;')
  const { clock } = prepared(connection, 'SELECT clock FROM this_copy').get() as { clock: number }
  const tick = Math.max(clock + 1, ticksAt(now))
  const last = lastIds(connection)
  // The number under which a book is made stands in every log, rows or not.
  if (!last.has(1)) last.set(1, idFrom(1, 0))
  for (const [replica, lastId] of [...last].sort(([left], [right]) => left - right)) {
    const hash = addBaseline(connection, { name, now, tick, replica, lastId })
    if (replica !== 1) continue
    prepared(
      connection,
      `UPDATE this_copy SET replica = 1, counter = ?, sequence = 1, clock = ?, head = ?, pending_heads = '[]', writer_token = ''`,
    ).run(idParts(lastId).counter, tick, hash)
  }
}

function lastIds(connection: Connection): Map<number, Id> {
  const last = new Map<number, Id>()
  for (const table of followedTables) {
    const ids = connection
      .prepare(`SELECT max(id) AS id FROM ${table} WHERE id >= 536870912 GROUP BY id / 536870912`)
      .all() as { id: Id }[]
    for (const { id } of ids) {
      const { replica } = idParts(id)
      last.set(replica, Math.max(last.get(replica) ?? 0, id))
    }
  }
  return last
}

type BaselineOf = Baseline & { tick: number; replica: number; lastId: Id }

function addBaseline(connection: Connection, { name, now, tick, replica, lastId }: BaselineOf): string {
  const id = idFrom(replica, 1)
  const firstId = idFrom(replica, 1)
  const operation = {
    replica,
    sequence: 1,
    name,
    person_id: null,
    clock: tick,
    wall_at: now,
    schema_version: schemaVersion(connection),
    first_id: firstId,
    last_id: lastId,
    merged_heads: '[]',
    previous_hash: '',
    digest: digestOf(connection, id, { firstId, lastId }, followedTables).digest,
  }
  const hash = hashOf(operation)
  const columns = Object.keys(operation)
  prepared(
    connection,
    `INSERT INTO operations (id, ${columns.join(', ')}, hash) VALUES (?, ${columns.map(() => '?').join(', ')}, ?)`,
  ).run(id, ...Object.values(operation), hash)
  return hash
}
