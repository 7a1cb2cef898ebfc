import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenBook, openBook } from '#main/db/book.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { followedTables } from '#main/db/table-list.ts'
import type { OperationsTable } from '#main/db/tables.ts'
import { afterUpgrade } from '#main/services/book/after-upgrade.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { mergeForeign, openForeign } from '#main/services/merge/merge-books.ts'
import { idParts } from '#shared/ids.ts'
import { makeProduct } from '#tests/support/records.ts'
import { testBook, testNow } from '#tests/support/test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-foreign-'))
const ours = join(folder, 'ours.quay')
const theirs = join(folder, 'theirs.quay')
const work = join(folder, 'work')
let book: OpenBook

beforeAll(async () => {
  mkdirSync(work)
  const made = testBook({ file: ours })
  made.write((tx) => makeProduct(tx, { sku: 'MUG' }))
  made.close()
  copyFileSync(ours, theirs)
  await writeInto(theirs, 'THEIRS')
  book = await open(ours)
})
afterAll(() => {
  book.close()
  rmSync(folder, { recursive: true, force: true })
})

function open(file: string): Promise<OpenBook> {
  return openBook(file, { memory: transientMemory(), clock: () => testNow, afterUpgrade })
}

async function writeInto(file: string, sku: string): Promise<void> {
  const other = await open(file)
  other.writer.write('products.add', null, (tx) => makeProduct(tx, { sku }))
  other.close()
}

async function skusOf(file: string): Promise<string[]> {
  const foreign = await openForeign(book.connection, { file, folder: work })
  try {
    return foreign.connection.prepare('SELECT sku FROM products ORDER BY sku').pluck().all() as string[]
  } finally {
    foreign.close()
  }
}

const refusal = (file: string) => expect(skusOf(file)).rejects

test('a closed copy is read from a private copy, of which nothing stays', async () => {
  const before = [readFileSync(theirs), readdirSync(folder)]
  expect(await skusOf(theirs)).toEqual(['MUG', 'THEIRS'])
  expect([readFileSync(theirs), readdirSync(folder)]).toEqual(before)
  expect(readdirSync(work)).toEqual([])
})

test('a copy that is open elsewhere is read with what lies in its WAL', async () => {
  const file = join(folder, 'open.quay')
  copyFileSync(theirs, file)
  const program = `
    const Sqlite = require('better-sqlite3')
    const book = new Sqlite(${JSON.stringify(file)})
    book.pragma('journal_mode = WAL')
    book.pragma('wal_autocheckpoint = 0')
    for (const { name } of book.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) book.exec('DROP TRIGGER ' + name)
    book.exec("UPDATE products SET sku = 'IN-WAL' WHERE sku = 'THEIRS'")
    console.log('ready')
    setInterval(() => {}, 1000)`
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const child = spawn(process.execPath, ['-e', program], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await once(child.stdout, 'data')
    expect(await skusOf(file)).toEqual(['IN-WAL', 'MUG'])
    child.kill('SIGKILL')
    await once(child, 'exit')
    // Killed, it leaves its side files; the same is read, and they stay as they are.
    const sides = ['-wal', '-shm'].map((part) => existsSync(file + part))
    const wal = readFileSync(`${file}-wal`)
    expect(await skusOf(file)).toEqual(['IN-WAL', 'MUG'])
    rmSync(`${file}-shm`)
    expect(await skusOf(file)).toEqual(['IN-WAL', 'MUG'])
    expect([sides, readFileSync(`${file}-wal`)]).toEqual([[true, true], wal])
  } finally {
    child.kill('SIGKILL')
  }
})

test('a copy in a folder where nothing can be written', async () => {
  const place = join(folder, 'read-only')
  mkdirSync(place)
  const file = join(place, 'theirs.quay')
  copyFileSync(theirs, file)
  chmodSync(file, 0o444)
  chmodSync(place, 0o555)
  expect(await skusOf(file)).toEqual(['MUG', 'THEIRS'])
  chmodSync(place, 0o755)
  expect(readdirSync(place)).toEqual(['theirs.quay'])
})

test('our own open book is refused, by whatever name', async () => {
  await refusal(ours).toMatchObject({ code: 'merge/same-file' })
  symlinkSync(ours, join(folder, 'link.quay'))
  await refusal(join(folder, 'link.quay')).toMatchObject({ code: 'merge/same-file' })
  linkSync(ours, join(folder, 'hard.quay'))
  await refusal(join(folder, 'hard.quay')).toMatchObject({ code: 'merge/same-file' })
})

test('what is no copy of this book is refused', async () => {
  await refusal(join(folder, 'nothing.quay')).toMatchObject({ code: 'merge/not-found' })
  await refusal(folder).toMatchObject({ code: 'merge/not-found' })
  const text = join(folder, 'text.quay')
  writeFileSync(text, 'no book at all, but long enough to be looked at as one. '.repeat(200))
  await refusal(text).toMatchObject({ code: 'book/not-a-book' })
  writeFileSync(text, '')
  await refusal(text).toMatchObject({ code: 'book/not-a-book' })
  const another = join(folder, 'another.quay')
  testBook({ file: another }).close()
  await refusal(another).toMatchObject({ code: 'merge/another-book' })
  expect(readdirSync(work)).toEqual([])
})

test('a cut copy and a damaged one are refused', async () => {
  const whole = readFileSync(theirs)
  const file = join(folder, 'cut.quay')
  writeFileSync(file, whole.subarray(0, whole.length - 5000))
  await refusal(file).toMatchObject({ code: 'merge/damaged' })
  const holed = Buffer.from(whole)
  holed.fill(0xff, 8192, 12_288)
  writeFileSync(file, holed)
  await refusal(file).toMatchObject({ code: 'merge/damaged' })
})

test('a copy of a newer program asks for it', async () => {
  const file = join(folder, 'newer.quay')
  const bytes = readFileSync(theirs)
  // user_version, at byte 60 of the header.
  bytes.writeUInt32BE(9990, 60)
  writeFileSync(file, bytes)
  await refusal(file).toMatchObject({ code: 'merge/newer', details: { book: 9990 } })
})

test('triggers, views and other tables that a copy brings along never run', async () => {
  const file = join(folder, 'trap.quay')
  copyFileSync(theirs, file)
  const other = await open(file)
  other.connection.exec(
    `CREATE TRIGGER trap AFTER INSERT ON erasures BEGIN UPDATE products SET sku = 'TRAP'; END;
     DROP VIEW live_products; CREATE VIEW live_products AS SELECT 1 AS id;`,
  )
  other.close()
  expect(await skusOf(file)).toEqual(['MUG', 'THEIRS'])
  const more = await open(file)
  more.connection.exec('CREATE TABLE trap (x)')
  more.close()
  await refusal(file).toMatchObject({ code: 'merge/damaged', details: { where: 'schema' } })
})

const fixtures = fileURLToPath(new URL('../books/', import.meta.url))

test.each(readdirSync(fixtures))('a copy of an older program is upgraded on its private copy: %s', async (name) => {
  const [older, mine] = [join(folder, `older-${name}`), join(folder, `mine-${name}`)]
  const fixture = gunzipSync(readFileSync(join(fixtures, name)))
  writeFileSync(older, fixture)
  writeFileSync(mine, fixture)
  takeLastOperationOut(mine)
  const opened = await open(mine)
  try {
    const foreign = await openForeign(opened.connection, { file: older, folder: work })
    expect(foreign.fromSchema).toBe(Number.parseInt(name, 10))
    const outcome = mergeForeign(opened.connection, foreign, { fileName: name, now: testNow })
    foreign.close()
    expect(outcome.operations).toBe(1)
    expect(outcome.rows).toBeGreaterThan(0)
    expect(read(opened.connection, (db) => checkBook(db)).problems).toEqual([])
    // The operation came under our own number: another is drawn, so that no id is given out twice.
    opened.writer.write('products.add', null, (tx) => makeProduct(tx, { sku: 'NEW' }))
    expect(read(opened.connection, (db) => checkBook(db)).problems).toEqual([])
  } finally {
    opened.close()
  }
  expect(readFileSync(older)).toEqual(fixture)
})

/** The file as it was one operation earlier: the last one of each fixture only made rows, and of the newest's none of stock. */
function takeLastOperationOut(file: string): void {
  const book = new Sqlite(file)
  for (const trigger of book.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()) {
    book.exec(`DROP TRIGGER ${trigger}`)
  }
  book.pragma('foreign_keys = OFF')
  const [last, before] = book.prepare('SELECT * FROM operations ORDER BY id DESC LIMIT 2').all() as OperationsTable[]
  if (!last || !before) throw new RangeError('no operations')
  const tables = book.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
  for (const table of followedTables.filter((name) => tables.includes(name))) {
    book.prepare(`DELETE FROM ${table} WHERE id BETWEEN ? AND ?`).run(last.first_id, last.last_id)
  }
  book.prepare('DELETE FROM operations WHERE id = ?').run(last.id)
  book
    .prepare('UPDATE this_copy SET sequence = ?, counter = ?, clock = ?, head = ?')
    .run(before.sequence, idParts(before.last_id).counter, before.clock, before.hash)
  book.close()
}
