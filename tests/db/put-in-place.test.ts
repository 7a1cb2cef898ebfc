// A book is never renamed over: what is open, or was left by a killed program, keeps its place by whatever name it is reached.
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { backUp } from '#main/db/backup.ts'
import { createBook, type OpenBook, openBook } from '#main/db/book.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { putInPlace } from '#main/db/put-in-place.ts'
import { restoreInto } from '#main/db/restore.ts'
import { saveCopy } from '#main/db/save-copy.ts'
import { isOpenBook } from '#main/host/open-book-file.ts'
import type { Instant } from '#shared/dates.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const settings = { memory: transientMemory(), clock: () => 1_700_000_000_000 as Instant }
const start = { companyName: 'Test', country: 'CN', baseCurrency: 'USD' }
const add = (book: OpenBook, sku: string) =>
  book.writer.write('products.add', null, (tx) => tx.insert('products', { sku }))
const skus = ({ connection }: OpenBook) => connection.prepare('SELECT sku FROM products ORDER BY id').pluck().all()

const rejection = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

let folder = ''
let book: OpenBook
const at = (name: string) => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'))
  book = createBook(at('a.quay'), start, settings)
  add(book, 'A')
  return () => book.close()
})

/** Another book whose last work lies in its WAL, with nobody there any more. */
function leftBook(): void {
  const other = createBook(at('other.quay'), start, settings)
  add(other, 'OTHER')
  for (const side of ['', '-wal']) copyFileSync(at(`other.quay${side}`), at(`c.quay${side}`))
  other.close()
}

const ways: [string, (target: string) => Promise<void>][] = [
  ['a saved copy', (target) => saveCopy(book.connection, target)],
  ['the last hold on a file that has gone', (target) => saveCopy(book.connection, target, true)],
  ['a backup', (target) => backUp(book.connection, target)],
]

describe.each(ways)('%s', (_, put) => {
  test('takes no place where a killed program left its last work', async () => {
    leftBook()
    expect(await rejection(put(at('c.quay')))).toBe('copies/target-in-use')
    const kept = await openBook(at('c.quay'), settings)
    expect(skus(kept)).toEqual(['OTHER'])
    kept.close()
  })

  test('takes no place beside last work whose book was deleted: it would be read into the copy', async () => {
    leftBook()
    rmSync(at('c.quay'))
    expect(await rejection(put(at('c.quay')))).toBe('copies/target-in-use')
  })

  test('takes no place of a book that is open, nor through a link', async () => {
    const other = createBook(at('c.quay'), start, settings)
    add(other, 'OTHER')
    symlinkSync(at('c.quay'), at('link.quay'))
    for (const name of ['c.quay', 'link.quay']) expect(await rejection(put(at(name)))).toBe('copies/target-in-use')
    expect(skus(other)).toEqual(['OTHER'])
    other.close()
  })

  test('takes the place of a closed file and leaves nothing else', async () => {
    createBook(at('c.quay'), start, settings).close()
    await put(at('c.quay'))
    const copy = await openBook(at('c.quay'), settings)
    expect(skus(copy)).toEqual(['A'])
    copy.close()
    expect(readdirSync(folder).filter((name) => name.startsWith('c.quay'))).toEqual(['c.quay'])
  })
})

test('what cannot be made leaves the file that was there', async () => {
  createBook(at('c.quay'), start, settings).close()
  const before = readFileSync(at('c.quay'))
  const broken = putInPlace({ path: at('c.quay'), replace: true }, () => Promise.reject(new Error('broken')))
  await expect(broken).rejects.toThrow('broken')
  expect(readFileSync(at('c.quay')).equals(before)).toBe(true)
  expect(existsSync(at('c.quay.half'))).toBe(false)
})

test('one file by two names is one file', async () => {
  symlinkSync(at('a.quay'), at('link.quay'))
  linkSync(at('a.quay'), at('hard.quay'))
  const held = { path: at('a.quay'), file: at('a.quay') }
  expect(['a.quay', 'link.quay', 'hard.quay', 'c.quay'].map((name) => isOpenBook(held, at(name)))).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(isOpenBook({ path: at('elsewhere.quay'), file: at('a.quay') }, at('link.quay'))).toBe(true)
  expect(await rejection(restoreInto(at('a.quay'), at('hard.quay'), at('kept')))).toBe('backups/same-file')
})

test('no other code renames a file, but for notes of this machine and files that have no book’s name yet', () => {
  const allowed = [
    'db/machine-memory.ts',
    'db/put-in-place.ts',
    'host/backups/backup-settings.ts',
    'host/network/open-network.ts',
    'host/network/working-copy.ts',
    'host/settings-file.ts',
    'services/files/file-shelf.ts',
    'services/network/network-turn.ts',
  ]
  const files = readdirSync('main', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const renaming = files.filter((name) => /\brename(Sync)?\(/.test(readFileSync(join('main', name), 'utf8')))
  expect(renaming.filter((name) => !allowed.includes(name.replaceAll('\\', '/')))).toEqual([])
})
