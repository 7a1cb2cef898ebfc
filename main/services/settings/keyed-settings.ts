// Settings of a table that holds one row a key, its value as JSON: read with their usual values, set whole and checked.
import type { z } from 'zod'
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { readJson } from '#shared/read-json.ts'

/** What each key's value must be; parsing undefined gives its usual value. */
type Schemas = Readonly<Record<string, z.ZodType>>
type Values<All extends Schemas> = { [Key in keyof All]: z.output<All[Key]> }

export type KeyedSettings<All extends Schemas> = {
  /** One setting; its usual value where nobody set it, or where another version set what this one does not understand. */
  one<Key extends keyof All & string>(db: ReadDb, key: Key): Values<All>[Key]
  all(db: ReadDb): Values<All>
  /** Sets one setting whole, or refuses it as `call/malformed`. What is as before is not written. */
  set(tx: WriteTx, key: keyof All & string, value: unknown): Values<All>
}

export function keyedSettings<All extends Schemas>(
  table: 'planning_settings' | 'supply_settings' | 'sales_settings' | 'shipping_settings',
  schemas: All,
): KeyedSettings<All> {
  const one = <Key extends keyof All & string>(db: ReadDb, key: Key) => {
    const row = settingRow(db, table, key)
    const read = schemas[key]?.safeParse(row && readJson(row.value))
    return (read?.success ? read.data : schemas[key]?.parse(undefined)) as Values<All>[Key]
  }
  const all = (db: ReadDb) => Object.fromEntries(Object.keys(schemas).map((key) => [key, one(db, key)])) as Values<All>
  return {
    one,
    all,
    set(tx, key, value) {
      const read = schemas[key]?.safeParse(value)
      if (!read?.success) throw new AppError('call/malformed')
      const text = JSON.stringify(read.data)
      const row = settingRow(tx, table, key)
      if (row === undefined) tx.insert(table, { key, value: text })
      else if (row.value !== text) tx.update(table, row.id, { value: text })
      return all(tx)
    },
  }
}

/** The oldest row of a key: two copies may each have made one, until someone mends that. */
function settingRow(db: ReadDb, table: string, key: string): { id: Id; value: string } | undefined {
  return db.get(`SELECT id, value FROM live_${table} WHERE key = ? ORDER BY id LIMIT 1`, key)
}
