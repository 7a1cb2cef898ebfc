// What this machine remembers of a book outside the file: the last operation it wrote there. A copied, restored or moved
// file does not match it, and then draws a replica number of its own before its first write.
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface MachineMemory {
  /** The hash of the last operation that this machine wrote under a replica number; null when it never did. */
  lastHead(bookUid: string, replica: number): string | null
  keepHead(bookUid: string, replica: number, head: string): void
  /** Who uses the book on this machine. */
  person(bookUid: string): number | null
  keepPerson(bookUid: string, personId: number): void
}

/** Kept in `folder`: two small files per book, since one of them is written with every operation. */
export function fileMemory(folder: string): MachineMemory {
  mkdirSync(folder, { recursive: true })
  const fileOf = (bookUid: string, kind: string) =>
    join(folder, `${bookUid.replaceAll(/[^a-zA-Z0-9-]/g, '_')}.${kind}.json`)
  return {
    lastHead(bookUid, replica) {
      const kept = readJson(fileOf(bookUid, `head-${replica}`)) as { head?: unknown } | null
      return typeof kept?.head === 'string' ? kept.head : null
    },
    keepHead: (bookUid, replica, head) => writeHead(fileOf(bookUid, `head-${replica}`), head),
    person(bookUid) {
      const kept = readJson(fileOf(bookUid, 'person')) as { personId?: unknown } | null
      return typeof kept?.personId === 'number' ? kept.personId : null
    },
    keepPerson: (bookUid, personId) => writeJson(fileOf(bookUid, 'person'), { personId }),
  }
}

/** Missing or unreadable counts as unknown here, which only costs the copy a new number. */
function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const headLength = 100

/**
 * In place, by one write of always the same length: it is part of every operation, and a file put in another's place costs as
 * much as all the rest of one. Cut off in the middle it would match no book, which only costs the copy a new number.
 */
function writeHead(file: string, head: string): void {
  const text = JSON.stringify({ head }).padEnd(headLength)
  let handle: number
  try {
    handle = openSync(file, 'r+')
  } catch {
    // Not there yet, or not ours to open: then this says why.
    writeFileSync(file, text)
    return
  }
  try {
    writeSync(handle, text, 0)
  } finally {
    closeSync(handle)
  }
}

/** Never half written: the new text is put in the old one's place. */
function writeJson(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(content))
  renameSync(`${file}.new`, file)
}

/** For tests and books in memory. */
export function transientMemory(): MachineMemory {
  const heads = new Map<string, string>()
  const people = new Map<string, number>()
  return {
    lastHead: (uid, replica) => heads.get(`${uid} ${replica}`) ?? null,
    keepHead: (uid, replica, head) => void heads.set(`${uid} ${replica}`, head),
    person: (uid) => people.get(uid) ?? null,
    keepPerson: (uid, personId) => void people.set(uid, personId),
  }
}
