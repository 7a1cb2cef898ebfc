import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { erasedName, personalTables } from '#main/db/blank-values.ts'
import { openBook } from '#main/db/book.ts'
import { type Connection, openReader } from '#main/db/database.ts'
import { applyErasures, eraseRows } from '#main/db/erase.ts'
import { columnsOf } from '#main/db/log-triggers.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { isPurgeDue, purgeIfDue } from '#main/db/purge.ts'
import { read } from '#main/db/statements.ts'
import { personalColumns, tableList } from '#main/db/table-list.ts'
import { verifyLog } from '#main/db/verify-log.ts'
import { keepBytes } from '#main/services/attachments/keep-content.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import type { Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let file = ''
let count = 0
beforeEach(() => {
  count += 1
  file = join(folder, `book-${count}.quay`)
})

const words = [
  'Xanthippe',
  'Quillfeather',
  'xq@example.test',
  '+49-555-0199',
  'Wisteria Lane 7',
  'Zebulon',
  '夏侯惇小姐',
]

/** Someone with a name of their own, changed twice, once together with what is not personal. */
function filledBook(): { book: TestBook; party: Id; contact: Id } {
  const book = testBook({ file })
  const [party, contact] = book.write((tx) => {
    const id = tx.insert('parties', { name: 'Xanthippe', country: 'DE', email: 'xq@example.test', is_customer: 1 })
    tx.update('parties', id, { name_zh: '夏侯惇小姐' })
    return [id, tx.insert('contacts', { party_id: id, name: 'Zebulon', phone: '+49-555-0199' })]
  }) as [Id, Id]
  book.write((tx) => tx.update('parties', party, { name: 'Xanthippe Quillfeather', country: 'AT', note: 'likes' }))
  book.write((tx) => tx.update('parties', party, { archived: 1 }))
  book.write((tx) => tx.insert('addresses', { party_id: party, street: 'Wisteria Lane 7', city: 'Graz' }))
  book.write((tx) =>
    tx.run("INSERT INTO drafts (form, content, saved_at) VALUES ('customer/9', ?, 1)", '{"name":"Xanthippe Q"}'),
  )
  book.write((tx) =>
    tx.run("INSERT INTO drafts (form, content, saved_at) VALUES ('product/9', ?, 1)", '{"name":"Mug"}'),
  )
  return { book, party, contact }
}

const everything = (book: TestBook) =>
  book.read((db) => [
    ...db.all<{ table: string; id: Id }>('SELECT \'parties\' AS "table", id FROM parties'),
    ...db.all<{ table: string; id: Id }>('SELECT \'contacts\' AS "table", id FROM contacts'),
    ...db.all<{ table: string; id: Id }>('SELECT \'addresses\' AS "table", id FROM addresses'),
  ])

function eraseAll(book: TestBook): void {
  const rows = everything(book)
  book.write((tx) => eraseRows(tx, rows), 'parties.erase')
}

function wordsIn(path: string): string[] {
  const bytes = ['', '-wal', '-shm', '-journal'].flatMap((part) =>
    existsSync(path + part) ? [readFileSync(path + part)] : [],
  )
  return words.filter((word) => bytes.some((content) => content.includes(word)))
}

test('every table with personal columns has a salt, and a new row a salt of its own', () => {
  const book = testBook()
  const lacking = personalTables.filter(
    (table) => !columnsOf(book.connection, table).some((column) => column.name === 'salt'),
  )
  expect(lacking).toEqual([])
  const bare = personalTables.filter((table) => {
    const salt = columnsOf(book.connection, table).find((column) => column.name === 'salt')
    return !salt?.dflt_value?.includes('randomblob') && tableList[table]?.isSaltedByWriter !== true
  })
  expect(bare).toEqual([])
  book.write((tx) => keepBytes(tx, { name: 'a.txt', content: Buffer.from('a'), thumbnail: null }))
  expect(book.read((db) => db.get<{ salt: string }>('SELECT salt FROM attachments'))?.salt).toMatch(/^[0-9A-F]{16}$/)
})

test('personal columns are columns of their tables, and no derived ones', () => {
  const { connection } = testBook()
  for (const table of personalTables) {
    const columns = columnsOf(connection, table).map((column) => column.name)
    const derived = tableList[table]?.derived ?? []
    expect(personalColumns(table).filter((name) => !columns.includes(name) || derived.includes(name))).toEqual([])
  }
})

test('after an erasure no word of the person is in the file’s bytes, its log, or beside it', () => {
  const { book } = filledBook()
  expect(wordsIn(file)).toEqual(words)
  eraseAll(book)
  expect(isPurgeDue(book.connection)).toBe(false)
  expect(wordsIn(file)).toEqual([])
  book.close()
  expect(wordsIn(file)).toEqual([])
})

test('nor in what ANALYZE kept', () => {
  const { book } = filledBook()
  book.connection.exec('ANALYZE')
  const samples = () => book.read((db) => db.raw("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'"))
  const before = samples()
  eraseAll(book)
  expect(wordsIn(file)).toEqual([])
  expect(samples()).toEqual(before)
})

test('the chain still verifies whole, and what was not personal is still proved', () => {
  const { book, party } = filledBook()
  eraseAll(book)
  expect(book.read(checkBook)).toMatchObject({ problems: [], unprovable: [] })
  expect(book.read((db) => db.get('SELECT name, country, archived FROM parties WHERE id = ?', party))).toEqual({
    name: erasedName,
    country: 'AT',
    archived: 1,
  })
  setAside(book.connection)
  book.connection.prepare('UPDATE parties SET is_supplier = 1 WHERE id = ?').run(party)
  expect(book.read(verifyLog).problems.map(({ code }) => code)).toContain('digest')
})

test('a leaf that was changed or taken out shows', () => {
  for (const statement of ["UPDATE erased_leaves SET leaf = 'x'", 'DELETE FROM erased_leaves WHERE place > 0']) {
    const book = testBook()
    const id = book.write((tx) => tx.insert('parties', { name: 'A' }))
    book.write((tx) => tx.update('parties', id, { name: 'B' }))
    book.write((tx) => eraseRows(tx, [{ table: 'parties', id }]))
    expect(book.read(verifyLog).problems).toEqual([])
    setAside(book.connection)
    book.connection.exec(statement)
    expect(book.read(verifyLog).problems.map(({ code }) => code)).toContain('digest')
  }
})

test('an erased row that holds something again is named', () => {
  const { book, party } = filledBook()
  eraseAll(book)
  setAside(book.connection)
  book.connection.prepare("UPDATE parties SET name = 'Xanthippe' WHERE id = ?").run(party)
  expect(book.read(verifyLog).problems).toContainEqual({
    code: 'not-erased',
    operation: String(party),
    table: 'parties',
  })
})

test('the row refuses later edits of what was erased, and takes all others', () => {
  const { book, party } = filledBook()
  eraseAll(book)
  expect(() => book.write((tx) => tx.update('parties', party, { name: 'Back again' }))).toThrowError(
    expect.objectContaining({ code: 'book/erased' }),
  )
  book.write((tx) => tx.update('parties', party, { name: erasedName, status: 'paused' }))
  expect(book.read(checkBook).problems).toEqual([])
})

test('drafts that hold the person or are of the row go, others stay', () => {
  const { book } = filledBook()
  eraseAll(book)
  expect(book.read((db) => db.raw('SELECT form FROM drafts'))).toEqual([['product/9']])
})

test('twice is once: nothing is left to blank, and the same row is not erased again', () => {
  const { book } = filledBook()
  eraseAll(book)
  const before = book.connection.serialize()
  book.connection.exec('BEGIN IMMEDIATE')
  expect(applyErasures(book.connection)).toEqual([])
  book.connection.exec('COMMIT')
  expect(book.connection.serialize().equals(before)).toBe(true)
  const rows = everything(book)
  expect(book.write((tx) => eraseRows(tx, rows))).toBe(0)
})

test('the log’s triggers are back afterwards', () => {
  const { book, party } = filledBook()
  eraseAll(book)
  expect(book.read(checkBook).problems).toEqual([])
  expect(() => book.connection.prepare('UPDATE parties SET archived = 0 WHERE id = ?').run(party)).toThrow(
    'outside an operation',
  )
  expect(() => book.connection.exec('DELETE FROM erased_leaves')).toThrow('never deleted')
})

test('a purge that a reader holds up stays due, and is done later', () => {
  const { book } = filledBook()
  const reader = openReader(file)
  reader.exec('BEGIN; SELECT * FROM parties;')
  book.connection.pragma('busy_timeout = 20')
  eraseAll(book)
  expect(isPurgeDue(book.connection)).toBe(true)
  expect(book.read(checkBook).problems).toEqual([])
  reader.close()
  expect(purgeIfDue(book.connection)).toBe(true)
  expect(wordsIn(file)).toEqual([])
  expect(isPurgeDue(book.connection)).toBe(false)
})

test('a purge that was cut off is done when the book is opened again', async () => {
  const { book } = filledBook()
  book.connection.exec('UPDATE this_copy SET purge_due = 1')
  book.close()
  const again = await openBook(file, { memory: transientMemory(), clock: () => 1 as Instant })
  expect(isPurgeDue(again.connection)).toBe(false)
  again.close()
})

describe('a merge’s two sides', () => {
  /** What a merge does before it takes the other side's log over: both ledgers on both sides. */
  function shareErasures(from: Connection, to: Connection): void {
    const rows = from.prepare('SELECT id, table_name, row_id FROM erasures').raw().all() as [number, string, number][]
    to.exec('BEGIN IMMEDIATE')
    for (const row of rows) to.prepare('INSERT OR IGNORE INTO erasures VALUES (?, ?, ?)').run(...row)
    applyErasures(to)
    to.exec('COMMIT')
  }

  test('an edit that another copy made meanwhile is blanked there too, and its operation still verifies', async () => {
    const { book, party } = filledBook()
    book.close()
    const otherFile = join(folder, `other-${count}.quay`)
    writeFileSync(otherFile, readFileSync(file))
    const settings = { memory: transientMemory(), clock: () => (Date.UTC(2027, 0, 1) + count) as Instant }
    const [ours, other] = [await openBook(file, settings), await openBook(otherFile, settings)]
    other.writer.write('parties.edit', null, (tx) =>
      tx.update('parties', party, { phone: '+49-555-0199', status: 'paused' }),
    )
    ours.writer.write('parties.erase', null, (tx) => eraseRows(tx, [{ table: 'parties', id: party }]))
    shareErasures(ours.connection, other.connection)
    purgeIfDue(other.connection)
    const rows = read(other.connection, (db) => db.get('SELECT name, phone, status FROM parties WHERE id = ?', party))
    expect(rows).toEqual({ name: erasedName, phone: '', status: 'paused' })
    // The ledger row itself came from elsewhere, and is not in this copy's log before the merge has brought it.
    expect(read(other.connection, verifyLog).problems.map(({ code }) => code)).toEqual(['stray-id'])
    expect(read(other.connection, (db) => db.raw('SELECT after FROM changes ORDER BY id')).at(-1)).toEqual([
      '{"phone":"","status":"paused"}',
    ])
    ours.close()
    other.close()
  })
})

test('operations of an older schema are no longer provable once their content is erased; that is said and is no error', async () => {
  const fixture = fileURLToPath(new URL('./books/', import.meta.url))
  writeFileSync(file, gunzipSync(readFileSync(join(fixture, '0170.quay.gz'))))
  const book = await openBook(file, { memory: transientMemory(), clock: () => Date.now() as Instant })
  expect(read(book.connection, verifyLog)).toEqual({ problems: [], unprovable: [] })
  const ids = read(book.connection, (db) => db.raw('SELECT id FROM parties').map(([id]) => id as Id))
  book.writer.write('parties.erase', null, (tx) =>
    eraseRows(
      tx,
      ids.map((id) => ({ table: 'parties', id })),
    ),
  )
  const report = read(book.connection, verifyLog)
  expect(report.problems).toEqual([])
  expect(report.unprovable.length).toBeGreaterThan(0)
  book.close()
})

function setAside(connection: Connection): void {
  const names = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]
  for (const name of names) connection.exec(`DROP TRIGGER ${name}`)
}
