import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { readingForeign, reckoning } from '#main/db/merge/foreign-rows.ts'

const failing = (code: string) => () => {
  throw new Sqlite.SqliteError('failed', code)
}

test.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_NOMEM', 'SQLITE_READONLY', 'SQLITE_BUSY'])(
  '%s is trouble of this machine, and not said of the other copy',
  (code) => {
    for (const way of [readingForeign, reckoning]) {
      expect(() => way('schema', failing(code))).toThrow(expect.objectContaining({ code }))
    }
  },
)

test.each(['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_ERROR'])('%s while reading says that it is damaged', (code) => {
  expect(() => readingForeign('schema', failing(code))).toThrow('merge/damaged')
})

test('a fault of our own file is not the other copy’s, what cannot be reckoned with is', () => {
  expect(() => reckoning('figures', failing('SQLITE_CORRUPT'))).toThrow('failed')
  expect(() => reckoning('figures', failing('SQLITE_CONSTRAINT_CHECK'))).toThrow('merge/damaged')
})
