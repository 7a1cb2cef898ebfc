// The migrations, found by name: forward only, NNNN_name.sql in steps of ten, never edited once shipped.
import { createHash } from 'node:crypto'

export type Migration = { number: number; name: string; sql: string; checksum: string }

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })

/** Line ends are taken as LF, so that a checkout on Windows has the same checksums. */
export function migrationOf(path: string, text: string): Migration {
  const match = /(\d{4})_([a-z0-9_]+)\.sql$/.exec(path)
  if (!match) throw new Error(`Not a migration's name: ${path}`)
  const sql = text.replaceAll('\r\n', '\n')
  const checksum = createHash('sha256').update(sql).digest('hex')
  return { number: Number(match[1]), name: match[2] ?? '', sql, checksum }
}

/** All shipped migrations, ascending. */
export const migrations: readonly Migration[] = Object.entries(files)
  .map(([path, text]) => migrationOf(path, text))
  .sort((left, right) => left.number - right.number)
