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

/** A change taken apart: what is open in it, and what is personal, as JSON text. Null where nothing is personal. */
type ChangeParts = { open: [before: Values, after: Values]; personal: string }
type Values = Readonly<Record<string, LogValue>>

/**
 * A change's line. Personal columns are in it as a leaf: the hash of their values with the row's salt, or the one that was
 * kept (`leaf`) when the row was erased.
 */
export function changeLine(change: ChangeRow, salt: () => string, leaf?: () => string): string {
  const parts = partsOf(change)
  if (parts === null) return JSON.stringify(change)
  const [table, rowId, kind] = change
  return JSON.stringify([table, rowId, kind, ...parts.open, leaf ? leaf() : leafOf(salt() + parts.personal)])
}

/** The leaf of a change; null where nothing in it is personal. */
export function changeLeafOf(change: ChangeRow, salt: string): string | null {
  const parts = partsOf(change)
  return parts && leafOf(salt + parts.personal)
}

/** Whether a change wrote a personal column, so that its line holds a leaf. */
export function isPersonalChange(change: ChangeRow): boolean {
  return partsOf(change) !== null
}

function partsOf([table, , , before, after]: ChangeRow): ChangeParts | null {
  const personal = personalColumns(table)
  if (personal.length === 0) return null
  const [was, is] = [JSON.parse(before) as Values, JSON.parse(after) as Values]
  const columns = Object.keys(is)
  const own = columns.filter((column) => personal.includes(column))
  if (own.length === 0) return null
  // Text that says the same in other letters (a key twice, blanks between) is none of the log's: it must not pass as its own.
  if (JSON.stringify(was) !== before || JSON.stringify(is) !== after)
    return { open: [{}, {}], personal: before + after }
  if (own.length === columns.length) return { open: [{}, {}], personal: `[${before},${after}]` }
  const others = columns.filter((column) => !personal.includes(column))
  return {
    open: [picked(was, others), picked(is, others)],
    personal: JSON.stringify([picked(was, own), picked(is, own)]),
  }
}

function picked(values: Values, columns: readonly string[]): Values {
  return Object.fromEntries(columns.map((column) => [column, values[column] ?? null]))
}
