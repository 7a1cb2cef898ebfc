// Makes, from the schema and the table list, the triggers that write the log and the views that lists read through.
import type { Connection, ReadDb } from '#main/db/database.ts'
import { personalColumns, tableList } from '#main/db/table-list.ts'

/** How SQLite's refusal to change an erased row is known. */
export const erasedMessage = 'erased: its personal columns stay blank'

export type Column = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number }

/** The columns of a table as SQLite knows them. */
export function columnsOf(connection: Connection, table: string): Column[] {
  return connection.pragma(`table_info("${table}")`) as Column[]
}

/** The columns of a table that are logged and digested: all but the id and the derived ones. */
export function plainColumns(connection: Connection, table: string): Column[] {
  return plainAmong(table, columnsOf(connection, table))
}

function plainAmong(table: string, columns: readonly Column[]): Column[] {
  const derived = tableList[table]?.derived ?? []
  return columns.filter((column) => column.name !== 'id' && !derived.includes(column.name))
}

/** Log triggers and `live_` views for every table of the list that the book has. */
export function makeLogTriggers(connection: Connection): void {
  for (const table of Object.keys(tableList)) {
    const columns = makeLogTriggersOf(connection, table)
    if (columns.includes('deleted')) {
      connection.exec(`CREATE VIEW live_${table} AS SELECT * FROM ${table} WHERE deleted = 0;`)
    }
  }
}

/** The log triggers of one table. Gives its columns that are logged. */
export function makeLogTriggersOf(connection: Connection, table: string): string[] {
  const columns = plainColumns(connection, table).map((column) => column.name)
  for (const trigger of triggersOf(table, columns)) connection.exec(trigger)
  return columns
}

/** Turns the log of one table off, inside a transaction that makes its triggers anew before it ends. A foreign copy has none. */
export function dropLogTriggersOf(connection: Connection, table: string): void {
  const columns = plainColumns(connection, table).map((column) => column.name)
  for (const trigger of triggersOf(table, columns)) connection.exec(`DROP TRIGGER IF EXISTS ${nameOf(trigger)}`)
}

/** Names of log triggers that the book lacks, or has with another text: without them a change leaves no trace. */
export function missingLogTriggers(db: ReadDb): string[] {
  const kept = db.all<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").map(({ sql }) => sql)
  return Object.keys(tableList).flatMap((table) => {
    const columns = plainAmong(table, db.all<Column>(`PRAGMA table_info("${table}")`)).map((column) => column.name)
    const lacking = triggersOf(table, columns).filter((trigger) => !kept.includes(trigger))
    return lacking.map(nameOf)
  })
}

/** The name in `CREATE TRIGGER name …`. */
function nameOf(trigger: string): string {
  return trigger.split(' ', 3)[2] ?? ''
}

/** The triggers of one table, each as the statement that SQLite keeps. None for a table that the book does not have. */
function triggersOf(table: string, columns: readonly string[]): string[] {
  if (columns.length === 0) return []
  const kind = tableList[table]?.kind
  const isUnchanging = kind === 'ledger' || kind === 'content' || (kind === 'log' && table !== 'migrations')
  const erasable = columns.filter((column) => personalColumns(table).includes(column))
  const erased = erasable.length > 0 ? [erasedTrigger(table, erasable)] : []
  if (kind === 'record') return [updateTrigger(table, columns), idTrigger(table), noDelete(table), ...erased]
  return isUnchanging ? [noUpdate(table), noDelete(table)] : []
}

/**
 * Copies before and after of the changed columns to the log; a group is copied whole when one of its columns changed.
 * Comparison is BINARY: a change of letter case is a change, whatever the column's collation.
 */
function updateTrigger(table: string, columns: readonly string[]): string {
  const changed = (column: string) => `OLD.${column} IS NOT NEW.${column} COLLATE BINARY`
  const groups = (tableList[table]?.groups ?? []).map((group) => [...group])
  const single = columns.filter((column) => !groups.some((group) => group.includes(column))).map((column) => [column])
  const units = [...groups, ...single]
  const any = columns.map(changed).join(' OR ')
  const rows = units.map((unit) => unitRows(unit, unit.map(changed).join(' OR '))).join(' UNION ALL ')
  // OF these columns: a statement that sets only derived ones does not even ask.
  return `CREATE TRIGGER ${table}_log_update AFTER UPDATE OF ${columns.join(', ')} ON ${table} WHEN ${any} BEGIN
  SELECT RAISE(ABORT, 'written outside an operation') WHERE (SELECT operation_id FROM change_context) IS NULL;
  INSERT INTO changes (operation_id, table_name, row_id, before, after)
  SELECT (SELECT operation_id FROM change_context), '${table}', OLD.id, json_group_object(name, before), json_group_object(name, after)
  FROM (${rows});
END`
}

function idTrigger(table: string): string {
  return `CREATE TRIGGER ${table}_log_id BEFORE UPDATE OF id ON ${table} BEGIN
  SELECT RAISE(ABORT, 'ids never change');
END`
}

/** What was erased stays blank, whoever writes. */
function erasedTrigger(table: string, personal: readonly string[]): string {
  const changed = personal.map((column) => `OLD.${column} IS NOT NEW.${column} COLLATE BINARY`).join(' OR ')
  return `CREATE TRIGGER ${table}_log_erased BEFORE UPDATE OF ${personal.join(', ')} ON ${table} WHEN ${changed} BEGIN
  SELECT RAISE(ABORT, '${erasedMessage}') WHERE EXISTS (SELECT 1 FROM erasures WHERE table_name = '${table}' AND row_id = OLD.id);
END`
}

function unitRows(unit: readonly string[], changed: string): string {
  return unit
    .map((column) => `SELECT '${column}' AS name, OLD.${column} AS before, NEW.${column} AS after WHERE ${changed}`)
    .join(' UNION ALL ')
}

function noDelete(table: string): string {
  return `CREATE TRIGGER ${table}_log_no_delete BEFORE DELETE ON ${table} BEGIN
  SELECT RAISE(ABORT, '${table}: rows are never deleted');
END`
}

function noUpdate(table: string): string {
  return `CREATE TRIGGER ${table}_log_no_update BEFORE UPDATE ON ${table} BEGIN
  SELECT RAISE(ABORT, '${table}: rows never change');
END`
}
