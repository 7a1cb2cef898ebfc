// The test of the test: with one rule of the merge put back to its obvious reading, the random histories must break a law.
import { afterEach, expect, test, vi } from 'vitest'
import type { Connection } from '#main/db/database.ts'

type NoteMerge = typeof import('#main/db/merge/note-merge.ts')
type SettleFields = typeof import('#main/db/merge/settle-fields.ts')
type TakeErasures = typeof import('#main/db/merge/take-erasures.ts')

/**
 * Each begins near a history that is known to show it; where histories are played otherwise one day, others may. They are of few
 * kinds of work, so that a kind that is added elsewhere changes none of them.
 */
const most = 25

afterEach(() => {
  vi.doUnmock('#main/db/merge/settle-fields.ts')
  vi.doUnmock('#main/db/merge/note-merge.ts')
  vi.doUnmock('#main/db/merge/take-erasures.ts')
  vi.doUnmock('#main/services/merge/settle-merged.ts')
  vi.resetModules()
})

/** What the first history to break a law says, with the rules as they are mocked now; null where all hold. */
async function firstBreak(from: number): Promise<string | null> {
  vi.resetModules()
  const { holdHistories } = await import('#tests/support/merge/hold-histories.ts')
  try {
    await holdHistories({ from, count: most, works: 'people' })
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** What came last into this file wins. */
function putLastArrived(connection: Connection, named: ReadonlyMap<string, ReadonlySet<number>>): void {
  for (const [table, ids] of named) {
    for (const id of ids) {
      const rows = connection
        .prepare('SELECT after FROM changes WHERE table_name = ? AND row_id = ? ORDER BY id')
        .pluck()
        .all(table, id) as string[]
      const values: Record<string, string | number | null> = Object.assign(
        {},
        ...rows.map((after) => JSON.parse(after)),
      )
      const sets = Object.keys(values).map((column) => `${column} = ?`)
      connection.prepare(`UPDATE ${table} SET ${sets} WHERE id = ?`).run(...Object.values(values), id)
    }
  }
}

test('the last to arrive wins: order counts, or rows are not what the log says', { timeout: 300_000 }, async () => {
  vi.doMock('#main/db/merge/settle-fields.ts', async (original) => {
    const actual = (await original()) as SettleFields
    const settleFields: SettleFields['settleFields'] = (connection, named, progress) => {
      const changed = actual.settleFields(connection, named, progress)
      putLastArrived(connection, named)
      return changed
    }
    return { ...actual, settleFields }
  })
  expect(await firstBreak(4)).toMatch(/any order|chains|derived/)
})

test('a clock that does not pass what came in: later work loses, or names heads later than itself', {
  timeout: 300_000,
}, async () => {
  vi.doMock('#main/db/merge/note-merge.ts', async (original) => {
    const actual = (await original()) as NoteMerge
    const noteInCopy: NoteMerge['noteInCopy'] = (connection, runs) => actual.noteInCopy(connection, runs, 0)
    return { ...actual, noteInCopy }
  })
  expect(await firstBreak(0)).toMatch(/clock|chains|any order|merge\/damaged/)
})

test('stored figures taken as they come: totals and balances are wrong', { timeout: 300_000 }, async () => {
  vi.doMock('#main/services/merge/settle-merged.ts', () => ({ settleMerged: () => [] }))
  expect(await firstBreak(1)).toMatch(/derived/)
})

test('erasures that do not go first: the person comes back, or the log cannot be proved', {
  timeout: 300_000,
}, async () => {
  vi.doMock('#main/db/merge/take-erasures.ts', async (original) => {
    const actual = (await original()) as TakeErasures
    return { ...actual, eraseInForeign: () => {} }
  })
  expect(await firstBreak(3)).toMatch(/erased|chains|merge\/damaged/)
})
