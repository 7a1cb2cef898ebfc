// The lock of a file with several names: kept where each user of the machine has a folder of their own.
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lockBook } from '#main/db/lock.ts'
import { refusal } from '#tests/support/refusal.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-lock-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const machine = join(root, 'tmp')
const names = [join(root, 'book.quay'), join(root, 'hard.quay')] as const
writeFileSync(names[0], '')
linkSync(...names)
beforeEach(() => {
  mkdirSync(machine)
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, machine)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(machine, { recursive: true })
})

test('its second name is refused while the first is open', () => {
  const lock = lockBook(names[0])
  expect(refusal(() => lockBook(names[1]))).toMatchObject({ code: 'book/other-name' })
  lock.release()
  lockBook(names[1]).release()
})

test('what another user of the machine made is in nobody’s way', () => {
  writeFileSync(join(machine, 'quayside-locks'), 'theirs')
  lockBook(names[0]).release()
})

test('where its folder cannot be made, that is said, and no lock stays', () => {
  rmSync(machine, { recursive: true })
  writeFileSync(machine, 'no folder')
  expect(refusal(() => lockBook(names[0]))).toMatchObject({ code: 'book/no-lock' })
  expect(readdirSync(root).sort()).toEqual(['book.quay', 'hard.quay', 'tmp'])
})
