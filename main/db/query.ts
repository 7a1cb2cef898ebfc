// Kysely as a compiler only: it makes typed SQL text, our own prepared, synchronous statements run it.
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Param, ReadDb } from '#main/db/database.ts'
import type { Tables } from '#main/db/tables.ts'

/** Builds typed queries; never runs one by itself. */
export const sqlite = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** The first row of a built query. */
export function firstRow<Row>(db: ReadDb, query: Compilable<Row>): Row | undefined {
  const { sql, parameters } = query.compile()
  return db.get<Row>(sql, ...(parameters as Param[]))
}
