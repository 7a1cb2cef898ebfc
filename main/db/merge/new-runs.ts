// What one copy of a book has that another lacks: of each copy number, the operations beyond the common ones.
import type { Connection } from '#main/db/database.ts'
import { damaged, readingForeign } from '#main/db/merge/foreign-rows.ts'
import type { NewRun } from '#main/db/merge/merge-types.ts'
import { prepared } from '#main/db/statements.ts'
import { AppError } from '#shared/errors.ts'
import { firstCounterId, type Id, idFrom, replicaLetters } from '#shared/ids.ts'

type Head = { replica: number; sequence: number; hash: string }

/**
 * The operations of `theirs` that `ours` lacks, by copy number; call it the other way round for what is new here. Throws
 * `merge/same-number` where both have another operation under one number and sequence.
 */
export function newRuns(ours: Connection, theirs: Connection): NewRun[] {
  const own = new Map(logHeads(ours).map((head) => [head.replica, head]))
  return readingForeign('operations', () => logHeads(theirs)).flatMap((head) => {
    const known = own.get(head.replica)
    const shared = Math.min(known?.sequence ?? 0, head.sequence)
    const knownHash = hashAt(ours, head.replica, shared)
    // Each hash covers its predecessor, so that equal ones stand for equal histories up to there.
    if (knownHash !== readingForeign('operations', () => hashAt(theirs, head.replica, shared))) {
      throw new AppError('merge/same-number', { copy: replicaLetters(head.replica), replica: head.replica })
    }
    return head.sequence > shared ? [runAfter({ sequence: shared, hash: knownHash }, head)] : []
  })
}

function runAfter(known: { sequence: number; hash: string }, last: Head): NewRun {
  return {
    replica: last.replica,
    knownSequence: known.sequence,
    knownHash: known.hash,
    lastSequence: last.sequence,
    lastHash: last.hash,
    firstOperation: idFrom(last.replica, known.sequence + 1),
    lastOperation: idFrom(last.replica, last.sequence),
  }
}

/** The last operation of every copy number, by number: found by leaps through the index, however long the log. */
export function logHeads(connection: Connection): Head[] {
  const heads: Head[] = []
  let replica = 0
  for (;;) {
    const next = prepared(
      connection,
      `SELECT replica, sequence, hash FROM operations INDEXED BY operations_by_sequence
       WHERE replica = (SELECT min(replica) FROM operations WHERE replica > ?) ORDER BY sequence DESC LIMIT 1`,
    ).get(replica) as Head | undefined
    if (!next) return heads
    // Of a file that someone else may have written: what no copy can have is damage.
    if (!isPlace(next)) throw damaged(`operations ${next.replica}/${next.sequence}`)
    heads.push(next)
    replica = next.replica
  }
}

function isPlace({ replica, sequence }: Head): boolean {
  const isWithin = (value: unknown, end: number) =>
    Number.isSafeInteger(value) && Number(value) > 0 && Number(value) < end
  return isWithin(replica, 2 ** 24) && isWithin(sequence, firstCounterId)
}

function hashAt(connection: Connection, replica: number, sequence: number): string {
  if (sequence === 0) return ''
  const row = prepared(connection, 'SELECT hash FROM operations WHERE id = ?').get(operationId(replica, sequence))
  return (row as { hash: string } | undefined)?.hash ?? ''
}

function operationId(replica: number, sequence: number): Id {
  return idFrom(replica, sequence)
}
