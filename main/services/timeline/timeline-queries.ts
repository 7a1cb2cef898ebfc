// One page of a record's timeline, newest first by the clock: events of all sources in one order, and only what this page
// shows is read in full.
import type { Param, ReadDb } from '#main/db/database.ts'
import { type PersonColumns, personColumns, personOf } from '#main/services/history/row-makers.ts'
import type { TimelineEvent } from '#main/services/timeline/timeline-source.ts'
import { timelineSources } from '#main/services/timeline/timeline-sources.ts'
import { type Id, replicaLetters } from '#shared/ids.ts'
import type { RecordRef } from '#shared/schemas/records.ts'
import type {
  TimelineContent,
  TimelineCursor,
  TimelineEntry,
  TimelineInput,
  TimelineKind,
  TimelinePage,
  TimelinePerson,
} from '#shared/schemas/timeline.ts'

type EventRow = TimelineEvent &
  PersonColumns & {
    source: TimelineKind
    clock: number
    replica: number
    at: number
  }

export function recordTimeline(db: ReadDb, input: TimelineInput): TimelinePage {
  const rows = eventRows(db, input)
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    entries: folded(entriesOf(db, input.record, shown)),
    next: rows.length > input.limit && last ? cursorAt(last) : null,
  }
}

/** Everyone who did something on the record, by name. */
export function timelinePeople(db: ReadDb, record: RecordRef): TimelinePerson[] {
  const events = eventsSql(record, [])
  return db.all<TimelinePerson>(
    `SELECT p.id, p.name, p.name_zh AS nameZh FROM people p WHERE p.deleted = 0 AND p.id IN (
       SELECT o.person_id FROM (${events.sql}) e JOIN operations o ON o.id = e.operation_id)
     ORDER BY p.name COLLATE NOCASE, p.id`,
    ...events.params,
  )
}

function eventsSql(record: RecordRef, kinds: readonly TimelineKind[]): { sql: string; params: Param[] } {
  const wanted = timelineSources.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
  const parts = wanted.flatMap((source) => {
    const events = source.events(record)
    return events ? [{ source: source.kind, ...events }] : []
  })
  const none = "SELECT NULL AS operation_id, '' AS what, 0 AS ref, '' AS source WHERE 0"
  return {
    sql: [none, ...parts.map(({ source, sql }) => `SELECT *, '${source}' FROM (${sql})`)].join(' UNION ALL '),
    params: parts.flatMap(({ params }) => params),
  }
}

/** The events of a page and one more, so that it is known whether there are more. */
function eventRows(db: ReadDb, { record, kinds, personId, cursor, limit }: TimelineInput): EventRow[] {
  const events = eventsSql(record, kinds)
  const after = cursor ? 'AND (o.clock, o.replica, e.source, e.what, e.ref) < (?, ?, ?, ?, ?)' : ''
  const by = personId === null ? '' : 'AND o.person_id = ?'
  return db.all<EventRow>(
    `SELECT o.id AS operationId, o.name AS operation, o.clock, o.replica, o.wall_at AS at, ${personColumns},
       e.source, e.what, e.ref
     FROM (${events.sql}) e CROSS JOIN operations o ON o.id = e.operation_id LEFT JOIN people p ON p.id = o.person_id
     WHERE e.what IS NOT NULL ${after} ${by}
     ORDER BY o.clock DESC, o.replica DESC, e.source DESC, e.what DESC, e.ref DESC LIMIT ?`,
    ...events.params,
    ...(cursor ? [cursor.clock, cursor.replica, cursor.source, cursor.what, cursor.ref] : []),
    ...(personId === null ? [] : [personId]),
    limit + 1,
  )
}

function cursorAt({ clock, replica, source, what, ref }: EventRow): TimelineCursor {
  return { clock, replica, source, what, ref }
}

function entriesOf(db: ReadDb, record: RecordRef, rows: readonly EventRow[]): TimelineEntry[] {
  const contents = new Map<EventRow, TimelineContent>()
  for (const source of timelineSources) {
    const own = rows.filter((row) => row.source === source.kind)
    if (own.length === 0) continue
    const found = source.contents(db, record, own)
    own.forEach((row, index) => {
      const content = found[index]
      if (content) contents.set(row, content)
    })
  }
  return rows.flatMap((row) => {
    const content = contents.get(row)
    const { operationId, source, what, ref, at, replica } = row
    const key = `${operationId} ${source} ${what} ${ref}`
    return content ? [{ ...content, key, operationId, at, person: personOf(row), copy: replicaLetters(replica) }] : []
  })
}

/** What one operation did in one breath is one entry: a version with the change that made it, movements together. */
function folded(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const kept: TimelineEntry[] = []
  for (const entry of entries) {
    const before = kept.at(-1)
    if (entry.kind === 'stock' && before?.kind === 'stock' && before.operationId === entry.operationId)
      before.movements.push(...entry.movements)
    else kept.push(entry)
  }
  const versions = new Map<Id, number>()
  // The first change keeps two: what stood before, and what it made.
  for (const entry of kept)
    if (entry.kind === 'version')
      versions.set(entry.operationId, Math.max(entry.version, versions.get(entry.operationId) ?? 0))
  const changed = new Set(kept.filter(({ kind }) => kind === 'change').map(({ operationId }) => operationId))
  return kept
    .filter((entry) => entry.kind !== 'version' || !changed.has(entry.operationId))
    .map((entry) => (entry.kind === 'change' ? { ...entry, version: versions.get(entry.operationId) ?? null } : entry))
}
