// Where a removed text stands in what stays. Cells are looked through first; what no cell holds may still be made of the end
// of one and the beginning of the next, as SQLite packs them into a record.
import type { ReadDb } from '#main/db/database.ts'
import { columnsOfTable, tablesOf } from '#main/services/copies/copy-tables.ts'
import { cellBytes } from '#main/services/copies/record-bytes.ts'
import { textFinder } from '#main/services/copies/text-finder.ts'
import type { JobHandle } from '#main/services/jobs/job.ts'
import type { StandingText } from '#shared/schemas/copies.ts'

const shownExamples = 5
/** Fewer rows than this are looked through without asking whether to stop. */
const rowsAtOnce = 5000

const drawn = new Set(['salt', 'hash', 'digest', 'previous_hash', 'checksum', 'uid', 'head', 'merged_heads'])

/** A postal code inside a longer figure is chance; as a word of its own it may tell something. */
function tells(cell: string, text: string): boolean {
  if (!/\d/.test(text)) return true
  for (let at = cell.indexOf(text); at >= 0; at = cell.indexOf(text, at + 1)) {
    const isWithin = /[\p{L}\d.]/u.test(cell[at - 1] ?? '') || /[\p{L}\d]/u.test(cell[at + text.length] ?? '')
    if (!isWithin) return true
  }
  return false
}

/** Texts by the columns that hold them, and those that no column holds. */
export function standingTexts(
  db: ReadDb,
  texts: readonly string[],
  job: JobHandle,
): { standing: StandingText[]; rest: string[] } {
  if (texts.length === 0) return { standing: [], rest: [] }
  const finder = textFinder(texts)
  const explained = new Set<number>()
  const places: StandingText[] = []
  for (const { table, column } of textCells(db)) {
    const here = new Set<number>()
    for (const cells of slices(db, table, column)) {
      job.stopIfCancelled()
      for (const cell of cells)
        finder.scan(Buffer.from(cell), (index) => {
          explained.add(index)
          if (tells(cell, texts[index] ?? '')) here.add(index)
        })
    }
    // What the program itself calls its tables and columns is no one's secret, and what it drew at random no one's name.
    if (here.size === 0 || table === 'sqlite_schema' || drawn.has(column)) continue
    const examples = [...here].slice(0, shownExamples).map((index) => texts[index] ?? '')
    places.push({ table, column, texts: here.size, examples })
  }
  return { standing: places, rest: texts.filter((_, index) => !explained.has(index)) }
}

function textCells(db: ReadDb): { table: string; column: string }[] {
  const own = tablesOf(db).flatMap((table) =>
    columnsOfTable(db, table)
      .filter(({ type }) => type === 'TEXT')
      .map(({ name }) => ({ table, column: name })),
  )
  return [...own, { table: 'sqlite_schema', column: 'name' }, { table: 'sqlite_schema', column: 'sql' }]
}

function* slices(db: ReadDb, table: string, column: string): Generator<string[]> {
  if (!hasRowid(db, table)) {
    yield db.raw(`SELECT ${column} FROM ${table} WHERE ${column} <> ''`).map(([text]) => String(text))
    return
  }
  let last = -1
  for (;;) {
    const rows = db.raw(
      `SELECT rowid, ${column} FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ${rowsAtOnce}`,
      last,
    )
    if (rows.length === 0) return
    yield rows.filter(([, text]) => typeof text === 'string' && text !== '').map(([, text]) => String(text))
    last = rows.at(-1)?.[0] as number
  }
}

function hasRowid(db: ReadDb, table: string): boolean {
  if (table === 'sqlite_schema') return true
  const row = db.get<{ wr: number }>('SELECT wr FROM pragma_table_list WHERE name = ? AND schema = ?', table, 'main')
  return row?.wr === 0
}

/** Texts that stand in no record of a table or an index either: those nobody can explain. */
export function inRecords(db: ReadDb, texts: readonly string[]): string[] {
  if (texts.length === 0) return []
  const finder = textFinder(texts)
  const explained = new Set<number>()
  for (const { sql, isNumbered } of recordSelects(db)) {
    // Neighbours on a page may make a text together as well.
    let before: Uint8Array = new Uint8Array()
    for (const row of db.raw(sql)) {
      const cell = isNumbered ? cellBytes(row.slice(1), Number(row[0])) : cellBytes(row)
      finder.scan(Buffer.concat([cell, before]), (index) => explained.add(index))
      before = cell
    }
  }
  return texts.filter((_, index) => !explained.has(index))
}

/** `isNumbered`: the first column is the row's number, which stands before its record and not in it. */
type RecordSelect = { sql: string; isNumbered: boolean }

function recordSelects(db: ReadDb): RecordSelect[] {
  return tablesOf(db).flatMap((table) => {
    // A blob explains nothing: no text may hide in one.
    const columns = columnsOfTable(db, table).map(({ name, type }) => (type === 'BLOB' ? 'NULL' : name))
    const key = db
      .all<{ name: string; pk: number; type: string }>(`PRAGMA table_info("${table}")`)
      .find(({ pk }) => pk > 0)
    // An integer key is the row's number, and so not in its record.
    const isNumbered = hasRowid(db, table)
    const cells =
      isNumbered && key?.type === 'INTEGER' ? columns.map((name) => (name === key.name ? 'NULL' : name)) : columns
    const sql = isNumbered
      ? `SELECT rowid, ${cells.join(', ')} FROM ${table} ORDER BY rowid`
      : `SELECT ${cells.join(', ')} FROM ${table}`
    return [{ sql, isNumbered }, ...indexSelects(db, table)]
  })
}

function indexSelects(db: ReadDb, table: string): RecordSelect[] {
  if (!hasRowid(db, table)) return []
  return db.all<{ name: string }>(`PRAGMA index_list("${table}")`).map(({ name }) => {
    const columns = db
      .all<{ name: string | null }>(`PRAGMA index_info("${name}")`)
      .map((column) => column.name ?? 'NULL')
    const sql = `SELECT ${columns.join(', ')}, rowid FROM ${table} ORDER BY ${columns.join(', ')}, rowid`
    return { sql, isNumbered: false }
  })
}
