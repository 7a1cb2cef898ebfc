// What belongs to this copy of a book alone, and so goes into no copy that leaves the house.
import { randomInt } from 'node:crypto'
import type { WriteTx } from '#main/db/database.ts'
import { tableList } from '#main/db/table-list.ts'

/** Single rows that every copy has; they are reset, not removed. */
const resetTables = ['this_copy', 'change_context']
const localTables = Object.keys(tableList).filter(
  (table) => tableList[table]?.kind === 'local' && !resetTables.includes(table),
)
const maxReplica = 2 ** 24

/**
 * Takes a number of its own for a copy, and the writer's token from it. Under the old number, two programs on this machine
 * could write at once: both would be the one that this machine remembers.
 */
export const newNumber = "UPDATE this_copy SET replica = ?, counter = 0, sequence = 0, head = '', writer_token = ''"

export function freshNumber(): number {
  return randomInt(2, maxReplica)
}

/**
 * Removes drafts, window states and notes of merges, the writer's token, and the number under which this copy writes: a copy
 * that kept it could give out ids that this one gives out as well. What it knows of others' last changes stays.
 */
export function removeOwnThings(tx: WriteTx): void {
  for (const table of localTables) tx.run(`DELETE FROM ${table}`)
  tx.run('UPDATE this_copy SET purge_due = 0')
  tx.run(newNumber, freshNumber())
  // Samples of rows, these tables' among them.
  for (const table of ['sqlite_stat1', 'sqlite_stat4']) {
    if (!tx.get('SELECT 1 FROM sqlite_schema WHERE name = ?', table)) continue
    tx.run(`DELETE FROM ${table} WHERE tbl IN (SELECT value FROM json_each(?))`, JSON.stringify(localTables))
  }
}
