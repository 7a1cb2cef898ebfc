import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readyFolder } from '#main/host/backups/backup-places.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-places-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const ready = (folder: string, isBesideBook: boolean) => () => readyFolder({ kind: 'main', folder, isBesideBook })

test('the folder beside the book is made, a chosen one never', () => {
  expect(ready(join(root, 'a.quay-backups'), true)).not.toThrow()
  expect(ready(join(root, 'stick'), false)).toThrow('backups/no-place')
  expect(ready(join(root, 'gone', 'a.quay-backups'), true)).toThrow('backups/no-place')
})

test('a file in the place of the folder is said', () => {
  writeFileSync(join(root, 'b.quay-backups'), '')
  expect(ready(join(root, 'b.quay-backups'), true)).toThrow('backups/no-place')
})
