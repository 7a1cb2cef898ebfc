// Random histories of up to five copies of one book: work, copies by file manager, backups put back, merges in between, clocks
// days apart. Everything comes from one seed.
import type { WriteTx } from '#main/db/database.ts'
import { erasedRowsOf, eraseRows } from '#main/db/erase.ts'
import { addDays, asDay, type Instant } from '#shared/dates.ts'
import { type BookCopy, firstCopy, type Machine, machine, mergeCopy, openCopy } from '#tests/support/book-copies.ts'
import { type Dice, dice, weighted } from '#tests/support/merge/dice.ts'
import { moveLine } from '#tests/support/merge/random-orders.ts'
import {
  beginBuying,
  doSomeWork,
  eraseSomeone,
  failHalfway,
  type Story,
  undoSomething,
} from '#tests/support/merge/random-work.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { testNow } from '#tests/support/test-book.ts'
import { seededRandom } from '#tests/torture/torture-size.ts'

/** A book as it was when its last operation had been written: what the book as of that moment must show. */
export type Snapshot = { file: Buffer; until: Instant; operations: string }

export type PlayedHistory = {
  dice: Dice
  copies: BookCopy[]
  /** Words that stood only in what was erased. */
  erased: ReadonlySet<string>
  snapshots: Snapshot[]
  hasMovedLines: boolean
  counts: { steps: number; copies: number; merges: number; restores: number; erasures: number }
}

type Place = { copy: BookCopy; backups: Buffer[] }
type World = Pick<PlayedHistory, 'snapshots' | 'counts' | 'hasMovedLines'> & {
  story: Story
  places: Place[]
  now: number
}

const mostCopies = 5
const hour = 3_600_000
const farthestSkew = 6 * 24 * hour

type Step = (world: World, place: Place) => void

const steps: readonly [weight: number, Step][] = [
  [60, ({ story }, { copy }) => doSomeWork(copy, story)],
  [7, ({ story }, { copy }) => undoSomething(copy, story)],
  [1, ({ story }, { copy }) => failHalfway(copy, story)],
  [2, moveSomeLine],
  [3, eraseFromOne],
  [9, giveCopyAway],
  [5, (_, place) => place.backups.push(place.copy.file())],
  [5, restore],
  [12, mergeTwo],
  [2, keepSnapshot],
]

/** Where a history is about people, they are forgotten often. */
const stepsOfPeople: typeof steps = [...steps, [15, eraseFromOne]]

/** Plays a history. Close its copies. */
export function playHistory(seed: number, { works = 'all' }: { works?: Story['works'] } = {}): PlayedHistory {
  const rolled = dice(seededRandom(seed))
  const story: Story = { name: String(seed), dice: rolled, words: 0, erased: new Set(), own: new Map(), works }
  const counts = { steps: 15 + rolled.below(30), copies: 1, merges: 0, restores: 0, erasures: 0 }
  const world: World = { story, places: [], now: testNow, snapshots: [], hasMovedLines: false, counts }
  world.places.push({ copy: firstCopy(machineIn(world)), backups: [] })
  world.places[0]?.copy.write(begin)
  if (works === 'buying' && world.places[0]) beginBuying(world.places[0].copy, story)
  for (let count = 0; count < counts.steps; count += 1) {
    world.now += rolled.below(3 * hour)
    const place = rolled.pick(world.places)
    if (place) weighted(works === 'people' ? stepsOfPeople : steps, rolled)(world, place)
  }
  return {
    dice: rolled,
    copies: world.places.map(({ copy }) => copy),
    erased: story.erased,
    snapshots: world.snapshots,
    hasMovedLines: world.hasMovedLines,
    counts,
  }
}

function begin(tx: WriteTx): void {
  const day = asDay('2026-03-01')
  const productId = makeProduct(tx, { sku: 'MUG', cost: { amount: '2', currency: 'EUR' } })
  makeRate(tx, 'EUR', 'USD', addDays(day, 1), '1.1')
  const customerId = makeCustomer(tx, 'personFirst', { note: 'about secretFirst' })
  makeOrder(tx, { customerId, lines: [{ productId, quantity: 2, unitPrice: '3' }] })
}

/** Its clock is wrong by days, and stays so. */
function machineIn(world: World): Machine {
  const skew = world.story.dice.chance(0.5) ? 0 : world.story.dice.below(2 * farthestSkew) - farthestSkew
  return machine(() => (world.now + skew) as Instant)
}

/** A file manager copies the file: to another machine, or beside the first on the same one; or it goes out without files. */
function giveCopyAway(world: World, { copy }: Place): void {
  if (world.places.length >= mostCopies) return
  const { dice: rolled } = world.story
  const given = openCopy(copy.file(), rolled.chance(0.25) ? copy.machine : machineIn(world))
  if (rolled.chance(0.2)) leaveFilesOut(given)
  world.places.push({ copy: given, backups: [] })
  world.counts.copies += 1
}

function leaveFilesOut({ connection }: BookCopy): void {
  const trigger = connection
    .prepare("SELECT sql FROM sqlite_schema WHERE name = 'attachments_log_no_update'")
    .pluck()
    .get()
  connection.exec('DROP TRIGGER attachments_log_no_update')
  connection.exec("UPDATE attachments SET content = zeroblob(0) WHERE hash <> ''")
  connection.exec(String(trigger))
}

/** An earlier state of a copy is put back on its own machine; what was erased since is erased there again. */
function restore(world: World, place: Place): void {
  const backup = world.story.dice.pick(place.backups)
  if (!backup) return
  const { copy } = place
  const erased = copy.read(erasedRowsOf)
  place.copy = openCopy(backup, copy.machine)
  if (erased.length > 0) place.copy.write((tx) => eraseRows(tx, erased), 'book.restore')
  copy.close()
  world.counts.restores += 1
}

function eraseFromOne(world: World, { copy }: Place): void {
  eraseSomeone(copy, world.story)
  world.counts.erasures += 1
}

function moveSomeLine(world: World, { copy }: Place): void {
  moveLine(copy, world.story)
  world.hasMovedLines = true
}

function mergeTwo(world: World, place: Place): void {
  const other = world.story.dice.pick(world.places.filter((another) => another !== place))
  if (!other) return
  mergeCopy(place.copy, other.copy)
  world.counts.merges += 1
}

function keepSnapshot(world: World, { copy }: Place): void {
  const clock = copy.connection.prepare('SELECT max(clock) FROM operations').pluck().get() as number
  const until = (Math.floor(clock / 2048) + 1) as Instant
  world.snapshots.push({ file: copy.file(), until, operations: operationsUntil(copy, until) })
}

/** The operations that a copy knows of before a moment, as text. */
export function operationsUntil({ connection }: BookCopy, until: Instant): string {
  const rows = connection.prepare('SELECT id FROM operations WHERE clock < ? * 2048 ORDER BY id').pluck().all(until)
  return JSON.stringify(rows)
}
