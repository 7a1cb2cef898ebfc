// Whether a foreign change row is one that our own triggers could have written: of a table and columns that we log,
// with values of the columns' types.
import type { Connection } from '#main/db/database.ts'
import { type Column, plainColumns } from '#main/db/log-triggers.ts'
import { hasShape } from '#main/db/merge/check-value.ts'
import { tableList } from '#main/db/table-list.ts'

export type LoggedValues = Record<string, string | number | null>

/** Gives the columns that a change row sets; null where it cannot be one of ours. */
export type ChangeCheck = (table: unknown, before: unknown, after: unknown) => string[] | null

type LoggedTable = ReadonlyMap<string, Column>

export function changeCheck(connection: Connection): ChangeCheck {
  const tables = new Map<string, LoggedTable | null>()
  const tableOf = (name: string): LoggedTable | null => {
    let table = tables.get(name)
    if (table === undefined) {
      table = loggedTable(connection, name)
      tables.set(name, table)
    }
    return table
  }
  return (table, before, after) => {
    const logged = typeof table === 'string' ? tableOf(table) : null
    const [was, is] = [loggedValues(before), loggedValues(after)]
    if (!logged || !was || !is) return null
    const columns = Object.keys(is)
    const isSame = columns.length > 0 && columns.join() === Object.keys(was).join()
    return isSame && columns.every((column) => fits(logged, column, [was, is])) ? columns : null
  }
}

function loggedTable(connection: Connection, name: string): LoggedTable | null {
  if (!Object.hasOwn(tableList, name) || tableList[name]?.kind !== 'record') return null
  return new Map(plainColumns(connection, name).map((column) => [column.name, column]))
}

/** JSON as the triggers write it, and nothing that says the same in other letters: a key twice would be read two ways. */
export function loggedValues(text: unknown): LoggedValues | null {
  if (typeof text !== 'string') return null
  try {
    const values: unknown = JSON.parse(text)
    const isObject = typeof values === 'object' && values !== null && !Array.isArray(values)
    return isObject && JSON.stringify(values) === text ? (values as LoggedValues) : null
  } catch {
    return null
  }
}

function fits(table: LoggedTable, name: string, sides: readonly LoggedValues[]): boolean {
  const column = table.get(name)
  return column !== undefined && sides.every((values) => fitsColumn(column, values[name]))
}

function fitsColumn(column: Column, value: unknown): boolean {
  return value === null ? column.notnull === 0 : hasShape(column, value)
}
