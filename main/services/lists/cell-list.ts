// What a list declares about the cells that can be changed in it; plan-cells.ts, set-cells.ts, bulk-change.ts and
// paste-cells.ts work with any such list.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'
import type { CellReading, CellRefusal } from '#shared/schemas/cells.ts'

/** A record as it is read for its cells: the columns of its table, and what the list adds. */
export type CellRow = { readonly id: Id } & Readonly<Record<string, Param>>

/** Columns of the table with their new values. */
export type RowPatch = Readonly<Record<string, Param>>

export type CellRead = { patch: RowPatch } | { refusal: CellRefusal }

/** What reading a cell may look at beside its text. */
export type CellContext = {
  db: ReadDb
  reading: CellReading
  /** The record as it will be with the cells before this one. */
  row: CellRow
  /** The other cells given for the same record, by column: a price may have its currency in the next cell. */
  given: ReadonlyMap<string, string>
  /** Remembers what was looked up, for as long as one call lasts. */
  remembered: Map<string, unknown>
}

export type EditableColumn = {
  /** What of the row the column looks at. */
  reads: readonly string[]
  /** The cell as it would be typed: choices by their key, numbers plain, days in ISO; empty where nothing is there. */
  text: (row: CellRow) => string
  read: (text: string, context: CellContext) => CellRead
  canBeEmpty: boolean
  /** Cells of a record with the same word here mean something only together: one refused, all of them stay. */
  group?: string
  /** Each value may stand at one record only: never set for many at once. */
  unique?: UniqueColumn
  /** Can be raised by per cent or an amount. */
  amount?: AmountColumn
  /** What numbers or days of a pasted column are read by. */
  readsBy?: 'decimal' | 'dates'
}

export type UniqueColumn = {
  values: (row: CellRow) => readonly string[]
  /** The living records that hold the value now. */
  holders: (db: ReadDb, value: string) => readonly Id[]
  refusal: (value: string) => CellRefusal
}

export type AmountColumn = {
  /** Decimal text in the unit that the cell shows; null where there is none. */
  of: (row: CellRow) => string | null
  /** Decimals that a raised amount is rounded to where no step is given. */
  places: (row: CellRow) => number
  /** The cell's text for an amount. */
  text: (amount: string, row: CellRow) => string
}

export type CellList = {
  table: string
  /** In the order in which cells of one record are read. */
  columns: Readonly<Record<string, EditableColumn>>
  /** Columns by which a pasted row finds its record, the surest first; several together where one is not enough. */
  keys: readonly (readonly string[])[]
  /** Living records by id, with these columns and what names them: to read a whole record takes longer than to change it. */
  rows: (db: ReadDb, ids: readonly Id[], columns: readonly string[]) => CellRow[]
  nameOf: (row: CellRow) => string
  /** Id and the key's columns of every living record. */
  allKeys: (db: ReadDb, key: readonly string[]) => (readonly [Id, ...string[]])[]
  /** One form of a key's text: what people write differently and mean the same. */
  foldKey: (column: string, text: string, reading: CellReading) => string
  /** Writes what is no column of the table (`~…` in a patch). */
  writeRest?: (tx: WriteTx, id: Id, patch: RowPatch) => void
  /** Whatever follows from the changes: derived columns, for all records at once. */
  settle?: (tx: WriteTx, ids: readonly Id[], columns: ReadonlySet<string>) => void
}

type RowSource = {
  table: string
  /** What `nameOf` needs. */
  own: readonly string[]
  /** Columns that stand in no column of the table, as SQL over `r`. */
  added?: Readonly<Record<string, string>>
  /** Which records belong to the list, as SQL over `r`. */
  where?: string
}

/** Reads rows by id; ids first, since SQLite would rather read every living record than look some up. */
export function rowsOf({ table, own, added = {}, where = 'true' }: RowSource): CellList['rows'] {
  const sql = (column: string) => (column in added ? `${added[column]} AS ${column}` : `r.${column}`)
  return (db, ids, columns) =>
    db.all<CellRow>(
      `SELECT ${[...new Set(['id', ...own, ...columns])].map(sql).join(', ')}
       FROM json_each(?) j CROSS JOIN ${table} r ON r.id = j.value WHERE r.deleted = 0 AND ${where}`,
      JSON.stringify(ids),
    )
}

export function refused(code: string, details: Record<string, string> = {}): CellRead {
  return { refusal: { code, details } }
}

/** A lookup that is made once per call and key. */
export function remember<Value>(context: CellContext, key: string, find: () => Value): Value {
  if (!context.remembered.has(key)) context.remembered.set(key, find())
  return context.remembered.get(key) as Value
}
