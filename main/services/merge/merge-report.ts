// What the other copy and ours did since they parted, in counts: by person and copy, by kind of record.
import type { ReadDb } from '#main/db/database.ts'
import { type PersonColumns, personColumns, personOf } from '#main/services/history/row-makers.ts'
import type { FoundConflict } from '#main/services/merge/conflict-types.ts'
import type { Instant } from '#shared/dates.ts'
import { replicaLetters } from '#shared/ids.ts'
import {
  type ClockAhead,
  type CopyWork,
  type MergedKind,
  type MergedKindCount,
  type MergedPlace,
  type MergeReport,
  mergedKinds,
  mergeSides,
} from '#shared/schemas/merge.ts'

type Counted = Pick<MergeReport, 'partedAt' | 'changes' | 'work' | 'clocksAhead' | 'kinds' | 'conflicts' | 'erased'>

export function countedReport(together: ReadDb, conflicts: readonly FoundConflict[]): Counted {
  const work = workOf(together)
  const changesOf = (side: CopyWork['side']) =>
    work.reduce((sum, row) => (row.side === side ? sum + row.changes : sum), 0)
  return {
    partedAt: partedAt(together),
    changes: { ours: changesOf('ours'), theirs: changesOf('theirs') },
    work,
    clocksAhead: clocksAhead(together),
    kinds: kindCounts(together, conflicts),
    conflicts: conflicts.length,
    erased: erasedRecords(together),
  }
}

type WorkRow = PersonColumns & { side: number; replica: number; changes: number; firstAt: Instant; lastAt: Instant }

function workOf(together: ReadDb): CopyWork[] {
  const rows = together.all<WorkRow>(
    `SELECT l.side, o.replica, count(*) AS changes, min(o.wall_at) AS firstAt, max(o.wall_at) AS lastAt, ${personColumns}
     FROM look_operations l CROSS JOIN operations o ON o.id = l.id LEFT JOIN people p ON p.id = o.person_id
     GROUP BY l.side, o.replica, o.person_id ORDER BY l.side DESC, changes DESC`,
  )
  return rows.map((row) => ({
    side: mergeSides[row.side] ?? 'ours',
    copy: replicaLetters(row.replica),
    person: personOf(row),
    changes: row.changes,
    firstAt: row.firstAt,
    lastAt: row.lastAt,
  }))
}

const dayMs = 86_400_000

/** Clocks that were a day or more ahead of ours when something was written; what they wrote wins until ours passes them. */
function clocksAhead(together: ReadDb): ClockAhead[] {
  const rows = together.all<PersonColumns & { replica: number; at: Instant }>(
    `SELECT o.replica, max(o.wall_at) AS at, ${personColumns} FROM look_operations l
     CROSS JOIN operations o ON o.id = l.id LEFT JOIN people p ON p.id = o.person_id
     WHERE o.wall_at > ? GROUP BY o.replica ORDER BY at DESC`,
    together.now + dayMs,
  )
  return rows.map((row) => ({
    copy: replicaLetters(row.replica),
    person: personOf(row),
    at: row.at,
    aheadMs: row.at - together.now,
  }))
}

/** The last operation that both have. */
function partedAt(together: ReadDb): Instant | null {
  const row = together.get<{ at: Instant }>(
    `SELECT o.wall_at AS at FROM operations o INDEXED BY operations_by_clock
     WHERE NOT EXISTS (SELECT 1 FROM look_operations l WHERE l.id = o.id)
     ORDER BY o.clock DESC, o.replica DESC LIMIT 1`,
  )
  return row?.at ?? null
}

function kindCounts(together: ReadDb, conflicts: readonly FoundConflict[]): MergedKindCount[] {
  const rows = together.raw('SELECT kind, place, count(*) FROM look_records GROUP BY kind, place') as [
    MergedKind,
    MergedPlace,
    number,
  ][]
  const conflictsOf = Map.groupBy(conflicts, ({ kind }) => kind)
  return mergedKinds.flatMap((kind) => {
    const own = new Map(rows.filter((row) => row[0] === kind).map(([, place, count]) => [place, count]))
    if (own.size === 0) return []
    const of = (place: MergedPlace) => own.get(place) ?? 0
    return [
      {
        kind,
        newOurs: of('newOurs'),
        newTheirs: of('newTheirs'),
        changedOurs: of('changedOurs'),
        changedTheirs: of('changedTheirs'),
        both: of('both'),
        conflicts: conflictsOf.get(kind)?.length ?? 0,
      },
    ]
  })
}

function erasedRecords(together: ReadDb): number {
  const row = together.get<{ n: number }>(
    `SELECT count(*) AS n FROM erasures e WHERE e.table_name = 'parties'
       AND EXISTS (SELECT 1 FROM look_spans s WHERE e.id BETWEEN s.first_id AND s.last_id)`,
  )
  return row?.n ?? 0
}
