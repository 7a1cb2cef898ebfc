// What the machine remembers beside the file: read and written in place, and looked for anew once a second.
import { mkdtempSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fileMemory, type MachineMemory } from '#main/db/machine-memory.ts'

const [uid, head, later] = ['d4282a7c-e9e1-4662', 'a'.repeat(64), 'b'.repeat(64)]
let folder: string
let memory: MachineMemory

beforeEach(() => {
  vi.useFakeTimers()
  folder = mkdtempSync(join(tmpdir(), 'quayside-memory-'))
  memory = fileMemory(folder)
})

afterEach(() => {
  vi.advanceTimersByTime(1000)
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

const fileOf = (replica: number) => join(folder, `${uid}.head-${replica}.json`)

test('a head is known again by its book and number, and by no other', () => {
  memory.keepHead(uid, 7, head)
  memory.keepHead(uid, 8, later)
  expect([7, 8, 9].map((replica) => memory.lastHead(uid, replica))).toEqual([head, later, null])
  memory.keepHead(uid, 7, later)
  expect([7, 8].map((replica) => fileMemory(folder).lastHead(uid, replica))).toEqual([later, later])
  expect(memory.lastHead('another book', 7)).toBeNull()
  expect(readdirSync(folder)).toHaveLength(2)
})

test('two programs see at once what the other one keeps', () => {
  const other = fileMemory(folder)
  expect(memory.lastHead(uid, 7)).toBeNull()
  other.keepHead(uid, 7, head)
  expect(memory.lastHead(uid, 7)).toBe(head)
  other.keepHead(uid, 7, later)
  expect(memory.lastHead(uid, 7)).toBe(later)
  memory.keepHead(uid, 7, head)
  expect(other.lastHead(uid, 7)).toBe(head)
})

test('settings that were put back or taken away meanwhile are what counts a second later', () => {
  memory.keepHead(uid, 7, later)
  expect(memory.lastHead(uid, 7)).toBe(later)
  fileMemory(folder).keepHead(uid, 8, head)
  renameSync(fileOf(8), fileOf(7))
  vi.advanceTimersByTime(1000)
  expect(memory.lastHead(uid, 7)).toBe(head)
  rmSync(fileOf(7))
  vi.advanceTimersByTime(1000)
  expect(memory.lastHead(uid, 7)).toBeNull()
})

test('and also where nothing else had its turn in that second: one long operation', () => {
  memory.keepHead(uid, 7, later)
  expect(memory.lastHead(uid, 7)).toBe(later)
  rmSync(fileOf(7))
  const now = performance.now()
  vi.spyOn(performance, 'now').mockReturnValue(now + 1000)
  expect(memory.lastHead(uid, 7)).toBeNull()
  vi.mocked(performance.now).mockRestore()
})

test.each([
  ['cut in the middle', () => truncateSync(fileOf(7), 30)],
  ['empty', () => truncateSync(fileOf(7), 0)],
  ['of something else', () => writeFileSync(fileOf(7), '{"head":3}')],
  ['no JSON', () => writeFileSync(fileOf(7), 'head')],
])('a note that is %s is unknown, and kept anew by the next', (_, spoil) => {
  memory.keepHead(uid, 7, head)
  spoil()
  expect(memory.lastHead(uid, 7)).toBeNull()
  memory.keepHead(uid, 7, later)
  expect(memory.lastHead(uid, 7)).toBe(later)
})
