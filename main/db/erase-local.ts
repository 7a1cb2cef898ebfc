// What this copy alone remembers, and what may hold a person who is being erased: unfinished forms, lists, notes of merges.
import type { Connection, ReadDb } from '#main/db/database.ts'
import type { ToBlank } from '#main/db/erased-leaves.ts'
import { personalColumns } from '#main/db/table-list.ts'

/** These tell of someone only beside a name; a draft that says the same is not about them. */
const common = ['salt', 'city', 'ship_to_city', 'region', 'ship_to_region', 'title', 'label', 'bank_name', 'currency']
const commonOf: Readonly<Record<string, readonly string[]>> = { tasks: common.filter((name) => name !== 'title') }

/** Takes away every draft and list state that holds one of the values about to be blanked, or is the form of such a row. */
export function forgetLocally(connection: Connection, db: ReadDb, { rows, changes }: ToBlank): void {
  const values = new Set<string>()
  const note = (table: string, columns: Readonly<Record<string, unknown>>) => {
    for (const [column, value] of Object.entries(columns)) {
      if (isTelling(table, column) && typeof value === 'string' && isLongEnough(value)) values.add(value)
    }
  }
  for (const { table, ids } of rows)
    for (const id of ids) note(table, db.get(`SELECT * FROM ${table} WHERE id = ?`, id) ?? {})
  for (const { change } of changes) for (const text of change.slice(3)) note(change[0], JSON.parse(String(text)))
  const ids = new Set(rows.flatMap((table) => table.ids.map(String)))
  const holds = (text: string) => [...values].some((value) => text.includes(value) || text.includes(inJson(value)))
  const isOf = (form: string) => (form.match(/\d+/g) ?? []).some((number) => ids.has(number))
  for (const { form, content } of db.all<{ form: string; content: string }>('SELECT form, content FROM drafts')) {
    if (isOf(form) || holds(content)) connection.prepare('DELETE FROM drafts WHERE form = ?').run(form)
  }
  for (const { list, state } of db.all<{ list: string; state: string }>('SELECT list, state FROM grid_states')) {
    if (holds(state)) connection.prepare('DELETE FROM grid_states WHERE list = ?').run(list)
  }
  for (const { id, report } of db.all<{ id: number; report: string }>('SELECT id, report FROM merges')) {
    if (holds(report)) connection.prepare("UPDATE merges SET report = '{}' WHERE id = ?").run(id)
  }
}

function isTelling(table: string, column: string): boolean {
  return personalColumns(table).includes(column) && !(commonOf[table] ?? common).includes(column)
}

/** Two Chinese characters are a name; two letters are anything. A whole document is looked for by its parts. */
function isLongEnough(value: string): boolean {
  return value.length <= 500 && (value.length >= 3 || (value.length >= 2 && /[^\p{ASCII}]/u.test(value)))
}

function inJson(value: string): string {
  return JSON.stringify(value).slice(1, -1)
}
