// Everything that is deleted and could live again, newest first.
import type { Param, ReadDb } from '#main/db/database.ts'
import { binRules, deleterSql } from '#main/services/bin/bin-kinds.ts'
import { type PersonColumns, personColumns, personOf } from '#main/services/history/row-makers.ts'
import { kindOfTable, ownersOf } from '#main/services/history/row-owners.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import type { Id } from '#shared/ids.ts'
import { type BinInput, type BinItem, type BinKind, type BinPage, binKinds } from '#shared/schemas/bin.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'

type Row = PersonColumns & {
  kind: BinKind
  id: Id
  code: string
  name: string
  nameZh: string
  operationId: Id | null
  operation: string | null
  at: number | null
  clock: number
}

export function binList(db: ReadDb, { search, kind, cursor, limit }: BinInput): BinPage {
  const kinds = kind === null ? binKinds : [kind]
  const parts = kinds.map((one) => deletedOf(one, search))
  const place = cursor ? 'WHERE (coalesce(o.clock, 0), b.id) < (?, ?)' : ''
  const rows = db.all<Row>(
    `SELECT b.*, o.name AS operation, o.wall_at AS at, coalesce(o.clock, 0) AS clock, ${personColumns}
     FROM (${parts.map(({ sql }) => sql).join(' UNION ALL ')}) b
     LEFT JOIN operations o ON o.id = b.operationId LEFT JOIN people p ON p.id = o.person_id
     ${place} ORDER BY clock DESC, b.id DESC LIMIT ?`,
    ...parts.flatMap(({ params }) => params),
    ...(cursor ? [cursor.clock, cursor.id] : []),
    limit + 1,
  )
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const owners = ownerTitles(db, shown)
  return {
    items: shown.map((row) => itemOf(row, owners)),
    next: last ? { clock: last.clock, id: last.id } : null,
  }
}

/** Deleted rows of a kind. What was deleted together with its record comes back with it, and is not listed beside it. */
function deletedOf(kind: BinKind, search: string): { sql: string; params: Param[] } {
  const { table, select } = binRules[kind]
  const together = ownersIn(table).map(
    ({ owner, column }) =>
      `(t.deleter IS NULL OR t.deleter IS NOT (SELECT ${deleterSql(owner, 'w.id')} FROM ${owner} w
        WHERE w.id = (SELECT x.${column} FROM ${table} x WHERE x.id = t.id) AND w.deleted = 1))`,
  )
  const text = "(t.code || ' ' || t.name || ' ' || t.nameZh) LIKE ? ESCAPE '\\'"
  const where = [...(search === '' ? [] : [text]), ...together]
  return {
    sql: `SELECT '${kind}' AS kind, t.id, t.code, t.name, t.nameZh, t.deleter AS operationId
      FROM (SELECT s.*, ${deleterSql(table, 's.id')} AS deleter FROM (${select}
        WHERE r.deleted = 1 AND NOT EXISTS (SELECT 1 FROM erasures e WHERE e.table_name = '${table}' AND e.row_id = r.id)) s) t
      ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}`,
    params: search === '' ? [] : [`%${search.replaceAll(/[\\%_]/g, '\\$&')}%`],
  }
}

/** The records that rows of a table are parts of; the company is never deleted. */
function ownersIn(table: string): { owner: string; column: string }[] {
  return Object.values(recordKindRules).flatMap((rule) =>
    rule.table === 'books'
      ? []
      : rule.children
          .filter((child) => child.table === table)
          .map((child) => ({ owner: rule.table, column: child.owner })),
  )
}

function itemOf(row: Row, owners: ReadonlyMap<string, RecordTitle>): BinItem {
  const { kind, id, code, name, nameZh, operationId, operation, at } = row
  const owner = owners.get(`${kind} ${id}`) ?? null
  return { kind, id, code, name, nameZh, owner, operationId, operation: operation ?? '', person: personOf(row), at }
}

/** By kind and id of the deleted row: the title of what it hung on. */
function ownerTitles(db: ReadDb, rows: readonly Row[]): Map<string, RecordTitle> {
  const found = [...Map.groupBy(rows, (row) => row.kind)].flatMap(([kind, some]) => {
    const { table } = binRules[kind]
    if (kindOfTable.has(table)) return []
    const owners = ownersOf(
      db,
      table,
      some.map((row) => row.id),
    )
    return [...owners].map(([id, owner]) => ({ key: `${kind} ${id}`, owner }))
  })
  const titles = recordTitles(
    db,
    found.map(({ owner }) => owner),
  )
  return new Map(
    found.flatMap(({ key, owner }) => {
      const title = titles.get(recordKey(owner))
      return title ? [[key, title] as const] : []
    }),
  )
}
