// What this machine remembers of a book outside the file: the last operation it wrote there. A copied, restored or moved
// file does not match it, and then draws a replica number of its own before its first write.
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

export interface MachineMemory {
  /** What is remembered under a replica number; to be closed again. */
  openNote(bookUid: string, replica: number): HeadNote
  /** Who uses the book on this machine. */
  person(bookUid: string): number | null
  keepPerson(bookUid: string, personId: number): void
}

/** Open for as long as an operation takes: it asks at its begin and at its end, and then keeps. */
export interface HeadNote {
  /** The hash of the last operation that this machine wrote under the number; null when it never did. */
  head(): string | null
  keep(head: string): void
  close(): void
}

/** Kept in `folder`: two small files per book, since one of them is written with every operation. */
export function fileMemory(folder: string): MachineMemory {
  mkdirSync(folder, { recursive: true })
  const fileOf = (bookUid: string, kind: string) =>
    join(folder, `${bookUid.replaceAll(/[^a-zA-Z0-9-]/g, '_')}.${kind}.json`)
  return {
    openNote: (bookUid, replica) => openHeadNote(fileOf(bookUid, `head-${replica}`)),
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
 * Written in place, by one write of always the same length: it is part of every operation, and a file put in another's place
 * costs as much as all the rest of one. Cut off in the middle it would match no book, which only costs the copy a new number.
 */
function openHeadNote(file: string): HeadNote {
  let handle = openThere(file)
  return {
    head() {
      // Where there was none when the operation began, another program may have made one since.
      handle ??= openThere(file)
      return handle === null ? null : headIn(handle)
    },
    keep(head) {
      const text = JSON.stringify({ head }).padEnd(headLength)
      // Not there yet, or not ours to write: then this says why.
      if (handle === null) writeFileSync(file, text)
      else writeSync(handle, text, 0)
    },
    close() {
      if (handle !== null) closeSync(handle)
    },
  }
}

function openThere(file: string): number | null {
  try {
    return openSync(file, 'r+')
  } catch {
    return null
  }
}

/** Null where it cannot be read, or where the file was taken away or replaced since it was opened. */
function headIn(handle: number): string | null {
  try {
    if (fstatSync(handle).nlink === 0) return null
    const bytes = Buffer.allocUnsafe(headLength)
    const text = bytes.toString('latin1', 0, readSync(handle, bytes, 0, headLength, 0))
    const kept = JSON.parse(text) as { head?: unknown } | null
    return typeof kept?.head === 'string' ? kept.head : null
  } catch {
    return null
  }
}

/** Never half written: the new text is put in the old one's place. */
function writeJson(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(content))
  renameSync(`${file}.new`, file)
}

/** The first time that this machine writes to a book under a number that it did not draw (1, in the copy that made it). */
export function keepHead(
  memory: MachineMemory,
  [bookUid, replica]: [bookUid: string, replica: number],
  head: string,
): void {
  const note = memory.openNote(bookUid, replica)
  try {
    note.keep(head)
  } finally {
    note.close()
  }
}

/** For tests and books in memory. */
export function transientMemory(): MachineMemory {
  const heads = new Map<string, string>()
  const people = new Map<string, number>()
  return {
    openNote: (uid, replica) => ({
      head: () => heads.get(`${uid} ${replica}`) ?? null,
      keep: (head) => void heads.set(`${uid} ${replica}`, head),
      close: () => {},
    }),
    person: (uid) => people.get(uid) ?? null,
    keepPerson: (uid, personId) => void people.set(uid, personId),
  }
}
