// Takes out of a copy what its readers should not see. The copy becomes a book of its own: nothing of the log is left, and
// references stay whole ("Customer 12").
import { randomUUID } from 'node:crypto'
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { emptyOf } from '#main/services/copies/empty-cells.ts'
import { type CellsOut, type RedactionPlan, redactionPlan } from '#main/services/copies/redaction-plan.ts'
import { redactedTables } from '#main/services/copies/redaction-preview.ts'
import { redactionRules } from '#main/services/copies/redaction-rules.ts'
import { removedTexts } from '#main/services/copies/removed-texts.ts'
import { keptForm } from '#main/services/papers/paper-contents.ts'
import english from '#shared/i18n/en/copies.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/copies.json' with { type: 'json' }
import type { MakeCopyInput, RedactedTable } from '#shared/schemas/copies.ts'

export type RedactedBook = { plan: RedactionPlan; texts: ReadonlySet<string>; tables: RedactedTable[] }

type RedactionWish = Pick<MakeCopyInput, 'redact' | 'language'>

/** Runs with the log off; the log itself begins anew afterwards. */
export function redactBook(tx: WriteTx, { redact, language }: RedactionWish): RedactedBook {
  const plan = redactionPlan(redact)
  const redacted = { plan, texts: removedTexts(tx, plan), tables: redactedTables(tx, plan) }
  const words = language === 'en' ? english.standIn : chinese.standIn
  const page = firstPaperContent(tx)
  for (const cells of together(plan.cells)) emptyCells(tx, cells, words)
  if (page !== null) leavePage(tx, page, words)
  for (const { table, where } of plan.rows) {
    if (table !== 'paper_contents') tx.run(`DELETE FROM ${table} WHERE ${where}`)
  }
  for (const table of plan.salts) tx.run(`UPDATE ${table} SET salt = hex(randomblob(8))`)
  becomeNewBook(tx)
  return redacted
}

/** Columns of one table that go in the same rows: some mean something only together (a cost and its currency). */
function together(cells: readonly CellsOut[]): CellsOut[][] {
  return [...Map.groupBy(cells, ({ table, where }) => `${table} ${where}`).values()]
}

function emptyCells(tx: WriteTx, cells: readonly CellsOut[], words: Words): void {
  const [{ table, where }] = cells as [CellsOut]
  const named = cells.some(isStandIn)
  if (named && table === 'parties') nameParties(tx, where, words)
  if (named && table === 'people') namePeople(tx, where, words.person)
  const sets = cells.filter((cell) => !isStandIn(cell)).map((cell) => `${cell.column} = ${emptyOf(tx, cell)}`)
  if (sets.length > 0) tx.run(`UPDATE ${table} SET ${sets.join(', ')} WHERE ${where}`)
}

/** A name becomes "Customer 12"; anything else is emptied. */
export function isStandIn({ table, column }: CellsOut): boolean {
  return column === redactionRules[table]?.nameColumn
}

type Words = typeof english.standIn

function nameParties(tx: WriteTx, where: string, words: Words): void {
  tx.run(
    `UPDATE parties SET name = s.word || ' ' || s.n FROM (
       SELECT id, word, row_number() OVER (PARTITION BY word ORDER BY id) AS n FROM (
         SELECT id, CASE WHEN is_customer = 1 THEN ? WHEN is_supplier = 1 THEN ? ELSE ? END AS word
         FROM parties WHERE ${where})) s
     WHERE s.id = parties.id`,
    words.customer,
    words.supplier,
    words.party,
  )
}

function namePeople(tx: WriteTx, where: string, word: string): void {
  tx.run(
    `UPDATE people SET name = ? || ' ' || s.n
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM people WHERE ${where}) s WHERE s.id = people.id`,
    word,
  )
}

function firstPaperContent(db: ReadDb): number | null {
  return db.get<{ id: number | null }>('SELECT min(id) AS id FROM paper_contents')?.id ?? null
}

/** Papers stay as numbers, days and totals; what stood on them does not: one page for all says so. */
function leavePage(tx: WriteTx, id: number, words: Words): void {
  const html = `<!doctype html><meta charset="utf-8"><title>${words.paperTitle}</title><p>${words.paperText}</p>`
  const kept = keptForm({ template: '', data: JSON.stringify({ title: words.paperTitle }), html })
  tx.run('UPDATE papers SET content_id = ?', id)
  tx.run('DELETE FROM paper_contents WHERE id <> ?', id)
  tx.run(
    'UPDATE paper_contents SET hash = ?, template = ?, data = ?, html = ?, salt = hex(randomblob(8)) WHERE id = ?',
    kept.hash,
    kept.template,
    kept.data,
    kept.html,
    id,
  )
}

function becomeNewBook(tx: WriteTx): void {
  tx.run('UPDATE books SET uid = ?, made_at = ? WHERE id = 1', randomUUID(), tx.now)
  // Samples of rows as they were.
  for (const table of ['sqlite_stat1', 'sqlite_stat4']) {
    if (tx.get('SELECT 1 FROM sqlite_schema WHERE name = ?', table)) tx.run(`DELETE FROM ${table}`)
  }
}
