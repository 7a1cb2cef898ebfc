// Reads the log against the rows: every operation's hash, its place in the chain, and a digest of the rows as they were when
// it made them (what later operations changed is undone by their `before` values).
import { createHash, type Hash } from 'node:crypto'
import type { ReadDb } from '#main/db/database.ts'
import { followedTables, tableList } from '#main/db/table-list.ts'
import type { OperationsTable as Operation } from '#main/db/tables.ts'
import { firstCounterId } from '#shared/ids.ts'

export type LogProblem = { code: 'chain' | 'hash' | 'digest' | 'head' | 'stray-id'; operation: string; table?: string }

/** All that does not fit. An empty list says that the book agrees with itself; only a head kept elsewhere proves more. */
export function verifyLog(db: ReadDb): LogProblem[] {
  const operations = db.all<Operation>('SELECT * FROM operations ORDER BY replica, sequence')
  const texts = new Map(followedTables.map((table) => [table, tableText(db, table)]))
  const problems: LogProblem[] = []
  let previous: Operation | null = null
  for (const operation of operations) {
    const name = `${operation.replica}/${operation.sequence}`
    if (!followsOn(previous, operation)) problems.push({ code: 'chain', operation: name })
    if (hashOf(operation) !== operation.hash) problems.push({ code: 'hash', operation: name })
    if (digestThen(db, operation, texts) !== operation.digest) problems.push({ code: 'digest', operation: name })
    previous = operation
  }
  return [...problems, ...headProblems(db), ...strayIds(db)]
}

function followsOn(previous: Operation | null, operation: Operation): boolean {
  const before = previous?.replica === operation.replica ? previous : null
  return operation.sequence === (before?.sequence ?? 0) + 1 && operation.previous_hash === (before?.hash ?? '')
}

/** The header as `write` hashes it. */
export function hashOf(operation: Omit<Operation, 'id' | 'hash'>): string {
  const { replica, sequence, name, person_id, clock, wall_at, schema_version, first_id, last_id } = operation
  const header = [replica, sequence, name, person_id, clock, wall_at, schema_version, first_id, last_id]
  const text = JSON.stringify([...header, operation.merged_heads, operation.previous_hash, operation.digest])
  return createHash('sha256').update(text).digest('hex')
}

function headProblems(db: ReadDb): LogProblem[] {
  const copy = db.get<{ replica: number; sequence: number; head: string }>(
    'SELECT replica, sequence, head FROM this_copy',
  )
  const last = db.get<{ sequence: number; hash: string }>(
    'SELECT sequence, hash FROM operations WHERE replica = ? ORDER BY sequence DESC LIMIT 1',
    copy?.replica ?? 0,
  )
  const fits = copy?.sequence === (last?.sequence ?? 0) && copy?.head === (last?.hash ?? '')
  return fits ? [] : [{ code: 'head', operation: `${copy?.replica}/${copy?.sequence}` }]
}

/** Rows whose id lies in no operation's span: nobody wrote them through the program. Seeded rows have ids below 2^29. */
function strayIds(db: ReadDb): LogProblem[] {
  return followedTables.flatMap((table) => {
    const rows = db.all<{ id: number }>(
      `SELECT t.id FROM ${table} t WHERE t.id >= ? AND coalesce((SELECT o.last_id FROM operations o
         WHERE o.first_id <= t.id AND o.last_id >= o.first_id ORDER BY o.first_id DESC LIMIT 1), 0) < t.id LIMIT 20`,
      firstCounterId,
    )
    return rows.map((row): LogProblem => ({ code: 'stray-id', operation: String(row.id), table }))
  })
}

type TableText = { columns: readonly { name: string; default: string | null }[]; select: string; isChanged: string }

function tableText(db: ReadDb, table: string): TableText {
  const derived = tableList[table]?.derived ?? []
  const isContent = tableList[table]?.kind === 'content'
  const info = db.all<{ name: string; type: string; dflt_value: string | null }>(`PRAGMA table_info("${table}")`)
  const columns = info
    .filter(({ name, type }) => name !== 'id' && !derived.includes(name) && !(isContent && type === 'BLOB'))
    .map(({ name, dflt_value }) => ({ name, default: constantDefault(dflt_value) }))
  const names = columns.map(({ name }) => name).join(', ')
  return {
    columns,
    select: `SELECT id, ${names} FROM ${table} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 2000`,
    isChanged: `SELECT c.row_id AS id, c.before FROM changes c JOIN operations o ON o.id = c.operation_id
      WHERE c.table_name = '${table}' AND c.row_id BETWEEN ? AND ? AND c.operation_id <> ?
      ORDER BY o.clock DESC, o.replica DESC, c.id DESC`,
  }
}

/** The default as SQL's quote() would show it; a default that is computed is never left out of a digest. */
function constantDefault(text: string | null): string | null {
  if (text === null) return 'NULL'
  return /^('[^']*'|-?\d+|NULL)$/.test(text) ? text : null
}

function digestThen(db: ReadDb, operation: Operation, texts: ReadonlyMap<string, TableText>): string {
  const hash = createHash('sha256')
  for (const [table, text] of texts) addRows(db, hash, { table, text, operation })
  const changes = db.raw(
    'SELECT table_name, row_id, kind, before, after FROM changes WHERE operation_id = ? ORDER BY id',
    operation.id,
  )
  for (const change of changes) hash.update(JSON.stringify(change))
  return hash.digest('hex')
}

type RowsOf = { table: string; text: TableText; operation: Operation }

function addRows(db: ReadDb, hash: Hash, { table, text, operation }: RowsOf): void {
  if (operation.last_id < operation.first_id) return
  const before = valuesBefore(db, text, operation)
  let from = operation.first_id
  for (;;) {
    const rows = db.raw(text.select, from, operation.last_id)
    if (rows.length === 0) return
    const lines = rows.map((row) => rowLine(text, row, before.get(row[0] as number)))
    hash.update(`${table}\n${lines.join('\n')}\n`)
    from = (rows.at(-1)?.[0] as number) + 1
  }
}

/** What the columns held before the first later change of each: newest first, so that the oldest is set last. */
function valuesBefore(db: ReadDb, text: TableText, operation: Operation): Map<number, Record<string, unknown>> {
  const rows = db.all<{ id: number; before: string }>(
    text.isChanged,
    operation.first_id,
    operation.last_id,
    operation.id,
  )
  const values = new Map<number, Record<string, unknown>>()
  for (const { id, before } of rows) values.set(id, { ...values.get(id), ...(JSON.parse(before) as object) })
  return values
}

/** The line that digest.ts makes in SQL. */
function rowLine({ columns }: TableText, row: unknown[], before: Record<string, unknown> | undefined): string {
  const parts = columns.map((column, at) => {
    const value = before && column.name in before ? before[column.name] : row[at + 1]
    const quoted = quote(value)
    return quoted === column.default ? '' : `;${column.name}=${quoted}`
  })
  return `${row[0]}${parts.join('')}`
}

function quote(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  // SQLite's quote() ends at a NUL, and so does this.
  const text = String(value).split('\u0000', 1)[0] ?? ''
  return `'${text.replaceAll("'", "''")}'`
}
