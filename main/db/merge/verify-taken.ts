// Whether the operations that came in are, in our book as it is now, what their hashes say: the last word before the commit.
import type { Connection } from '#main/db/database.ts'
import { damaged } from '#main/db/merge/foreign-rows.ts'
import type { MergeProgress, NewRun } from '#main/db/merge/merge-types.ts'
import { report } from '#main/db/merge/take-operations.ts'
import { prepared, readDb } from '#main/db/statements.ts'
import type { OperationsTable as Operation } from '#main/db/tables.ts'
import { makeVerifier } from '#main/db/verify-operations.ts'
import type { Instant } from '#shared/dates.ts'

const operationsAtOnce = 500

export function verifyTaken(connection: Connection, runs: readonly NewRun[], progress: MergeProgress): void {
  const verifier = makeVerifier(readDb(connection, 0 as Instant))
  const total = runs.reduce((sum, run) => sum + run.lastSequence - run.knownSequence, 0)
  const slice = prepared(
    connection,
    `SELECT * FROM operations WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ${operationsAtOnce}`,
  )
  let done = 0
  for (const { firstOperation, lastOperation, knownSequence } of runs) {
    let previous = knownSequence === 0 ? null : operationAt(connection, firstOperation - 1)
    for (let from = firstOperation; from <= lastOperation; ) {
      const operations = slice.all(from, lastOperation) as Operation[]
      for (const operation of operations) {
        const [problem] = verifier.problemsOf(operation, previous)
        if (problem) throw damaged(`${problem.operation} ${problem.code}`)
        previous = operation
      }
      from = (operations.at(-1)?.id ?? lastOperation) + 1
      done += operations.length
      report(progress, 'merge.verify', done, total)
    }
  }
}

function operationAt(connection: Connection, id: number): Operation {
  return prepared(connection, 'SELECT * FROM operations WHERE id = ?').get(id) as Operation
}
