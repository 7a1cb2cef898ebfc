// Whether the header of a foreign operation can be one: what SQL and JavaScript later reckon with must be sane before it is
// taken in. That it is what its hash says, `verifyOperations` finds.
import { ticksAt } from '#main/db/log-clock.ts'
import { damaged } from '#main/db/merge/foreign-rows.ts'
import { headsFromText, headsToText } from '#main/db/operation-hash.ts'
import type { OperationsTable as Operation } from '#main/db/tables.ts'
import type { Instant } from '#shared/dates.ts'
import { idFrom, idParts } from '#shared/ids.ts'

/** Where a copy's log stands before the next of its operations. */
export type LogEnd = { replica: number; sequence: number; lastId: number; clock: number; schemaVersion: number }

/** The end of an empty log. */
export function emptyLogEnd(replica: number): LogEnd {
  return { replica, sequence: 0, lastId: idFrom(replica, 0), clock: -1, schemaVersion: 0 }
}

/** So late that no clock of a book shows it; later ones would leave no room to count on (see log-clock.ts). */
const lastTick = ticksAt(Date.UTC(2100, 0, 1) as Instant)
const farthestInstant = 8.64e15
const longestName = 200
const hashPattern = /^[0-9a-f]{64}$/

/** Throws `merge/damaged` unless `operation` can follow on `before`; gives where the log stands after it. */
export function endAfter(before: LogEnd, operation: Operation, newestSchema: number): LogEnd {
  const where = `${before.replica}/${before.sequence + 1}`
  const demand = (isSane: boolean, what: string) => {
    if (!isSane) throw damaged(`${where} ${what}`)
  }
  const { replica, sequence, first_id: firstId, last_id: lastId } = operation
  demand(replica === before.replica && sequence === before.sequence + 1, 'sequence')
  demand(operation.id === idFrom(replica, sequence), 'id')
  demand(isWhole(firstId) && isWhole(lastId) && lastId >= firstId - 1, 'span')
  // A copy gives out its ids one after another: a gap would hold rows that no operation made.
  demand(firstId === before.lastId + 1 && (lastId < firstId || idParts(lastId).replica === replica), 'span')
  demand(isWhole(operation.clock) && operation.clock > before.clock && operation.clock <= lastTick, 'clock')
  demand(isWhole(operation.wall_at) && Math.abs(operation.wall_at) <= farthestInstant, 'time')
  const version = operation.schema_version
  demand(isWhole(version) && version >= before.schemaVersion && version > 0 && version <= newestSchema, 'schema')
  demand(operation.person_id === null || isWhole(operation.person_id), 'person')
  demand(isShortText(operation.name), 'name')
  demand(isHeads(operation.merged_heads), 'heads')
  demand(
    [operation.digest, operation.hash].every((hash) => typeof hash === 'string' && hashPattern.test(hash)),
    'hash',
  )
  return { replica, sequence, lastId, clock: operation.clock, schemaVersion: version }
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function isShortText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= longestName
}

function isHeads(text: unknown): boolean {
  const heads = typeof text === 'string' ? headsFromText(text) : null
  return heads !== null && headsToText(heads) === text
}
