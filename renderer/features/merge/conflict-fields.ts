// The fields of a conflict or a changed record as rows to read: what stood there when the copies parted, and what each holds.
import type { Spoken } from '#renderer/lib/language.ts'
import { labelOf, sideInWords } from '#renderer/ui/record-history/change-lines.ts'
import { columnLabels, hiddenColumns } from '#renderer/ui/record-history/column-labels.ts'
import type { HistoryChange } from '#shared/schemas/history.ts'
import type { MergeField, MergeSide, MergeTitle } from '#shared/schemas/merge.ts'

export type FieldRow = { key: string; label: string; base: string; ours: string; theirs: string }

/** Fields of one row of a document, or of the record itself. `sides` tells on which side the row stands alone. */
export type FieldGroup = {
  key: string
  table: string
  addedBy: MergeSide | null
  /** Which product the line is of, where neither side changed that. */
  product: string
  rows: FieldRow[]
}

type Told = { fields: readonly MergeField[]; titles: readonly MergeTitle[] }

export function fieldGroups(told: Told, words: Spoken): FieldGroup[] {
  const byRow = Map.groupBy(told.fields, ({ table, rowId }) => `${table} ${rowId}`)
  return [...byRow].flatMap(([key, fields]) => {
    const addedBy = addedSide(fields)
    const shown = fields.filter((field) => isShown(field, fields, addedBy))
    const rows = shown.map((field) => fieldRow(field, told, words))
    const product = fields.find(isUnchangedProduct)
    const name = product ? fieldRow(product, told, words).base : ''
    return rows.length === 0 ? [] : [{ key, table: fields[0]?.table ?? '', addedBy, product: name, rows }]
  })
}

/** A row that one side made: it says so with `deleted` that was nothing before. */
function addedSide(fields: readonly MergeField[]): MergeSide | null {
  const made = fields.find(({ column, base }) => column === 'deleted' && base === null)
  if (!made) return null
  return made.ours !== null ? 'ours' : 'theirs'
}

/** Screens order rows by themselves; where that is all that differs, it is told all the same. */
function isShown(shown: MergeField, all: readonly MergeField[], addedBy: MergeSide | null) {
  const { column, table, ...field } = shown
  if (isUnchangedProduct(shown)) return false
  if (addedBy !== null && column === 'deleted') return false
  // Of a new row, what no screen has a word for: what it belongs to, what follows from the rest.
  if (addedBy !== null && columnLabels[table]?.[column] === undefined) return false
  // An amount says its currency itself; it stands alone only where it changed.
  if (/currency$/.test(column) && field.base === field.ours && field.ours === field.theirs) return false
  return !hiddenColumns.has(column) || (all.length === 1 && field.ours !== field.theirs)
}

/** Told only to say which line it is. */
function isUnchangedProduct({ table, column, base, ours, theirs }: MergeField): boolean {
  return table === 'order_lines' && column === 'product_id' && base !== null && base === ours && base === theirs
}

function fieldRow(field: MergeField, { fields, titles }: Told, words: Spoken): FieldRow {
  const { t } = words
  const side = (name: MergeSide, when: 'before' | 'after') => {
    const change = changeOf(field, name)
    if (field.column === 'deleted') return presence(t, change[when])
    const entry = { changes: fields.map((one) => changeOf(one, name)), titles: [...titles] }
    return sideInWords(change, { entry, when, ...words })
  }
  return {
    key: `${field.table} ${field.rowId} ${field.column}`,
    label: field.column === 'deleted' ? t('merge.fields.presence') : labelOf(field, t),
    base: side('ours', 'before'),
    ours: side('ours', 'after'),
    theirs: side('theirs', 'after'),
  }
}

function changeOf({ base, ours, theirs, ...field }: MergeField, side: MergeSide): HistoryChange {
  return { ...field, before: base, after: side === 'ours' ? ours : theirs }
}

function presence(t: Spoken['t'], value: HistoryChange['after']): string {
  return t(value === null ? 'merge.fields.notYet' : value === 1 ? 'merge.fields.deleted' : 'merge.fields.there')
}

/** What one side changed, as the history tells it. */
export function entryOf({ fields, titles }: Told, side: MergeSide) {
  // What did not change stays in: an amount is read with the currency beside it.
  const changes = fields.map((field) => changeOf(field, side))
  return { changes, titles: [...titles] }
}
