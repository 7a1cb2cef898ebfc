// A copy of a book that another program closes, writes or leaves half done while it is copied.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { copyClosedBook } from '#main/db/copy-closed-book.ts'

/** Called after each file that was copied: what another program does meanwhile. */
let afterCopy: (from: string) => void = () => {}
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return {
    ...real,
    copyFile: async (from: string, to: string) => {
      await real.copyFile(from, to)
      afterCopy(from)
    },
  }
})

const root = mkdtempSync(join(tmpdir(), 'quayside-copied-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folder = ''
let file = ''
let target = ''
beforeEach(() => {
  afterCopy = () => {}
  folder = mkdtempSync(join(root, 'case-'))
  file = join(folder, 'theirs.db')
  target = join(folder, 'copy.db')
})

/** Lays a file that holds 1, beside it a WAL that makes it 2, and gives the file as its program closes it with 3. */
function openElsewhere(): { close(): void } {
  const maker = join(folder, 'maker.db')
  const made = new Sqlite(maker)
  made.pragma('journal_mode = WAL')
  made.pragma('wal_autocheckpoint = 0')
  made.exec('CREATE TABLE t (n); INSERT INTO t VALUES (1)')
  made.pragma('wal_checkpoint(TRUNCATE)')
  made.exec('UPDATE t SET n = 2')
  for (const side of ['', '-wal']) copyFileSync(maker + side, file + side)
  made.exec('UPDATE t SET n = 3; INSERT INTO t VALUES (33)')
  made.pragma('wal_checkpoint(TRUNCATE)')
  made.pragma('journal_mode = DELETE')
  made.close()
  return {
    close() {
      copyFileSync(maker, file)
      rmSync(`${file}-wal`)
    },
  }
}

function held(): unknown[] {
  const copy = new Sqlite(target)
  try {
    return copy.prepare('SELECT n FROM t').pluck().all()
  } finally {
    copy.close()
  }
}

test('what lies in the WAL comes along', async () => {
  openElsewhere()
  expect(await copyClosedBook(file, target)).toBe(true)
  expect(held()).toEqual([2])
})

test('a WAL of the first try is not replayed into the second', async () => {
  const program = openElsewhere()
  let isClosed = false
  afterCopy = (from) => {
    if (isClosed || from !== `${file}-wal`) return
    isClosed = true
    program.close()
  }
  expect(await copyClosedBook(file, target)).toBe(true)
  expect(isClosed).toBe(true)
  expect(held()).toEqual([3, 33])
})

test('a file that never holds still is not copied, and leaves nothing', async () => {
  openElsewhere()
  let copies = 0
  afterCopy = () => {
    copies += 1
    const other = new Sqlite(file)
    other.exec(`INSERT INTO t VALUES (${copies}), (zeroblob(${copies * 20000}))`)
    other.close()
  }
  expect(await copyClosedBook(file, target)).toBe(false)
  expect(copies).toBeGreaterThan(1)
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([])
})

test('a try that fails leaves nothing', async () => {
  openElsewhere()
  afterCopy = (from) => {
    if (from.endsWith('-wal')) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
  }
  await expect(copyClosedBook(file, target)).rejects.toThrow('full')
  expect(existsSync(target)).toBe(false)
  expect(existsSync(`${target}-wal`)).toBe(false)
})

test('a journal of a program that was killed comes along and is rolled back', async () => {
  const maker = join(folder, 'maker.db')
  const made = new Sqlite(maker)
  made.exec('CREATE TABLE t (n); INSERT INTO t VALUES (1)')
  made.pragma('cache_size = 1')
  made.exec('BEGIN; UPDATE t SET n = 2; INSERT INTO t SELECT zeroblob(500000)')
  for (const side of ['', '-journal']) copyFileSync(maker + side, file + side)
  made.close()
  expect(await copyClosedBook(file, target)).toBe(true)
  expect(held()).toEqual([1])
})
