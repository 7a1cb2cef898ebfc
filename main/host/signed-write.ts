// Every operation carries its person: what would stand in the log without one is taken back and refused.
import type { WriteTx } from '#main/db/database.ts'
import { AppError } from '#shared/errors.ts'

/** The service with the rule behind it. Writes that leave nothing in the log (drafts, the state of lists) need nobody. */
export function signed<Result>(service: (tx: WriteTx) => Result): (tx: WriteTx) => Result {
  return (tx) => {
    const result = service(tx)
    if (tx.personId === null && tx.leavesTrace()) throw new AppError('people/unknown-person')
    return result
  }
}
