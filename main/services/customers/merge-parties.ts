// Several records of one party made one, as one operation: what points at the others points at the kept one from then on,
// and undoing it puts everything back.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import { tableList } from '#main/db/table-list.ts'
import type { PartiesTable } from '#main/db/tables.ts'
import { settleTouched } from '#main/services/book/settle-touched.ts'
import { menderOf } from '#main/services/clashes/mender.ts'
import { membersById } from '#main/services/customers/duplicate-members.ts'
import { fieldColumns, fieldText, usualSource } from '#main/services/customers/merge-fields.ts'
import { combineParties } from '#main/services/parties/party-clashes.ts'
import { rolesOf } from '#main/services/parties/party-columns.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { type MergedField, type MergePartiesInput, type MergePreview, mergedFields } from '#shared/schemas/customers.ts'

/** The records, the kept one first; `parties/not-found`, or `parties/merge-itself` where one is named twice. */
function asked(db: ReadDb, { keepId, otherIds }: MergePartiesInput): PartiesTable[] {
  const ids = [keepId, ...otherIds]
  if (new Set(ids).size !== ids.length) throw new AppError('parties/merge-itself')
  return ids.map((id) => {
    const row = db.get<PartiesTable>('SELECT * FROM live_parties WHERE id = ?', id)
    if (!row) throw new AppError('parties/not-found')
    return row
  })
}

/** What merging would take from whom, and how much would belong to the kept one. */
export function previewPartyMerge(db: ReadDb, input: MergePartiesInput): MergePreview {
  const rows = asked(db, input)
  const members = membersById(
    db,
    rows.map(({ id }) => id),
  )
  const fields = mergedFields.map((field) => ({
    field,
    values: rows.map((row) => valueText(db, row, field)),
    takenFrom: sourceOf(rows, field, input.take).id,
  }))
  const pointing = pointersAtParties(db).map(({ table, column, isLedger }) => ({
    table,
    isLedger,
    count: countOf(db, { table, column }, input.otherIds),
  }))
  return {
    records: rows.flatMap((row) => {
      const member = members.get(row.id)
      return member ? [{ ...member, roles: rolesOf(row) }] : []
    }),
    fields: fields.filter(({ values }) => values.some((value) => value !== '')),
    moved: summed([...pointing.filter(({ isLedger }) => !isLedger), ...hanging(db, input.otherIds)]),
    stays: summed(pointing.filter(({ isLedger }) => isLedger)),
  }
}

function valueText(db: ReadDb, row: PartiesTable, field: MergedField): string {
  if (field !== 'owner' || row.owner_id === null) return fieldText(row, field)
  return db.get<{ name: string }>('SELECT name FROM people WHERE id = ?', row.owner_id)?.name ?? ''
}

function sourceOf(rows: readonly PartiesTable[], field: MergedField, take: MergePartiesInput['take']): PartiesTable {
  const wanted = take[field]
  if (wanted === undefined) return usualSource(rows, field)
  const row = rows.find(({ id }) => id === wanted)
  if (!row) throw new AppError('parties/not-found')
  return row
}

type Pointer = { table: string; column: string }

/** Every column by which a row names a party, but the words of merging itself. */
function pointersAtParties(db: ReadDb): (Pointer & { isLedger: boolean })[] {
  return Object.entries(tableList)
    .filter(
      ([table, { kind }]) =>
        (kind === 'record' || kind === 'ledger') && !['parties', 'distinct_parties'].includes(table),
    )
    .flatMap(([table, { kind }]) =>
      db
        .raw(`SELECT "from" FROM pragma_foreign_key_list(?) WHERE "table" = 'parties'`, table)
        .map(([column]) => ({ table, column: String(column), isLedger: kind === 'ledger' })),
    )
}

function countOf(db: ReadDb, { table, column }: Pointer, ids: readonly Id[]): number {
  const isRecord = tableList[table]?.kind === 'record'
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?)) ${isRecord ? 'AND deleted = 0' : ''}`,
    JSON.stringify(ids),
  )
  return row?.n ?? 0
}

function hanging(db: ReadDb, ids: readonly Id[]): { table: string; count: number }[] {
  const counts = ['notes', 'record_attachments', 'tasks'].map((table) => ({
    table,
    count: countOf(db, { table, column: "record_kind = 'party' AND record_id" }, ids),
  }))
  const keys = countOf(
    db,
    { table: 'source_keys', column: "kind IN ('customer', 'supplier', 'carrier') AND record_id" },
    ids,
  )
  return [...counts, { table: 'source_keys', count: keys }]
}

function summed(counts: readonly { table: string; count: number }[]): { table: string; count: number }[] {
  return [...Map.groupBy(counts, ({ table }) => table)]
    .map(([table, own]) => ({ table, count: own.reduce((sum, { count }) => sum + count, 0) }))
    .filter(({ count }) => count > 0)
}

/** Merges; the others go, remembering the kept one. */
export function mergeParties(tx: WriteTx, input: MergePartiesInput): void {
  const rows = asked(tx, input)
  const [kept] = rows
  if (!kept) return
  const taken = mergedFields.map((field): Record<string, Param> => {
    const source = sourceOf(rows, field, input.take)
    return Object.fromEntries(fieldColumns[field].map((column) => [column, source[column] as Param]))
  })
  const notes = [...new Set(rows.map(({ note }) => note.trim()).filter((note) => note !== ''))]
  const { mender, touched } = menderOf(tx)
  for (const { id } of rows.slice(1)) combineParties(mender, { keep: kept.id, other: id })
  tx.update('parties', kept.id, Object.assign({ note: notes.join('\n\n'), ...supplyOf(rows) }, ...taken))
  mender.touch('parties', [kept.id])
  settleTouched(tx, touched)
}

/** What a party is as a supplier comes along where the kept one was none. */
function supplyOf(rows: readonly PartiesTable[]): Record<string, Param> {
  const isSupplying = (row: PartiesTable) =>
    rolesOf(row).some((role) => ['supplier', 'forwarder', 'service'].includes(role))
  const [kept] = rows
  const source = rows.find(isSupplying)
  if (!kept || !source || isSupplying(kept)) return {}
  return Object.fromEntries(Object.entries(source).filter(([column]) => column.startsWith('supply_')))
}
