// How SQLite would run what a service asks: the plans of the very statements it sent, for tests of hot lists.
import type { Param, ReadDb } from '#main/db/database.ts'
import type { TestBook } from '#tests/support/test-book.ts'

/** The steps of every statement that `work` runs, in order. */
export function queryPlans(book: TestBook, work: (db: ReadDb) => unknown): string[] {
  return book.read((db) => {
    const asked: { sql: string; params: Param[] }[] = []
    const noting = (sql: string, params: Param[]) => void asked.push({ sql, params })
    work({
      now: db.now,
      all: (sql, ...params) => {
        noting(sql, params)
        return db.all(sql, ...params)
      },
      get: (sql, ...params) => {
        noting(sql, params)
        return db.get(sql, ...params)
      },
      raw: (sql, ...params) => {
        noting(sql, params)
        return db.raw(sql, ...params)
      },
    })
    return asked.flatMap(({ sql, params }) =>
      db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...params).map((step) => step.detail),
    )
  })
}

/**
 * Steps that read a whole table or sort in memory: what a hot list must not do. Reading everything that is not deleted is
 * reading everything, and what SQLite takes without statistics when a better index is not named.
 */
export function slowSteps(steps: readonly string[]): string[] {
  return steps.filter(
    (step) =>
      (/^SCAN /.test(step) && !/^SCAN (json_each|books|CONSTANT)/.test(step)) ||
      /TEMP B-TREE|\(deleted=\?\)/.test(step),
  )
}
