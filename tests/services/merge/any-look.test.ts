// Random histories of several copies (merges inside, restores, erasure, undo): what a look tells is held against the logs of the
// two books, read in plain TypeScript, and every choice against what it promises.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bookHandle } from '#main/db/book-handle.ts'
import { personalColumns, tableList } from '#main/db/table-list.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { settleTouched } from '#main/services/book/settle-touched.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { choiceWrites, writeChoices } from '#main/services/merge/choice-writes.ts'
import { conflictPage } from '#main/services/merge/conflict-pages.ts'
import type { FoundConflict } from '#main/services/merge/conflict-types.ts'
import { booksOf, forgetLook, type LookBooks, lookOf } from '#main/services/merge/look.ts'
import { makeLook } from '#main/services/merge/make-look.ts'
import { recordPage } from '#main/services/merge/merged-records.ts'
import { mergeChoices, mergedPlaces } from '#shared/schemas/merge.ts'
import { type BookCopy, mergeCopy } from '#tests/support/book-copies.ts'
import { type Dice, dice } from '#tests/support/merge/dice.ts'
import { playHistory } from '#tests/support/merge/random-history.ts'
import { seededRandom } from '#tests/torture/torture-size.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-look-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Change = { operation_id: number; table_name: string; row_id: number; after: string }
const rowsOf = <Row>({ connection }: BookCopy, sql: string) => connection.prepare(sql).all() as Row[]
const idsOf = (copy: BookCopy) => new Set(rowsOf<{ id: number }>(copy, 'SELECT id FROM operations').map(({ id }) => id))

/** Field groups that a copy changed in operations that the other does not have: `table row firstColumn`. */
function changedAlone(copy: BookCopy, others: ReadonlySet<number>): Set<string> {
  const changes = rowsOf<Change>(copy, "SELECT * FROM changes WHERE kind = 'update'")
  const alone = changes.filter(({ operation_id }) => !others.has(operation_id))
  return new Set(
    alone.flatMap(({ table_name, row_id, after }) =>
      Object.keys(JSON.parse(after)).map((column) => `${table_name} ${row_id} ${groupOf(table_name, column)[0]}`),
    ),
  )
}

function groupOf(table: string, column: string): readonly string[] {
  return tableList[table]?.groups?.find((group) => group.includes(column)) ?? [column]
}

const untold = ['source_keys', 'document_versions', 'undoings', 'erasures', 'attachments', 'paper_contents']

/** Groups that both changed alone and that hold different values now, but for what was erased. */
function expectedConflicts(ours: BookCopy, theirs: BookCopy): string[] {
  const [mine, others] = [changedAlone(ours, idsOf(theirs)), changedAlone(theirs, idsOf(ours))]
  const erased = new Set(
    [ours, theirs].flatMap((copy) =>
      rowsOf<{ table_name: string; row_id: number }>(copy, 'SELECT * FROM erasures').map(
        (row) => `${row.table_name} ${row.row_id}`,
      ),
    ),
  )
  return [...mine].filter((key) => {
    const [table = '', row = '', column = ''] = key.split(' ')
    if (!others.has(key) || column === 'salt' || untold.includes(table)) return false
    if (erased.has(`${table} ${row}`) && groupOf(table, column).some((name) => personalColumns(table).includes(name)))
      return false
    const columns = groupOf(table, column).join(', ')
    const value = (copy: BookCopy) => JSON.stringify(rowsOf(copy, `SELECT ${columns} FROM ${table} WHERE id = ${row}`))
    return value(ours) !== value(theirs)
  })
}

async function looked(ours: BookCopy, theirs: BookCopy, seed: number) {
  const file = join(folder, `${seed}.quay`)
  writeFileSync(file, theirs.file())
  const handle = bookHandle('memory', ours.connection)
  const report = await makeLook(handle, { file, fileName: 'theirs' }, silentJob)
  const look = lookOf(ours.connection, report.look)
  return { report, look, books: booksOf(ours.connection, look) }
}

function expectTold(found: readonly FoundConflict[], expected: readonly string[], books: LookBooks): void {
  const documents = new Set(found.flatMap((conflict) => (conflict.isDocument ? [conflict.id] : [])))
  const fields = found.filter(({ isDocument }) => !isDocument).map(({ key }) => key)
  const outside = expected.filter((key) => {
    const [table = '', row = ''] = key.split(' ')
    if (table === 'sales_orders') return !documents.has(Number(row))
    if (table !== 'order_lines') return true
    const [owner] = books.together.raw('SELECT order_id FROM order_lines WHERE id = ?', Number(row))
    return !documents.has(owner?.[0] as number)
  })
  expect(fields.sort()).toEqual(outside.sort())
}

const seeds = Array.from({ length: 12 }, (_, at) => 7001 + at)

/** Both go on with the same few rows, as people do: random histories alone seldom meet. */
function quarrel(copy: BookCopy, other: BookCopy, { pick, below, chance }: Dice): void {
  const shared = (table: string) => {
    const theirs = new Set(other.read((db) => db.raw(`SELECT id FROM ${table}`)).map(([id]) => id))
    const own = copy
      .read((db) => db.raw(`SELECT id FROM live_${table} ORDER BY id LIMIT 6`))
      .map(([id]) => id as number)
    return own.filter((id) => theirs.has(id))
  }
  const edits: (readonly [table: string, values: () => Record<string, string | number>])[] = [
    ['products', () => ({ note: `n${below(4)}` })],
    ['products', () => ({ price_micros: below(3) * 1000, price_currency: chance(0.5) ? 'USD' : 'EUR' })],
    ['parties', () => ({ currency: chance(0.5) ? 'USD' : 'EUR' })],
    ['sales_orders', () => ({ ordered_on: `2026-03-0${1 + below(5)}` })],
    ['sales_orders', () => ({ archived: below(2) })],
    ['sales_orders', () => ({ status: 'confirmed' })],
    ['order_lines', () => ({ qty_milli: 1000 * (1 + below(3)) })],
    ['order_lines', () => ({ deleted: 1 })],
    ['tasks', () => ({ due_on: `2026-12-0${1 + below(5)}` })],
  ]
  for (let step = 0; step < 14; step += 1) {
    const [table, values] = pick(edits) ?? ['', () => ({})]
    const id = table === '' ? undefined : pick(shared(table))
    if (id === undefined) continue
    copy.write((tx) => {
      tx.update(table, id, values())
      settleTouched(tx, new Map([[table, new Set([id])]]))
    })
  }
}

function quarrelledCopies(seed: number): [BookCopy, BookCopy] | null {
  const [ours, theirs] = playHistory(seed).copies
  if (!ours || !theirs) return null
  const rolled = dice(seededRandom(seed))
  quarrel(ours, theirs, rolled)
  quarrel(theirs, ours, rolled)
  return [ours, theirs]
}

let met = { fields: 0, documents: 0, mixed: 0 }

test.each(seeds)('a look at another copy, history %i', { timeout: 60_000 }, async (seed) => {
  const pair = quarrelledCopies(seed)
  if (!pair) return
  const [ours, theirs] = pair
  const { report, look, books } = await looked(ours, theirs, seed)
  const alone = (one: BookCopy, other: BookCopy) => [...idsOf(one)].filter((id) => !idsOf(other).has(id)).length
  expect(report.changes).toEqual({ ours: alone(ours, theirs), theirs: alone(theirs, ours) })
  expectTold(look.conflicts, expectedConflicts(ours, theirs), books)
  met = {
    fields: met.fields + look.conflicts.filter(({ isDocument }) => !isDocument).length,
    documents: met.documents + look.conflicts.filter(({ isDocument }) => isDocument).length,
    mixed: met.mixed + look.conflicts.filter(({ suggested }) => suggested === 'mixed').length,
  }
  const pages = conflictPage(books, look.conflicts, { offset: 0, limit: 500 })
  for (const { fields, ours: author } of pages.rows) expect([fields.length > 0, author.at > 0]).toEqual([true, true])
  for (const { kind, ...counts } of report.kinds)
    for (const place of mergedPlaces) {
      const page = recordPage(books, look.conflicts, { kind, place, offset: 0, limit: 500 })
      expect({ kind, place, total: page.total }).toEqual({ kind, place, total: counts[place] })
    }
  const wish = { ours: valuesOf(books, look.conflicts, 'ours'), theirs: valuesOf(books, look.conflicts, 'theirs') }
  const writes = (all: 'ours' | 'theirs') => choiceWrites(books, look.conflicts, mergeChoices.parse({ all })).writes
  const planned = { ours: writes('ours'), theirs: writes('theirs') }
  forgetLook(ours.connection)
  const side = seed % 2 === 0 ? 'ours' : 'theirs'
  const conflicts = look.conflicts
  mergeCopy(ours, theirs)
  ours.write((tx) => writeChoices(tx, planned[side]), 'merge.choices')
  expect(ours.read((db) => valuesIn(db, conflicts))).toEqual(wish[side])
  expect(ours.read(checkBook).problems).toEqual([])
})

function valuesOf(books: LookBooks, conflicts: readonly FoundConflict[], side: 'ours' | 'theirs'): unknown[] {
  return valuesIn(books[side], conflicts)
}

function valuesIn(db: LookBooks['ours'], conflicts: readonly FoundConflict[]): unknown[] {
  return conflicts.flatMap(({ parts }) =>
    parts.map(({ table, rowId, columns }) => [
      table,
      rowId,
      db.get(`SELECT ${columns.join(', ')} FROM ${table} WHERE id = ?`, rowId),
    ]),
  )
}

test('those histories had conflicts of fields, of documents, and documents that come out of both', () => {
  expect(Object.values(met).every((count) => count > 2)).toBe(true)
})
