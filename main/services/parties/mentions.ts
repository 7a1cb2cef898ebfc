// Where else a person is named, in text that anyone may have written anywhere: erasing their rows does not reach it.
import type { ReadDb } from '#main/db/database.ts'
import type { FoundRow } from '#main/services/parties/personal-rows.ts'

/** Free text that belongs to no person's rows, by table. */
const texts: Readonly<Record<string, readonly string[]>> = {
  parties: ['name', 'note'],
  sales_orders: ['note', 'ship_to_name'],
  order_lines: ['description'],
  notes: ['text'],
  tasks: ['title', 'note'],
  task_items: ['text'],
  record_attachments: ['name', 'note'],
  products: ['note'],
  stock_movements: ['note'],
  alert_marks: ['note'],
  saved_views: ['state'],
  papers: ['sent_to', 'note'],
}

/** By what people are named: too short a word stands anywhere. */
const naming: Readonly<Record<string, readonly string[]>> = {
  parties: ['name', 'name_zh', 'email', 'phone'],
  contacts: ['name', 'email', 'phone'],
}

/** Rows that name the person and are none of `rows`, counted by table. */
export function mentionsOf(db: ReadDb, rows: readonly FoundRow[]): { table: string; count: number }[] {
  const words = namesIn(db, rows)
  if (words.length === 0) return []
  return Object.entries(texts)
    .map(([table, columns]) => ({ table, count: countOf(db, { table, columns, words, rows }) }))
    .filter(({ count }) => count > 0)
}

function namesIn(db: ReadDb, rows: readonly FoundRow[]): string[] {
  const words = new Set<string>()
  for (const { table, id } of rows) {
    const columns = naming[table]
    if (!columns) continue
    const row = db.raw(`SELECT ${columns.join(', ')} FROM ${table} WHERE id = ?`, id)[0] ?? []
    for (const word of row) if (typeof word === 'string' && isTelling(word)) words.add(word.trim().toLowerCase())
  }
  return [...words].slice(0, 50)
}

function isTelling(word: string): boolean {
  const { length } = word.trim()
  return length >= 4 || (length >= 2 && /[^\p{ASCII}]/u.test(word))
}

type Asked = { table: string; columns: readonly string[]; words: readonly string[]; rows: readonly FoundRow[] }

function countOf(db: ReadDb, { table, columns, words, rows }: Asked): number {
  const own = JSON.stringify(rows.filter((row) => row.table === table).map(({ id }) => id))
  const holds = columns.flatMap((column) => words.map(() => `instr(lower(${column}), ?) > 0`)).join(' OR ')
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM ${table} WHERE (${holds}) AND id NOT IN (SELECT value FROM json_each(?))`,
    ...columns.flatMap(() => words),
    own,
  )
  return row?.n ?? 0
}
