// What this machine remembers of a book outside the file: the last operation it wrote there. A copied, restored or moved
// file does not match it, and then draws a replica number of its own before its first write.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Remembered = { replica: number; head: string }

export interface MachineMemory {
  recall(bookUid: string): Remembered | null
  remember(bookUid: string, state: Remembered): void
}

/** Kept as one small file per book in `folder`. */
export function fileMemory(folder: string): MachineMemory {
  mkdirSync(folder, { recursive: true })
  const fileOf = (bookUid: string) => join(folder, `${bookUid.replaceAll(/[^a-zA-Z0-9-]/g, '_')}.json`)
  return {
    recall(bookUid) {
      try {
        const kept = JSON.parse(readFileSync(fileOf(bookUid), 'utf8')) as Remembered
        return typeof kept.replica === 'number' && typeof kept.head === 'string' ? kept : null
      } catch {
        // Missing or unreadable: the book counts as unknown here, which only costs a new number.
        return null
      }
    },
    remember(bookUid, state) {
      const file = fileOf(bookUid)
      writeFileSync(`${file}.new`, JSON.stringify(state))
      renameSync(`${file}.new`, file)
    },
  }
}

/** For tests and books in memory. */
export function transientMemory(): MachineMemory {
  const kept = new Map<string, Remembered>()
  return { recall: (uid) => kept.get(uid) ?? null, remember: (uid, state) => void kept.set(uid, state) }
}
