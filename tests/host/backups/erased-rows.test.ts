// Who was erased: kept on this machine while the book can tell, and told to every state of it that comes back.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type BackupSettingsFile, backupSettingsFile } from '#main/host/backups/backup-settings.ts'
import { type ErasedRows, erasedRows, keepErased } from '#main/host/backups/erased-rows.ts'
import { AppError } from '#shared/errors.ts'
import { type FakeBook, fakeBook } from '#tests/support/fake-held-book.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const row = (id: number) => ({ table: 'parties', id })
let settings: BackupSettingsFile
let book: FakeBook
let erased: ErasedRows
beforeEach(() => {
  settings = backupSettingsFile(mkdtempSync(join(root, 'case-')))
  book = fakeBook()
  erased = erasedRows({ keeper: { held: () => book.held }, settings })
})
const kept = () => settings.read('uid').erasures
const hear = async (event: Parameters<ErasedRows['hear']>[0]) => {
  erased.hear(event)
  await erased.settled()
}

test('an erasure is kept when it is made: a book that is damaged later cannot tell any more', async () => {
  book.answers.set('inner.backups.erased', () => [row(1)])
  await hear({ type: 'changed', tables: ['products'] })
  expect(kept()).toEqual([])
  await hear({ type: 'changed', tables: ['erasures', 'parties'] })
  expect(kept()).toEqual([row(1)])
})

test('every book that opens is told, and is told again as long as there may be older states of it', async () => {
  keepErased(settings, 'uid', [row(1)])
  await hear({ type: 'book' })
  await hear({ type: 'book' })
  expect(book.calls).toEqual([
    ['inner.backups.eraseAgain', [row(1)]],
    ['inner.backups.eraseAgain', [row(1)]],
  ])
})

test('what an earlier restore left is not overwritten by the next one', async () => {
  keepErased(settings, 'uid', [row(1)])
  book.answers.set('inner.backups.erased', () => [row(2)])
  await erased.keep(book.held)
  expect(kept()).toEqual([row(1), row(2)])
})

test('a book that cannot be asked is no book where nobody was erased', async () => {
  book.answers.set('inner.backups.erased', () => {
    throw new AppError('call/worker-lost')
  })
  await expect(erased.keep(book.held)).rejects.toMatchObject({ code: 'call/worker-lost' })
})

test('a failure while hearing ends nothing', async () => {
  book.answers.set('inner.backups.erased', () => {
    throw new AppError('call/worker-lost')
  })
  await hear({ type: 'changed', tables: ['erasures'] })
  book.answers.set('inner.backups.erased', () => [row(3)])
  await hear({ type: 'changed', tables: ['erasures'] })
  expect(kept()).toEqual([row(3)])
})
