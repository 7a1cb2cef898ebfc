// Holds operations against what the book has of them: each one's place in its chain, its hash, the heads it names, and a
// digest of the rows as they were when it made them (what later operations changed is undone by their `before` values).
import { createHash, type Hash } from 'node:crypto'
import type { ReadDb } from '#main/db/database.ts'
import { openSlice, type PersonalRow, personalSlice, rowsAtOnce } from '#main/db/digest.ts'
import type { Column } from '#main/db/log-triggers.ts'
import { hashOf, headsFromText, headsToText } from '#main/db/operation-hash.ts'
import {
  type ChangeRow,
  changeLine,
  columnsText,
  hasLeaves,
  isPersonalChange,
  leafOf,
  lineWithLeaf,
  type RowText,
  rowTextOf,
} from '#main/db/row-text.ts'
import { followedTables } from '#main/db/table-list.ts'
import type { OperationsTable as Operation } from '#main/db/tables.ts'
import { idParts } from '#shared/ids.ts'

export type LogProblem = {
  /**
   * chain: not the next of its copy · hash: its header was changed · digest: its rows or changes were · span: ids that are
   * not its own · merged-head: names a head that is not here · head: the file's own note of its last operation is another
   * · stray-id: a row that no operation made · stray-change: a change that belongs to none · value: a row is not what its
   * last change made it · not-erased: an erased row holds something · hidden-text: text that no digest covers
   */
  code:
    | 'chain'
    | 'hash'
    | 'digest'
    | 'span'
    | 'merged-head'
    | 'head'
    | 'stray-id'
    | 'stray-change'
    | 'value'
    | 'not-erased'
    | 'hidden-text'
  /** The operation as copy/sequence, or the id of the row. */
  operation: string
  table?: string
}

export type Verifier = {
  /** Problems of one operation, given the one before it in its copy (null for a copy's first). */
  problemsOf(operation: Operation, previous: Operation | null): LogProblem[]
  /** Operations of an older schema whose content was erased since: nothing proves it any more, and nothing denies it. */
  readonly unprovable: readonly string[]
}

/** The problems of given operations. Their predecessors and everything they name must be in the same book. */
export function verifyOperations(db: ReadDb, operations: readonly Operation[]): LogProblem[] {
  const verifier = makeVerifier(db)
  return operations.flatMap((operation) => {
    const previous = db.get<Operation>(
      'SELECT * FROM operations WHERE replica = ? AND sequence = ?',
      operation.replica,
      operation.sequence - 1,
    )
    return verifier.problemsOf(operation, previous ?? null)
  })
}

export function nameOf({ replica, sequence }: { replica: number; sequence: number }): string {
  return `${replica}/${sequence}`
}

/** Cheapest when operations come in the order of their ids: tables without rows of theirs are then hardly asked. */
export function makeVerifier(db: ReadDb): Verifier {
  const tables = followedTables.map((table) => tableReader(db, table))
  const erased = erasedRows(db)
  const unprovable: string[] = []
  return {
    unprovable,
    problemsOf(operation, previous) {
      const name = nameOf(operation)
      const problem = (code: LogProblem['code']): LogProblem => ({ code, operation: name })
      const problems: LogProblem[] = []
      if (!followsOn(previous, operation)) problems.push(problem('chain'))
      if (!hasOwnSpan(previous, operation)) problems.push(problem('span'))
      if (hashOf(operation) !== operation.hash) problems.push(problem('hash'))
      if (!namesKnownHeads(db, operation)) problems.push(problem('merged-head'))
      const then = digestThen({ db, operation, tables, erased })
      if (then === 'erased') unprovable.push(name)
      else if (then !== operation.digest) problems.push(problem('digest'))
      return problems
    },
  }
}

function followsOn(previous: Operation | null, operation: Operation): boolean {
  const isLater = previous === null || operation.clock > previous.clock
  return (
    isLater &&
    operation.sequence === (previous?.sequence ?? 0) + 1 &&
    operation.previous_hash === (previous?.hash ?? '') &&
    idParts(operation.id).replica === operation.replica &&
    idParts(operation.id).counter === operation.sequence
  )
}

/** The ids it drew are its copy's, and come after those of its predecessor. */
function hasOwnSpan(previous: Operation | null, { replica, first_id, last_id }: Operation): boolean {
  const [first, last] = [idParts(first_id), idParts(Math.max(first_id, last_id))]
  const isOwn = first.replica === replica && last.replica === replica && first.counter > 0
  return isOwn && first_id > (previous?.last_id ?? 0) && last_id >= first_id - 1
}

function namesKnownHeads(db: ReadDb, { merged_heads, clock, replica }: Operation): boolean {
  if (merged_heads === '[]') return true
  const heads = headsFromText(merged_heads)
  if (!heads || headsToText(heads) !== merged_heads) return false
  return heads.every(([copy, sequence, hash]) => {
    const known = db.get<{ hash: string; clock: number }>(
      'SELECT hash, clock FROM operations WHERE replica = ? AND sequence = ?',
      copy,
      sequence,
    )
    return copy !== replica && known?.hash === hash && known.clock < clock
  })
}

export type ErasedRows = ReadonlyMap<string, ReadonlySet<number>>

/** The rows whose personal columns are blank, by table. */
export function erasedRows(db: ReadDb): ErasedRows {
  const rows = new Map<string, Set<number>>()
  for (const [table, id] of db.raw('SELECT table_name, row_id FROM erasures') as [string, number][]) {
    const ids = rows.get(table) ?? new Set()
    rows.set(table, ids.add(id))
  }
  return rows
}

export type TableReader = {
  text: RowText
  /** Whether the table has a row with an id in the span. */
  hasRowsIn(first: number, last: number): boolean
}

function tableReader(db: ReadDb, table: string): TableReader {
  const text = rowTextOf(table, db.all<Column>(`PRAGMA table_info("${table}")`))
  // No row lies from `asked` up to `next`: most operations write few tables, and the others need no query.
  let [asked, next] = [0, -1]
  return {
    text,
    hasRowsIn(first, last) {
      if (first < asked || first > next) {
        const row = db.raw(`SELECT id FROM ${table} WHERE id >= ? ORDER BY id LIMIT 1`, first)[0]
        asked = first
        next = (row?.[0] as number | undefined) ?? Number.MAX_SAFE_INTEGER
      }
      return next <= last
    },
  }
}

type DigestParts = { db: ReadDb; operation: Operation; tables: readonly TableReader[]; erased: ErasedRows }

/** `erased` where part of what an older digest covers as plain text is blank now. */
function digestThen(parts: DigestParts): string {
  try {
    return readThen(parts)
  } catch (error) {
    // A change whose text is no JSON any more: nothing that the program wrote.
    if (error instanceof SyntaxError) return ''
    throw error
  }
}

function readThen(parts: DigestParts): string {
  const digest = createHash('sha256')
  const { operation, tables } = parts
  let isWhole = true
  for (const { text, hasRowsIn } of tables) {
    if (!hasRowsIn(operation.first_id, operation.last_id)) continue
    if (!addRows(parts, digest, text)) isWhole = false
  }
  if (!addChanges(parts, digest)) isWhole = false
  return isWhole ? digest.digest('hex') : 'erased'
}

function addRows(parts: DigestParts, digest: Hash, text: RowText): boolean {
  const { db, operation, erased } = parts
  const gone = erased.get(text.table)
  let isWhole = true
  let from = operation.first_id
  for (;;) {
    const { lines, last, ids } = sliceThen(parts, text, from)
    if (last === null) return isWhole
    if (gone && !hasLeaves(operation.schema_version) && ids(db).some((id) => gone.has(id))) isWhole = false
    digest.update(`${text.table}\n${lines}\n`)
    from = last + 1
  }
}

type Slice = { lines: string; last: number | null; ids: (db: ReadDb) => number[] }

/** The next rows of an operation as they were when it was closed. */
function sliceThen(parts: DigestParts, text: RowText, from: number): Slice {
  const { db, operation } = parts
  const withLeaves = text.hasPersonal && hasLeaves(operation.schema_version)
  const ids = (reader: ReadDb) =>
    reader
      .raw(
        `SELECT id FROM ${text.table} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ${rowsAtOnce}`,
        from,
        operation.last_id,
      )
      .map(([id]) => id as number)
  if (withLeaves) return { ...leafSlice(parts, text, from), ids }
  const [[lines, last] = [null, null]] = db.raw(openSlice(text, 'whole'), from, operation.last_id) as [
    [string | null, number | null]?,
  ]
  if (last === null) return { lines: '', last, ids }
  const before = valuesBefore(db, { table: text.table, from, to: last, operationId: operation.id })
  if (before.size === 0) return { lines: lines ?? '', last, ids }
  const rows = db.raw(
    `SELECT id, ${text.whole} FROM ${text.table} WHERE id BETWEEN ? AND ? ORDER BY id`,
    from,
    last,
  ) as [number, string][]
  const then = rows.map(([id, line]) => {
    const values = before.get(id)
    return values ? `${id}${columnsText(text, 'whole', valuesThen(db, text.table, id, values))}` : line
  })
  return { lines: then.join('\n'), last, ids }
}

function leafSlice({ db, operation, erased }: DigestParts, text: RowText, from: number): Omit<Slice, 'ids'> {
  const rows = db.raw(personalSlice(text), from, operation.last_id) as PersonalRow[]
  const last = rows.at(-1)?.[0] ?? null
  if (last === null) return { lines: '', last }
  const before = valuesBefore(db, { table: text.table, from, to: last, operationId: operation.id })
  const gone = erased.get(text.table)
  const lines = rows.map(([id, openNow, personalNow]) => {
    const values = before.get(id)
    const then = values && valuesThen(db, text.table, id, values)
    const open = then ? `${id}${columnsText(text, 'open', then)}` : openNow
    if (gone?.has(id))
      return lineWithLeaf(open, keptLeaf(db, { operationId: operation.id, table: text.table, id, place: 0 }))
    return lineWithLeaf(open, leafOf(then ? columnsText(text, 'personal', then) : personalNow))
  })
  return { lines: lines.join('\n'), last }
}

export type LeafPlace = { operationId: number; table: string; id: number; place: number }

/** The leaf that was kept when the row was erased; empty where it is missing, which no digest fits. */
function keptLeaf(db: ReadDb, { operationId, table, id, place }: LeafPlace): string {
  const row = db.get<{ leaf: string }>(
    'SELECT leaf FROM erased_leaves WHERE operation_id = ? AND table_name = ? AND row_id = ? AND place = ?',
    ...[operationId, table, id, place],
  )
  return row?.leaf ?? ''
}

type RowsAsked = { table: string; from: number; to: number; operationId: number }

/**
 * What the columns of rows held before the first change that is not the operation's own: newest first, so that the oldest
 * is set last. Rows that were never changed are left out.
 */
export function valuesBefore(
  db: ReadDb,
  { table, from, to, operationId }: RowsAsked,
): Map<number, Record<string, unknown>> {
  const rows = db.raw(
    `SELECT c.row_id, c.before FROM changes c INDEXED BY changes_by_row JOIN operations o ON o.id = c.operation_id
     WHERE c.table_name = ? AND c.row_id BETWEEN ? AND ? AND c.operation_id <> ?
     ORDER BY o.clock DESC, o.replica DESC, c.id DESC`,
    ...[table, from, to, operationId],
  ) as [number, string][]
  const values = new Map<number, Record<string, unknown>>()
  for (const [id, before] of rows) values.set(id, Object.assign(values.get(id) ?? {}, JSON.parse(before)))
  return values
}

/** The value of a column before later changes. */
export function valuesThen(
  db: ReadDb,
  table: string,
  id: number,
  before: Record<string, unknown>,
): (column: string) => unknown {
  const now = db.get<Record<string, unknown>>(`SELECT * FROM ${table} WHERE id = ?`, id) ?? {}
  return (column) => (column in before ? before[column] : now[column])
}

const changesAtOnce = 5000

function addChanges({ db, operation, erased }: DigestParts, digest: Hash): boolean {
  const places = new Map<string, number>()
  let isWhole = true
  for (const change of changesOf(db, operation.id)) {
    const [table, id] = change
    const isErased = erased.get(table)?.has(id) ?? false
    if (!hasLeaves(operation.schema_version)) {
      if (isErased && isPersonalChange(change)) isWhole = false
      digest.update(JSON.stringify(change))
      continue
    }
    const place = isErased ? (places.get(`${table} ${id}`) ?? 0) + 1 : 0
    if (isErased) places.set(`${table} ${id}`, place)
    // One that was written after the erasure has none: its row had no salt any more.
    const kept =
      isErased && isPersonalChange(change) ? keptLeaf(db, { operationId: operation.id, table, id, place }) : ''
    digest.update(changeLine(change, () => saltOf(db, table, id), kept === '' ? undefined : () => kept))
  }
  return isWhole
}

/** The change rows of an operation in order, a few thousand at a time. */
export function* changesOf(db: ReadDb, operationId: number): Generator<ChangeRow> {
  for (let after = -1; ; ) {
    const rows = db.raw(
      `SELECT table_name, row_id, kind, before, after, id FROM changes INDEXED BY changes_by_operation
       WHERE operation_id = ? AND id > ? ORDER BY id LIMIT ${changesAtOnce}`,
      operationId,
      after,
    ) as [...ChangeRow, number][]
    for (const [table, id, kind, before, later] of rows) yield [table, id, kind, before, later]
    if (rows.length < changesAtOnce) return
    after = rows.at(-1)?.[5] ?? after
  }
}

export function saltOf(db: ReadDb, table: string, id: number): string {
  return (db.raw(`SELECT salt FROM ${table} WHERE id = ?`, id)[0]?.[0] as string | undefined) ?? ''
}
