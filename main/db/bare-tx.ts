// Writing to a file that keeps no log: a snapshot of the past, while what is derived in it is worked out.
import type { Connection, Param, WriteTx } from '#main/db/database.ts'
import { prepared, readDb } from '#main/db/statements.ts'
import type { Instant } from '#shared/dates.ts'

/** A transaction for services that settle derived figures. It draws no ids: nothing new comes into a past. */
export function bareTx(connection: Connection, now: Instant): WriteTx {
  const run = (sql: string, ...params: Param[]) => prepared(connection, sql).run(...params).changes
  const noIds = (): never => {
    throw new Error('Nothing is added to a past')
  }
  return {
    ...readDb(connection, now),
    personId: null,
    signAs: noIds,
    leavesTrace: () => false,
    nextId: noIds,
    run,
    statement: (sql) => {
      const statement = prepared(connection, sql)
      return {
        run: (...params) => statement.run(...params).changes,
        get: <Row>(...params: Param[]) => statement.get(...params) as Row | undefined,
        all: <Row>(...params: Param[]) => statement.all(...params) as Row[],
      }
    },
    insert: noIds,
    attempt: noIds,
    update: (table, id, values) => {
      const given = Object.entries(values).filter((entry): entry is [string, Param] => entry[1] !== undefined)
      if (given.length === 0) return
      const sets = given.map(([name]) => `${name} = ?`).join(', ')
      run(`UPDATE ${table} SET ${sets} WHERE id = ?`, ...given.map(([, value]) => value), id)
    },
  }
}
