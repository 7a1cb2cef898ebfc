// By what words a person is known in running text: names, mail and phone as written, and each part of a name that tells
// them from everyone else in the book.

import type { ReadDb } from '#main/db/database.ts'
import { foldSpelledOut, foldText } from '#main/domain/search/fold-text.ts'
import type { FoundRow } from '#main/services/parties/personal-rows.ts'

const naming: Readonly<Record<string, { names: readonly string[]; others: readonly string[] }>> = {
  parties: { names: ['name', 'name_zh'], others: ['email', 'phone'] },
  contacts: { names: ['name'], others: ['email', 'phone'] },
}

const hasHan = /\p{Script=Han}/u
const mostWords = 50

/** Folded as `foldText` does; empty where nothing is left of the person. */
export function namingWords(db: ReadDb, rows: readonly FoundRow[]): string[] {
  const names: string[] = []
  const words: string[] = []
  for (const { table, id } of rows) {
    const columns = naming[table]
    if (!columns) continue
    const values = (asked: readonly string[]) =>
      (db.raw(`SELECT ${asked.join(', ')} FROM ${table} WHERE id = ?`, id)[0] ?? []).map(String)
    names.push(...values(columns.names))
    words.push(...values(columns.others))
  }
  const folded = [...names, ...words].flatMap((text) => [foldText(text), foldSpelledOut(text) ?? ''])
  return [...new Set([...folded.filter(isTelling), ...ownParts(db, names, rows)])].slice(0, mostWords)
}

/** Too short a word stands anywhere. */
function isTelling(word: string): boolean {
  return word.length >= 4 || (word.length >= 2 && hasHan.test(word))
}

/** Parts of the names that are part of nobody else's. */
function ownParts(db: ReadDb, names: readonly string[], rows: readonly FoundRow[]): string[] {
  const parts = new Set(names.flatMap(partsOf).filter((part) => part.length >= 4 && !hasHan.test(part)))
  if (parts.size === 0) return []
  for (const table of Object.keys(naming)) {
    const own = new Set(rows.filter((row) => row.table === table).map(({ id }) => id))
    const columns = naming[table]?.names.join(" || ' ' || ")
    for (const [id, name] of db.raw(`SELECT id, ${columns} FROM ${table}`)) {
      if (!own.has(id as number)) for (const part of partsOf(String(name))) parts.delete(part)
    }
  }
  return [...parts]
}

function partsOf(name: string): string[] {
  return foldText(name).split(' ')
}
