// What the machine remembers beside the file: read and written in place, and unknown as soon as it is not what was opened.
import { mkdtempSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileMemory, keepHead, type MachineMemory } from '#main/db/machine-memory.ts'

const [uid, head, later] = ['d4282a7c-e9e1-4662', 'a'.repeat(64), 'b'.repeat(64)]
let folder: string
let memory: MachineMemory

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quayside-memory-'))
  memory = fileMemory(folder)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const fileOf = (replica: number) => join(folder, `${uid}.head-${replica}.json`)

function headOf(replica: number): string | null {
  const note = memory.openNote(uid, replica)
  try {
    return note.head()
  } finally {
    note.close()
  }
}

test('a head is known again by its book and number, and by no other', () => {
  keepHead(memory, [uid, 7], head)
  keepHead(memory, [uid, 8], later)
  expect([headOf(7), headOf(8), headOf(9)]).toEqual([head, later, null])
  keepHead(memory, [uid, 7], later)
  expect(fileMemory(folder).openNote(uid, 7).head()).toBe(later)
  expect(readdirSync(folder)).toHaveLength(2)
})

test('what another program keeps is seen by a note that is open', () => {
  keepHead(memory, [uid, 7], head)
  const note = memory.openNote(uid, 7)
  keepHead(fileMemory(folder), [uid, 7], later)
  expect(note.head()).toBe(later)
  note.close()
})

test('what another program begins is seen by a note that found none', () => {
  const note = memory.openNote(uid, 7)
  expect(note.head()).toBeNull()
  keepHead(fileMemory(folder), [uid, 7], later)
  expect(note.head()).toBe(later)
  note.close()
})

test.runIf(process.platform !== 'win32')('a note that was taken away or replaced while it was open is unknown', () => {
  keepHead(memory, [uid, 7], head)
  const taken = memory.openNote(uid, 7)
  rmSync(fileOf(7))
  expect(taken.head()).toBeNull()
  taken.close()
  keepHead(memory, [uid, 7], head)
  const replaced = memory.openNote(uid, 7)
  keepHead(memory, [uid, 8], later)
  renameSync(fileOf(8), fileOf(7))
  expect(replaced.head()).toBeNull()
  replaced.close()
  expect(headOf(7)).toBe(later)
})

test.each([
  ['cut in the middle', () => truncateSync(fileOf(7), 30)],
  ['empty', () => truncateSync(fileOf(7), 0)],
  ['of something else', () => writeFileSync(fileOf(7), '{"head":3}')],
  ['no JSON', () => writeFileSync(fileOf(7), 'head')],
])('a note that is %s is unknown, and kept anew by the next', (_, spoil) => {
  keepHead(memory, [uid, 7], head)
  spoil()
  expect(headOf(7)).toBeNull()
  keepHead(memory, [uid, 7], later)
  expect(headOf(7)).toBe(later)
})
