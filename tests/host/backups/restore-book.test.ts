// Nothing that was written between the backup of the present and the restore is lost: then nothing is restored.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { BackupParts } from '#main/host/backups/backup-parts.ts'
import { restoreBook } from '#main/host/backups/restore-book.ts'
import { AppError } from '#shared/errors.ts'
import { fakeBook } from '#tests/support/fake-held-book.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let file = ''
let puts: unknown[] = []
beforeEach(() => {
  file = join(mkdtempSync(join(root, 'case-')), 'a.quay')
  puts = []
})

/** The book's fingerprint when it is kept, and when it is closed. */
function parts(kept: string, closed: string): BackupParts {
  const { held } = fakeBook(file)
  return {
    keeper: { held: () => held, aside: (work: (path: string) => Promise<unknown>) => work(file) },
    watch: { make: async () => 'kept.quay' },
    erased: { keep: async () => {}, hear: () => {}, settled: async () => {} },
    porter: {
      async carry({ path, input }: { path: string; input: { file: string } }) {
        if (path === 'inner.backups.put') return void puts.push(input)
        return { facts: { fingerprint: input.file === file ? closed : kept } }
      },
    },
    emit: () => {},
  } as unknown as BackupParts
}

test('a book that is as it was kept is put back', async () => {
  await restoreBook(parts('1', '1'), 'old.quay')
  expect(puts).toMatchObject([{ file, backup: 'old.quay' }])
})

test('work that came after it was kept is not put aside', async () => {
  await expect(restoreBook(parts('1', '2'), 'old.quay')).rejects.toMatchObject({ code: 'backups/written-meanwhile' })
  expect(puts).toEqual([])
})

test('what made it wanted is asked again once the present is kept', async () => {
  const isStillWanted = () => Promise.reject(new AppError('merge/cannot-undo'))
  const undoing = restoreBook(parts('1', '1'), 'old.quay', { isStillWanted })
  await expect(undoing).rejects.toMatchObject({ code: 'merge/cannot-undo' })
  expect(puts).toEqual([])
})
