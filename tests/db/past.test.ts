import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { type Connection, openReader } from '#main/db/database.ts'
import { makePast } from '#main/db/past.ts'
import { read } from '#main/db/statements.ts'
import { followedTables, tableList } from '#main/db/table-list.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { eraseParty } from '#main/services/parties/erase-party.ts'
import { pastFigures } from '#main/services/past/past-figures.ts'
import { type Day, dayOf, endOfDay, type Instant } from '#shared/dates.ts'
import { historyMoves, type MadeHistory, playHistory } from '#tests/support/random-history.ts'
import { makeCustomer } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'
import { rounds } from '#tests/torture/torture-size.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-past-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0

const shownTables = [
  ...followedTables,
  ...Object.keys(tableList).filter((table) => tableList[table]?.kind === 'derived'),
  'operations',
  'changes',
]

/** Every row of every table that tells of the book: what two moments are held against each other by. */
function stateOf(connection: Connection): Record<string, unknown[]> {
  return Object.fromEntries(
    shownTables.map((table) => {
      const rows = connection.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all() as Record<string, unknown>[]
      // A product that has no stock any more keeps a row that says 0; one that never had any has none.
      return [table, table === 'stock_balances' ? rows.filter((row) => row.on_hand_milli !== 0) : rows]
    }),
  )
}

async function pastOf(book: { connection: Connection }, until: Instant): Promise<Connection> {
  files += 1
  const file = join(folder, `${files}.quay`)
  await makePast(book.connection, file, { until, figures: pastFigures, work: silentJob })
  return openReader(file)
}

async function stateThen(history: MadeHistory, until: Instant) {
  const past = await pastOf(history.book, until)
  try {
    return { state: stateOf(past), problems: read(past, checkBook).problems }
  } finally {
    past.close()
  }
}

describe('the book as of a moment', () => {
  test('is what it really was: over random histories with edits, deletions, stock, undo and redo', async () => {
    await fc.assert(
      fc.asyncProperty(historyMoves({ maxLength: 40 }), fc.nat(), async (moves, pick) => {
        const snapshots: { until: Instant; state: Record<string, unknown[]> }[] = []
        const history = playHistory(moves, (book, at) => {
          snapshots.push({ until: (at + 1) as Instant, state: stateOf(book.connection) })
        })
        const snapshot = snapshots[pick % snapshots.length]
        if (!snapshot) throw new Error('No moves')
        const then = await stateThen(history, snapshot.until)
        expect(then.state).toEqual(snapshot.state)
        expect(then.problems).toEqual([])
      }),
      { numRuns: rounds(10, 100) },
    )
  }, 60_000)
})

describe('the end of a day', () => {
  test('holds nothing that stands for what was erased in later work', async () => {
    let now = 1_700_000_000_000 as Instant
    const book = testBook({ now: () => now })
    book.write((tx) => makeCustomer(tx, 'Early'))
    const until = (now + 1) as Instant
    now = (now + 60_000) as Instant
    const id = book.write((tx) => makeCustomer(tx, 'Late'))
    book.write((tx) => eraseParty(tx, { id, contactId: null, name: 'Late', withDocuments: false }))
    const leavesOf = (connection: Connection) =>
      connection.prepare('SELECT count(*) FROM erased_leaves').pluck().get() as number
    expect(leavesOf(book.connection)).toBeGreaterThan(0)
    const past = await pastOf(book, until)
    expect(leavesOf(past)).toBe(0)
    // It is no book that was tampered with: it says what it is.
    expect(read(past, checkBook)).toMatchObject({ problems: [], past: until })
    expect(read(book.connection, checkBook)).toMatchObject({ problems: [], past: null })
    past.close()
    book.close()
  })

  test('is the first instant of the next one, whatever the clocks do', () => {
    const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Niue', 'America/Havana']
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('1995-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }),
        (zone, date) => {
          const day = dayOf(date.getTime() as Instant, zone)
          const end = endOfDay(day, zone)
          expect(dayOf((end - 1) as Instant, zone)).toBe(day)
          expect(dayOf(end, zone) > day).toBe(true)
        },
      ),
    )
    expect(endOfDay('2026-03-08' as Day, 'America/New_York')).toBe(Date.UTC(2026, 2, 9, 4))
    // Havana's clocks go forward at midnight: the day begins at one.
    expect(endOfDay('2026-03-07' as Day, 'America/Havana')).toBe(Date.UTC(2026, 2, 8, 5))
  })
})
