import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { inPrivateFolder, privateFolder, sweepPrivateFolders } from '#main/db/private-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('nobody else can enter it, and it goes with its work', () => {
  const folder = privateFolder(root)
  writeFileSync(join(folder.path, 'book.quay'), 'plain')
  if (process.platform !== 'win32') expect(statSync(folder.path).mode & 0o777).toBe(0o700)
  folder.remove()
  expect(existsSync(folder.path)).toBe(false)
})

test('it goes when the work fails', async () => {
  let path = ''
  const failing = inPrivateFolder((folder) => {
    path = folder
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(existsSync(path)).toBe(false)
})

test('what a killed program left goes at the next start; what is in use, and what only looks like one, stays', () => {
  const left = join(root, 'quayside-private-abc123')
  mkdirSync(left)
  writeFileSync(join(left, 'work.quay'), 'plain')
  const elsewhere = join(root, 'elsewhere')
  mkdirSync(elsewhere)
  writeFileSync(join(elsewhere, 'mine'), 'kept')
  symlinkSync(elsewhere, join(root, 'quayside-private-link'))
  const used = privateFolder(root)
  sweepPrivateFolders(root)
  expect(existsSync(left)).toBe(false)
  expect(existsSync(used.path)).toBe(true)
  expect(existsSync(join(elsewhere, 'mine'))).toBe(true)
  used.remove()
})
