// A row and a change as the digest reads them: as text, and from schema 190 on with what is personal as a hash of its own
// (a leaf), so that blanking it later needs no more than that hash for the digest to come out the same.
import { hash } from 'node:crypto'
import type { Column } from '#main/db/log-triggers.ts'
import { leavesSince, personalColumns, tableList } from '#main/db/table-list.ts'

export type LogValue = string | number | null

export type DigestColumn = {
  name: string
  /** The default as SQL's quote() would show it; null where it is computed, and so never left out of a digest. */
  default: string | null
  isPersonal: boolean
}

export type RowText = {
  table: string
  columns: readonly DigestColumn[]
  hasPersonal: boolean
  /** SQL expressions: the whole row, its open part, its personal part. */
  whole: string
  open: string
  personal: string
}

/** Whether an operation of this schema version is digested with leaves. */
export function hasLeaves(schemaVersion: number): boolean {
  return schemaVersion >= leavesSince
}

/**
 * A row is its id, then name=value for every plain column that is not at its default, so that a column added later leaves
 * old digests as they were. Content is covered by its own hash column.
 */
export function rowTextOf(table: string, info: readonly Column[]): RowText {
  const rule = tableList[table]
  const columns = info.filter(
    ({ name, type }) =>
      name !== 'id' && !rule?.derived?.includes(name) && !(rule?.kind === 'content' && type === 'BLOB'),
  )
  const names = personalColumns(table)
  const isPersonal = ({ name }: Column) => names.includes(name)
  return {
    table,
    columns: columns.map((column) => ({
      name: column.name,
      default: constantDefault(column.dflt_value),
      isPersonal: isPersonal(column),
    })),
    hasPersonal: names.length > 0,
    whole: ['id', ...columns.map(columnText)].join(' || '),
    open: ['id', ...columns.filter((column) => !isPersonal(column)).map(columnText)].join(' || '),
    personal: columns.filter(isPersonal).map(columnText).join(' || ') || "''",
  }
}

function constantDefault(text: string | null): string | null {
  if (text === null) return 'NULL'
  return /^('[^']*'|-?\d+|NULL)$/.test(text) ? text : null
}

function columnText(column: Column): string {
  const constant = constantDefault(column.dflt_value) !== null
  // An integer reads the same quoted or not, and an import digests hundreds of thousands; only NULL would not.
  const isNeverNull = column.dflt_value === null || column.notnull === 1
  const value = column.type === 'INTEGER' && constant && isNeverNull ? column.name : `quote(${column.name})`
  const text = `';${column.name}=' || ${value}`
  return constant ? `CASE WHEN ${column.name} IS ${column.dflt_value ?? 'NULL'} THEN '' ELSE ${text} END` : text
}

export type ColumnPart = 'whole' | 'open' | 'personal'

/** What the SQL expressions make, for values that are no longer in the table. */
export function columnsText(text: RowText, part: ColumnPart, valueIn: (column: string) => unknown): string {
  return text.columns
    .filter(({ isPersonal }) => part === 'whole' || isPersonal === (part === 'personal'))
    .map((column) => {
      const value = valueIn(column.name)
      const quoted = quote(value)
      // To SQLite a lone NUL is not the empty text that quote() makes of it.
      const isDefault = quoted === column.default && !(typeof value === 'string' && value.includes('\u0000'))
      return isDefault ? '' : `;${column.name}=${quoted}`
    })
    .join('')
}

function quote(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  // SQLite's quote() ends at a NUL, and so does this.
  const text = String(value).split('\u0000', 1)[0] ?? ''
  return `'${text.replaceAll("'", "''")}'`
}

/** The hash that stands for a row's personal part, which holds the salt. */
export function leafOf(personalText: string): string {
  return hash('sha256', personalText)
}

export function lineWithLeaf(openText: string, leaf: string): string {
  return `${openText};~${leaf}`
}

/** A row of `changes` as it is read for the digest: table, row, kind, before, after. */
export type ChangeRow = [table: string, rowId: number, kind: string, before: string, after: string]

/** Whether a change wrote a personal column, so that its line holds a leaf. */
export function isPersonalChange([table, , , , after]: ChangeRow): boolean {
  const personal = personalColumns(table)
  return personal.length > 0 && Object.keys(JSON.parse(after) as object).some((column) => personal.includes(column))
}

/** The hash that stands for the personal columns of a change. */
export function changeLeafOf([table, , , before, after]: ChangeRow, salt: string): string {
  const personal = personalColumns(table)
  return leafOf(`${salt}${JSON.stringify([picked(before, personal, true), picked(after, personal, true)])}`)
}

/** A change's line: as it stands, or with its personal columns as a leaf. */
export function changeLine(change: ChangeRow, leaf: string | null): string {
  if (leaf === null) return JSON.stringify(change)
  const [table, rowId, kind, before, after] = change
  const personal = personalColumns(table)
  return JSON.stringify([table, rowId, kind, picked(before, personal, false), picked(after, personal, false), leaf])
}

/**
 * The personal or the other entries of a JSON object as the log's triggers write it. Text that says the same in other
 * letters (a key twice, blanks between) is none of theirs: it is taken as it stands, so that it shows.
 */
function picked(text: string, personal: readonly string[], wanted: boolean): unknown {
  const parsed = JSON.parse(text) as Record<string, LogValue>
  if (JSON.stringify(parsed) !== text) return text
  return Object.fromEntries(Object.entries(parsed).filter(([column]) => personal.includes(column) === wanted))
}
