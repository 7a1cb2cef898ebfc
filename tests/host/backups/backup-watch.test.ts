// When a backup is due: what is written while one is made is not in it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { backupSettingsFile } from '#main/host/backups/backup-settings.ts'
import { type BackupWatch, backupWatch } from '#main/host/backups/backup-watch.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { type FakeBook, fakeBook } from '#tests/support/fake-held-book.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let book: FakeBook
let watch: BackupWatch
let made: string[] = []
const wrote = () => watch.hear({ type: 'changed', tables: ['products'] })
beforeEach(() => {
  const folder = mkdtempSync(join(root, 'case-'))
  mkdirSync(join(folder, 'books'))
  writeFileSync(join(folder, 'books', 'a.quay'), '')
  made = []
  book = fakeBook(join(folder, 'books', 'a.quay'))
  book.answers.set('inner.backups.fingerprint', () => String(made.length))
  book.answers.set('inner.backups.list', () => [])
  book.answers.set('inner.backups.make', (input) => void made.push((input as { target: string }).target))
  const settings = backupSettingsFile(folder)
  watch = backupWatch({
    book: () => book.held,
    settings,
    emit: () => {},
    now: () => Date.now() as Instant,
    program: '1',
  })
})
afterEach(() => watch.stop())

test('closing makes no second backup of a book that was not written to since', async () => {
  await watch.make('manual')
  await watch.beforeClose()
  expect(made).toHaveLength(1)
})

test('what was written while a backup was made is in the one at closing', async () => {
  book.answers.set('inner.backups.make', (input) => {
    made.push((input as { target: string }).target)
    if (made.length === 1) wrote()
  })
  await watch.make('manual')
  await watch.beforeClose()
  expect(made.map((path) => /[a-z-]+(?=\.quay$)/.exec(path)?.[0])).toEqual(['by-hand', 'quit'])
})

test('a place that failed is tried again at closing', async () => {
  book.answers.set('inner.backups.make', () => {
    throw new AppError('backups/no-room')
  })
  await expect(watch.make('manual')).rejects.toMatchObject({ code: 'backups/no-room' })
  book.answers.set('inner.backups.make', (input) => void made.push((input as { target: string }).target))
  await watch.beforeClose()
  expect(made).toHaveLength(1)
})
