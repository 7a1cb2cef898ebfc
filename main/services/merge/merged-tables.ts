// As what the report of a merge counts the rows of every table.
import { tableList } from '#main/db/table-list.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { ownerSql } from '#main/services/records/row-records.ts'
import type { MergedKind } from '#shared/schemas/merge.ts'

/** SQL over the row as `r`; `isOwn` tells the row of the thing itself from rows that belong to it. */
export type ShownTable = { table: string; kind: string; id: string; isOwn: boolean; hasDeleted: boolean }

/** What is no record and belongs to none. */
const ownKinds: Readonly<Record<string, MergedKind>> = {
  stock_movements: 'movement',
  notes: 'note',
  record_attachments: 'file',
  paper_templates: 'template',
  saved_views: 'view',
  import_mappings: 'setting',
  alert_marks: 'setting',
  alert_settings: 'setting',
  clash_marks: 'setting',
  planning_settings: 'setting',
  supply_settings: 'setting',
  sales_settings: 'setting',
  shipping_settings: 'setting',
  tracking_rules: 'setting',
  period_closings: 'closing',
  class_runs: 'classRun',
  score_runs: 'scoreRun',
}

/** What follows from other rows, or says nothing by itself: contents come with what shows them, keys with their record. */
export const unshownTables: readonly string[] = [
  'attachments',
  'paper_contents',
  'document_versions',
  'source_keys',
  'undoings',
  'erasures',
  // Of closings and runs, which are told of themselves.
  'closed_values',
  'class_run_items',
]

const recordTables = Object.values(recordKindRules).map(({ table }) => table)

/** Tables whose rows the report tells of. */
export const shownTables: readonly ShownTable[] = Object.keys(tableList)
  .filter((table) => ['record', 'ledger', 'content'].includes(tableList[table]?.kind ?? ''))
  .filter((table) => !unshownTables.includes(table))
  .map((table) => {
    const hasDeleted = tableList[table]?.kind === 'record' && table !== 'books'
    const own = ownKinds[table]
    if (own) return { table, kind: `'${own}'`, id: 'r.id', isOwn: true, hasDeleted }
    return { table, ...ownerSql(table), isOwn: recordTables.includes(table), hasDeleted }
  })

/** The table whose rows are the things of a kind; settings lie in several. */
export function tablesOfKind(kind: MergedKind): string[] {
  const rule = kind in recordKindRules ? recordKindRules[kind as keyof typeof recordKindRules] : undefined
  return rule ? [rule.table] : Object.keys(ownKinds).filter((table) => ownKinds[table] === kind)
}

/** Columns that are logged, changed and undone as one; by the first of them. */
export function unitOf(table: string, column: string): readonly string[] {
  return tableList[table]?.groups?.find((group) => group.includes(column)) ?? [column]
}
