// A record's past, newest first: its making, every change of it and of the rows that belong to it.
import type { z } from 'zod'
import type { Param, ReadDb } from '#main/db/database.ts'
import { operationHeads } from '#main/services/history/log-entries.ts'
import { recordChanges } from '#main/services/history/record-changes.ts'
import { makerSql } from '#main/services/history/row-makers.ts'
import { ownedSql } from '#main/services/records/record-kind.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { AppError } from '#shared/errors.ts'
import { type Id, replicaLetters } from '#shared/ids.ts'
import type { HistoryEntry, historyInput } from '#shared/schemas/history.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

/** The newest `limit` operations that touched the record, or `history/no-record`. */
export function recordHistory(db: ReadDb, { entity, id, limit }: z.output<typeof historyInput>): HistoryEntry[] {
  const { table } = recordKindRules[entity]
  if (!db.get(`SELECT 1 FROM ${table} WHERE id = ?`, id)) throw new AppError('history/no-record')
  const record = { kind: entity, id }
  const { sql, params } = changeOperationsSql(record)
  const touched = db.all<{ operation_id: Id }>(
    `SELECT e.operation_id FROM (${sql}) e CROSS JOIN operations o ON o.id = e.operation_id
     ORDER BY o.clock DESC, o.replica DESC LIMIT ?`,
    ...params,
    limit,
  )
  const ids = touched.map((row) => row.operation_id)
  const changed = recordChanges(db, record, ids)
  return operationHeads(db, ids).flatMap(({ id: operationId, name, person, at, replica }) => {
    const changes = changed.get(operationId)
    return changes ? [{ operationId, name, person, at, copy: replicaLetters(replica), ...changes }] : []
  })
}

/** SQL for the operations that made or changed the record or a row that belongs to it, each once, as `operation_id`. */
export function changeOperationsSql({ kind, id }: RecordRef): { sql: string; params: Param[] } {
  const { table, children } = recordKindRules[kind]
  const parts = [
    `SELECT ${makerSql('r.id')} AS operation_id FROM ${table} r WHERE r.id = ?`,
    `SELECT c.operation_id FROM changes c INDEXED BY changes_by_row WHERE c.table_name = '${table}' AND c.row_id = ?`,
    ...children.flatMap((child) => [
      `SELECT ${makerSql('r.id')} FROM ${child.table} r WHERE ${ownedSql(child)}`,
      `SELECT c.operation_id FROM ${child.table} r CROSS JOIN changes c INDEXED BY changes_by_row
       ON c.table_name = '${child.table}' AND c.row_id = r.id WHERE ${ownedSql(child)}`,
    ]),
  ]
  return { sql: parts.join(' UNION '), params: parts.map(() => id) }
}
