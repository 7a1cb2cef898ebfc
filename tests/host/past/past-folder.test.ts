import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { pastFolder } from '#main/host/past/past-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-past-folder-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('leaves another running program’s files alone, removes those of one that is gone', () => {
  const folder = join(root, 'past')
  // The process that started this one runs; no system gives out the largest number.
  const [running, gone] = [join(folder, String(process.ppid)), join(folder, String(2 ** 31 - 1))]
  for (const other of [running, gone]) {
    mkdirSync(other, { recursive: true })
    writeFileSync(join(other, '1.quay'), '')
  }
  const past = pastFolder(folder)
  expect([existsSync(running), existsSync(gone)]).toEqual([true, false])
  const file = past.fresh()
  expect(past.fresh()).not.toBe(file)
  if (process.platform !== 'win32') expect(statSync(join(file, '..')).mode & 0o77).toBe(0)
  writeFileSync(file, 'x')
  past.remove(file)
  expect(existsSync(file)).toBe(false)
  past.clear()
  expect(existsSync(join(file, '..'))).toBe(false)
  expect(existsSync(running)).toBe(true)
})
