// Ids: one integer, unique over all copies of a book: replica_number * 2^29 + counter, below 2^53.

export type Id = number

const counterSize = 2 ** 29
const replicaSize = 2 ** 24

/** Ids below this are of seeded rows, the same in every book. */
export const firstCounterId: Id = counterSize

/** The first id that a copy can give out. Seeded rows (the default warehouse) have fixed ids below 2^29. */
export function idFrom(replica: number, counter: number): Id {
  if (!Number.isInteger(replica) || replica < 1 || replica >= replicaSize)
    throw new RangeError(`Bad replica ${replica}`)
  if (!Number.isInteger(counter) || counter < 0 || counter >= counterSize)
    throw new RangeError(`Bad counter ${counter}`)
  return replica * counterSize + counter
}

/** Which copy gave out this id, and as its how-manieth. */
export function idParts(id: Id): { replica: number; counter: number } {
  return { replica: Math.floor(id / counterSize), counter: id % counterSize }
}

/** Three letters that mark document numbers of a copy beyond the first (SO-2026-QKD-0001); none for copy 1. */
export function replicaLetters(replica: number): string {
  if (replica === 1) return ''
  let rest = replica
  let letters = ''
  for (let place = 0; place < 3; place += 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters
    rest = Math.floor(rest / 26)
  }
  return letters
}
