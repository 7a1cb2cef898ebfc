// A hostile or broken file given to a merge: it is refused in words with our book as it was, or taken in with our book sound.
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { AppError } from '#shared/errors.ts'
import { type BookCopy, firstCopy, machine, mergeCopy, openCopy, sharedState } from '#tests/support/book-copies.ts'
import { dice } from '#tests/support/merge/dice.ts'
import { hostileCopy } from '#tests/support/merge/hostile-book.ts'
import { doSomeWork, eraseSomeone, type Story } from '#tests/support/merge/random-work.ts'
import { rounds, seed, seededRandom } from '#tests/torture/torture-size.ts'

const count = rounds(50, 20_000)
const refusals = new Set(['merge/damaged', 'merge/newer', 'merge/another-book', 'merge/same-number', 'book/not-a-book'])

test(`${count} hostile files (seed ${seed})`, { timeout: count * 500 + 60_000 }, async () => {
  const rolled = dice(seededRandom(seed))
  const { ours, theirs } = parted(seed)
  let [copy, refused] = [openCopy(ours, machine()), 0]
  for (let round = 0; round < count; round += 1) {
    const { file, how } = hostileCopy(theirs, rolled)
    const before = wholeState(copy)
    // What SQLite gave out as buffers is only freed between turns.
    await setImmediate()
    try {
      mergeCopy(copy, file)
      const { problems } = copy.read((db) => checkBook(db))
      expect(problems, `round ${round}: ${how}`).toEqual([])
      copy.close()
      copy = openCopy(ours, machine())
    } catch (error) {
      if (!(error instanceof AppError)) throw new Error(`round ${round}: ${how}`, { cause: error })
      expect(refusals, `round ${round}: ${how}`).toContain(error.code)
      // Named by table alone: a difference drawn out of whole books takes more memory than there is.
      expect(differing(wholeState(copy), before), `round ${round}: ${how}`).toEqual([])
      refused += 1
    }
  }
  // Neither all nor none: alterations of what nobody takes over are no reason to refuse.
  expect(refused).toBeGreaterThan(count / 4)
  expect(refused).toBeLessThan(count)
})

/** Two copies that have both gone on since they parted. */
function parted(start: number): { ours: Buffer; theirs: Buffer } {
  const story: Story = {
    name: 'fuzz',
    dice: dice(seededRandom(start)),
    words: 0,
    erased: new Set(),
    own: new Map(),
    works: 'all',
  }
  const ours = firstCopy(machine())
  for (let step = 0; step < 25; step += 1) doSomeWork(ours, story)
  const theirs = openCopy(ours.file(), machine())
  for (let step = 0; step < 25; step += 1) doSomeWork(theirs, story)
  eraseSomeone(theirs, story)
  for (let step = 0; step < 10; step += 1) doSomeWork(ours, story)
  for (let step = 0; step < 10; step += 1) doSomeWork(theirs, story)
  return { ours: ours.file(), theirs: theirs.file() }
}

function differing(now: Record<string, string>, before: Record<string, string>): string[] {
  return Object.keys({ ...before, ...now }).filter((table) => now[table] !== before[table])
}

/** With what is this copy's own. */
function wholeState(copy: BookCopy): Record<string, string> {
  const rows = (table: string) => JSON.stringify(copy.connection.prepare(`SELECT * FROM ${table}`).all())
  return { ...sharedState(copy), this_copy: rows('this_copy'), merges: rows('merges'), triggers: rows('sqlite_schema') }
}
