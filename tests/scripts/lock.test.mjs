// One installation or build at a time.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { whileLocked } from '../../scripts/lock.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'quayside-lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('lets one in after the other', async () => {
  const file = path.join(folder, 'one')
  const steps = []
  const work = (name) => async () => {
    steps.push(`${name} in`)
    await sleep(50)
    steps.push(`${name} out`)
  }
  await Promise.all([whileLocked(work('a'), file), whileLocked(work('b'), file)])
  expect(steps).toEqual(['a in', 'a out', 'b in', 'b out'])
  expect(existsSync(file)).toBe(false)
})

test('is given back when the work fails', async () => {
  const file = path.join(folder, 'failing')
  await expect(whileLocked(() => Promise.reject(new Error('no')), file)).rejects.toThrow('no')
  expect(await whileLocked(async () => 'in', file)).toBe('in')
})

test('is taken over from a process that is gone', async () => {
  const file = path.join(folder, 'left')
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(file, String(pid))
  expect(await whileLocked(async () => 'in', file)).toBe('in')
})

test('is taken over when its maker died before writing its number', async () => {
  const file = path.join(folder, 'empty')
  writeFileSync(file, '')
  const longAgo = new Date(Date.now() - 60_000)
  utimesSync(file, longAgo, longAgo)
  expect(await whileLocked(async () => 'in', file)).toBe('in')
})
