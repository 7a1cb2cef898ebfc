// Where else a person is named, in text that anyone may have written anywhere: erasing their rows does not reach it.

import type { ReadDb } from '#main/db/database.ts'
import { followedTables, personalColumns } from '#main/db/table-list.ts'
import { foldText } from '#main/domain/search/fold-text.ts'
import { ownersOf } from '#main/services/history/row-owners.ts'
import { namingWords } from '#main/services/parties/naming-words.ts'
import type { FoundRow } from '#main/services/parties/personal-rows.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import type { Id } from '#shared/ids.ts'
import { type ErasureMention, mostMentionsNamed } from '#shared/schemas/erasure.ts'

/** Made from other columns of the same row, or no words at all. */
const unread: ReadonlySet<string> = new Set(['html', 'hash', 'salt', 'thumbnail', 'currency'])

/**
 * Every text column of every table that the log follows, but what the erasure of `rows` blanks and what issued documents
 * among them say. Whole words, whatever the case and the accents; deleted rows count, for they can come back.
 */
export function mentionsOf(db: ReadDb, rows: readonly FoundRow[]): ErasureMention[] {
  const words = namingWords(db, rows)
  if (words.length === 0) return []
  return followedTables.flatMap((table) => {
    const own = new Set(rows.filter((row) => row.table === table).map(({ id }) => id))
    const ids = naming(db, { table, words, own })
    return ids.length === 0 ? [] : [{ table, count: ids.length, records: recordsOf(db, table, ids) }]
  })
}

type Asked = { table: string; words: readonly string[]; own: ReadonlySet<Id> }

function naming(db: ReadDb, { table, words, own }: Asked): Id[] {
  const columns = textColumns(db, table)
  if (columns.length === 0) return []
  const personal = new Set(personalColumns(table))
  const matches = matcher(words)
  return doubtful(db, { table, columns, words })
    .filter(([id, ...texts]) =>
      texts.some(
        (text, at) => typeof text === 'string' && !(own.has(id) && personal.has(columns[at] ?? '')) && matches(text),
      ),
    )
    .map(([id]) => id)
}

function textColumns(db: ReadDb, table: string): string[] {
  const columns = db.all<{ name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)', table)
  return columns.filter(({ name, type }) => type === 'TEXT' && !unread.has(name)).map(({ name }) => name)
}

type Doubt = { table: string; columns: readonly string[]; words: readonly string[] }

/** What SQLite cannot rule out: rows that hold the longest part of a word, or letters that have to be folded first. */
function doubtful(db: ReadDb, { table, columns, words }: Doubt): [Id, ...unknown[]][] {
  const parts = [...new Set(words.map(longestPart))]
  const all = columns.map((column) => `coalesce(${column}, '')`).join(' || char(10) || ')
  const holds = parts.map(() => 'instr(s.text, ?) > 0').join(' OR ')
  return db.raw(
    `SELECT t.id, ${columns.map((column) => `t.${column}`).join(', ')}
     FROM (SELECT id, lower(${all}) AS text FROM ${table}) s JOIN ${table} t ON t.id = s.id
     WHERE ${holds} OR s.text GLOB '*[^ -~' || char(10) || ']*'`,
    ...parts,
  ) as [Id, ...unknown[]][]
}

function longestPart(word: string): string {
  return word.split(' ').reduce((longest, part) => (part.length > longest.length ? part : longest), '')
}

/** Chinese stands without blanks between its words, so that it is found anywhere. */
function matcher(words: readonly string[]): (text: string) => boolean {
  const anywhere = words.filter((word) => /\p{Script=Han}/u.test(word))
  const whole = words.filter((word) => !anywhere.includes(word)).map((word) => ` ${word} `)
  return (text) => {
    const folded = ` ${foldText(text)} `
    return whole.some((word) => folded.includes(word)) || anywhere.some((word) => folded.includes(word))
  }
}

/** The first records that they belong to, for links. */
function recordsOf(db: ReadDb, table: string, ids: readonly Id[]): ErasureMention['records'] {
  const owners = new Map([...ownersOf(db, table, ids).values()].map((ref) => [recordKey(ref), ref]))
  const shown = [...owners.values()].slice(0, mostMentionsNamed)
  const titles = recordTitles(db, shown)
  return shown.flatMap((ref) => titles.get(recordKey(ref)) ?? [])
}
