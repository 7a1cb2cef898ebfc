// What a column of a record list declares: its key at the book, its name, what kind of value it holds.
import type { ReactNode } from 'react'

/** Decides how a column is written, aligned and filtered. */
export type ColumnKind = 'text' | 'choice' | 'number' | 'money' | 'day' | 'flag'

export type Choice = { value: string; label: string }

/** Other records that a text may mean, for the editor of a cell. */
export type Suggest = {
  /** The router's feature that answers. */
  feature: string
  ask: (text: string) => Promise<{ text: string; name: string; detail?: string }[]>
}

/** How a cell is changed where it stands; whether it can be, the book says. */
export type CellEdit<Row> = {
  /** The book's column, where another one than the cell's own is changed. */
  column?: string
  /** The value as it would be typed; left out, the row's own field. */
  text?: (row: Row) => string
  suggest?: Suggest
}

export type GridColumn<Row> = {
  /** The column's key in the list's query, its filters and its sort. */
  key: string
  label: string
  kind: ColumnKind
  /** Text of the cell; also what is read out. */
  text: (row: Row) => string
  /** More than text: a badge, a picture, a second language. */
  render?: (row: Row) => ReactNode
  width: number
  /** Takes the room that is left, down to `minWidth`. */
  grows?: boolean
  minWidth?: number
  isHidden?: boolean
  /** Cannot be sorted or filtered: put together for the screen only. */
  isPlain?: boolean
  /** Less important: muted. */
  isQuiet?: boolean
  choices?: readonly Choice[]
  edit?: CellEdit<Row>
  /** Its filter is always in the bar. */
  isQuick?: boolean
  /** No heading on screen (pictures); `label` is still its name. */
  hidesLabel?: boolean
}

export function isNumeric(kind: ColumnKind): boolean {
  return kind === 'number' || kind === 'money'
}
