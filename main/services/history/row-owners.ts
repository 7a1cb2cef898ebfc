// Which record a row of any table belongs to: itself, the one whose child it is, or the one it hangs on.
import type { ReadDb } from '#main/db/database.ts'
import { ownerOfSql } from '#main/services/records/record-kind.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { recordRefOf } from '#main/services/records/record-titles.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordKind, RecordRef } from '#shared/schemas/records.ts'

const rules = Object.entries(recordKindRules) as [RecordKind, (typeof recordKindRules)[RecordKind]][]

/** The kind whose records are the rows of a table; undefined where they are parts of records, or something else. */
export const kindOfTable: ReadonlyMap<string, RecordKind> = new Map(rules.map(([kind, { table }]) => [table, kind]))

/** The tables whose rows a kind's history tells of. */
export function tablesOfKind(kind: RecordKind): string[] {
  const { table, children } = recordKindRules[kind]
  return [table, ...children.map((child) => child.table)]
}

type OwnerSql = { kind: RecordKind; column: string }

const childOwners = rules.flatMap(([kind, { children }]) =>
  children.map((child) => ({ table: child.table, kind, owner: ownerOfSql(child, child.table) })),
)

/** Tables whose rows tell of a record without being part of it. */
const beside: Readonly<Record<string, OwnerSql>> = {
  stock_movements: { kind: 'product', column: 'product_id' },
  demand_overrides: { kind: 'product', column: 'product_id' },
  landed_costs: { kind: 'document', column: 'document_id' },
  channel_skus: { kind: 'product', column: 'product_id' },
  consents: { kind: 'party', column: 'party_id' },
  messages: { kind: 'party', column: 'party_id' },
  supply_status_changes: { kind: 'party', column: 'party_id' },
  supplier_judgements: { kind: 'party', column: 'party_id' },
  grade_exceptions: { kind: 'party', column: 'party_id' },
}

/** Rows that say in two columns which record they hang on. */
const hanging = new Set(['notes', 'record_attachments', 'document_versions', 'alert_marks'])

/** Owners by row id; rows of tables that belong to no record are left out. */
export function ownersOf(db: ReadDb, table: string, ids: readonly Id[]): Map<Id, RecordRef> {
  const own = kindOfTable.get(table)
  if (own) return new Map(ids.map((id) => [id, { kind: own, id }]))
  const owners = new Map<Id, RecordRef>()
  const asked = JSON.stringify(ids)
  for (const { kind, column } of ownerColumns(table)) {
    const sql = `SELECT id, ${column} FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) AND ${column} IS NOT NULL`
    for (const [id, owner] of db.raw(sql, asked) as [Id, Id][]) if (!owners.has(id)) owners.set(id, { kind, id: owner })
  }
  if (hanging.has(table)) {
    const sql = `SELECT id, record_kind, record_id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`
    for (const [id, kind, owner] of db.raw(sql, asked) as [Id, string, Id | null][]) {
      const ref = recordRefOf(kind, owner)
      if (ref) owners.set(id, ref)
    }
  }
  return owners
}

function ownerColumns(table: string): OwnerSql[] {
  const children = childOwners.filter((child) => child.table === table)
  return [...children.map(({ kind, owner }) => ({ kind, column: owner })), ...(beside[table] ? [beside[table]] : [])]
}
