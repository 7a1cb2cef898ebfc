// What this machine remembers of a book outside the file: the last operation it wrote there. A copied, restored or moved
// file does not match it, and then draws a replica number of its own before its first write.
import { closeSync, mkdirSync, openSync, readFileSync, readSync, renameSync, writeFileSync, writeSync } from 'node:fs'
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
  const headFileOf = (bookUid: string, replica: number) => fileOf(bookUid, `head-${replica}`)
  const opened = heldOpen(headFileOf)
  return {
    lastHead(bookUid, replica) {
      const handle = opened(bookUid, replica)
      return handle === null ? null : headIn(handle)
    },
    keepHead(bookUid, replica, head) {
      const handle = opened(bookUid, replica)
      const text = JSON.stringify({ head }).padEnd(headLength)
      // Not there yet, or not ours to write: then this says why.
      if (handle === null) writeFileSync(headFileOf(bookUid, replica), text)
      else writeSync(handle, text, 0)
    },
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

/**
 * The file of a head is written in place, by one write of always the same length: it is part of every operation, and a file
 * put in another's place costs as much as all the rest of one. Cut off in the middle it would match no book, which only costs
 * the copy a new number.
 */
const headLength = 100

/** Each operation asks twice and writes once. For so long the file stays open: settings put back from elsewhere are then seen. */
const heldMs = 1000

type Held = { bookUid: string; replica: number; handle: number; since: number; end: NodeJS.Timeout }

/** Opens the file of a number, or gives the handle that is still open; null where there is none, or none to write. */
function heldOpen(fileOf: (bookUid: string, replica: number) => string) {
  let held: Held | null = null
  const release = () => {
    if (held === null) return
    const { handle, end } = held
    held = null
    clearTimeout(end)
    closeSync(handle)
  }
  return (bookUid: string, replica: number): number | null => {
    const isHeld = held?.bookUid === bookUid && held.replica === replica
    if (held !== null && isHeld && performance.now() - held.since < heldMs) return held.handle
    release()
    const handle = openThere(fileOf(bookUid, replica))
    if (handle === null) return null
    held = { bookUid, replica, handle, since: performance.now(), end: setTimeout(release, heldMs).unref() }
    return handle
  }
}

function openThere(file: string): number | null {
  try {
    return openSync(file, 'r+')
  } catch {
    return null
  }
}

/** Missing or unreadable counts as unknown here as well. */
function headIn(handle: number): string | null {
  try {
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
