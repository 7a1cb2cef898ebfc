// What the rules find in the book, kept as long as it holds: Home and the sidebar ask after every write, and most writes
// touch no table that a rule looks at.
import type { ReadDb } from '#main/db/database.ts'
import type { FoundClash } from '#main/services/clashes/clash-rule.ts'
import { clashRules } from '#main/services/clashes/clash-rules.ts'
import { type Id, idFrom } from '#shared/ids.ts'
import type { ClashRuleId } from '#shared/schemas/clashes.ts'

export type FoundClashes = ReadonlyMap<ClashRuleId, readonly FoundClash[]>

/** The hash chain says what a book holds: the last own operation, and what came in from others since. */
type State = { uid: string; replica: number; sequence: number; head: string; pending: string }

const kept: { state: State; found: FoundClashes }[] = []
const mostKept = 4

/** Every rule's clashes as the book stands. Inside a write, ask the rules themselves: the log does not know of it yet. */
export function foundClashes(db: ReadDb): FoundClashes {
  const state = stateOf(db)
  if (!state) return findAll(db)
  const same = kept.find((entry) => isSame(entry.state, state))
  if (same) return same.found
  const earlier = kept.find((entry) => isEarlier(db, entry.state, state))
  const found = earlier ? findAgain(db, earlier, state) : findAll(db)
  if (earlier) kept.splice(kept.indexOf(earlier), 1)
  kept.unshift({ state, found })
  kept.length = Math.min(kept.length, mostKept)
  return found
}

/** Every rule asked anew. */
export function findAll(db: ReadDb): FoundClashes {
  return new Map(clashRules.map((rule) => [rule.id, rule.find(db)]))
}

function findAgain(
  db: ReadDb,
  { state: then, found }: { state: State; found: FoundClashes },
  now: State,
): FoundClashes {
  const span = spanOf(db, then, now)
  const operations = between(then, now)
  const touched = touchedTables(db, operations, span)
  const since = { touched, operations, ...(span ?? { firstId: 1, lastId: 0 }) }
  return new Map(
    clashRules.map((rule) => {
      const before = found.get(rule.id) ?? []
      if (!rule.tables.some((table) => touched.has(table))) return [rule.id, before]
      return [rule.id, rule.findSince ? rule.findSince(db, { before, ...since }) : rule.find(db)]
    }),
  )
}

type Span = { firstId: Id; lastId: Id }

/** The ids that operations between two states drew. */
function spanOf(db: ReadDb, then: State, now: State): Span | null {
  const span = db.get<{ firstId: Id | null; lastId: Id }>(
    'SELECT min(first_id) AS firstId, max(last_id) AS lastId FROM operations WHERE id BETWEEN ? AND ? AND last_id >= first_id',
    ...between(then, now),
  )
  return span?.firstId == null ? null : { firstId: span.firstId, lastId: span.lastId }
}

function stateOf(db: ReadDb): State | undefined {
  return db.get<State>(
    `SELECT b.uid, c.replica, c.sequence, c.head, c.pending_heads AS pending FROM this_copy c JOIN books b ON b.id = 1 WHERE c.id = 1`,
  )
}

function isSame(one: State, other: State): boolean {
  return (
    one.uid === other.uid && one.replica === other.replica && one.head === other.head && one.pending === other.pending
  )
}

/** Whether only own operations that took nothing in lie between two states. */
function isEarlier(db: ReadDb, then: State, now: State): boolean {
  if (then.uid !== now.uid || then.replica !== now.replica || then.sequence >= now.sequence) return false
  if (then.pending !== '[]' || now.pending !== '[]' || then.sequence === 0) return false
  const hash = db.get<{ hash: string }>('SELECT hash FROM operations WHERE id = ?', idFrom(then.replica, then.sequence))
  return hash?.hash === then.head && now.sequence - then.sequence <= mostSteps && !hasTakenIn(db, then, now)
}

const mostSteps = 500

function hasTakenIn(db: ReadDb, then: State, now: State): boolean {
  const sql = `SELECT 1 FROM operations WHERE id BETWEEN ? AND ? AND merged_heads <> '[]' LIMIT 1`
  return db.get(sql, ...between(then, now)) !== undefined
}

function between(then: State, now: State): [Id, Id] {
  return [idFrom(now.replica, then.sequence + 1), idFrom(now.replica, now.sequence)]
}

/** Tables of the rules in which operations between two states changed or made rows. */
function touchedTables(db: ReadDb, [first, last]: [Id, Id], span: Span | null): Set<string> {
  const changed = db.raw(
    'SELECT DISTINCT table_name FROM changes INDEXED BY changes_by_operation WHERE operation_id BETWEEN ? AND ?',
    first,
    last,
  )
  const touched = new Set(changed.map(([table]) => String(table)))
  if (!span) return touched
  for (const table of new Set(clashRules.flatMap(({ tables }) => tables))) {
    if (touched.has(table)) continue
    if (db.get(`SELECT 1 FROM ${table} WHERE id BETWEEN ? AND ? LIMIT 1`, span.firstId, span.lastId)) touched.add(table)
  }
  return touched
}
