// A CSV file read by a parser of its own, so that tests of the import count by something other than the import.
import { readFileSync } from 'node:fs'

/** Records by header. Quotes may hold commas, line breaks and doubled quotes. */
export function csvRecords(path: string): Record<string, string>[] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    if (row.length > 1) rows.push(row)
    row = []
  }
  const [header = [], ...records] = rows
  return records.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])))
}
