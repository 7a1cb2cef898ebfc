// What this copy remembers of a merge: its clock passes all that came in, its next operation names the heads, and a note
// says what came and how to go back.
import { randomInt } from 'node:crypto'
import type { Connection } from '#main/db/database.ts'
import type { MergeSettings, NewRun } from '#main/db/merge/merge-types.ts'
import { headsHash } from '#main/db/merge/undoable-merge.ts'
import { headsFromText, headsToText, type NamedHead } from '#main/db/operation-hash.ts'
import { prepared } from '#main/db/statements.ts'
import type { Id } from '#shared/ids.ts'

type CopyRow = { replica: number; clock: number; pending_heads: string }

export function noteInCopy(connection: Connection, runs: readonly NewRun[], lastClock: number): void {
  const copy = prepared(connection, 'SELECT replica, clock, pending_heads FROM this_copy').get() as CopyRow
  const heads = runs.map((run): NamedHead => [run.replica, run.lastSequence, run.lastHash])
  const pending = headsToText([...(headsFromText(copy.pending_heads) ?? []), ...heads])
  prepared(connection, 'UPDATE this_copy SET clock = ?, pending_heads = ?').run(
    Math.max(copy.clock, lastClock),
    pending,
  )
  if (runs.some(({ replica }) => replica === copy.replica)) giveUpNumber(connection)
}

/** Operations under our own number that we did not have: this file is an earlier state of that copy, or it has a twin. */
function giveUpNumber(connection: Connection): void {
  const isTaken = prepared(connection, 'SELECT 1 FROM operations WHERE replica = ? LIMIT 1')
  let fresh = randomInt(2, 2 ** 24)
  while (isTaken.get(fresh)) fresh = randomInt(2, 2 ** 24)
  prepared(connection, "UPDATE this_copy SET replica = ?, counter = 0, sequence = 0, head = ''").run(fresh)
}

const longestFileName = 300

export type MergeNote = { settings: MergeSettings; operations: number; headBefore: string }

export function noteMerge(connection: Connection, { settings, operations, headBefore }: MergeNote): Id {
  const { lastInsertRowid } = prepared(
    connection,
    `INSERT INTO merges (merged_at, file_name, operations, head_before, head_after, backup_name, report)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[settings.now, settings.fileName.slice(0, longestFileName), operations],
    ...[headBefore, headsHash(connection), settings.backupName ?? '', settings.report ?? '{}'],
  )
  if (settings.report !== undefined) {
    prepared(
      connection,
      `UPDATE merges SET report = json_set(report, '$.id', id, '$.changes', operations) WHERE id = ?`,
    ).run(lastInsertRowid)
  }
  return Number(lastInsertRowid)
}
