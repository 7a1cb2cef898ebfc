// Where the working copies of books on a network lie on this machine, and what is remembered of each: the state of both when
// they were last the same.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { LogEnd } from '#main/db/publish.ts'

export type Together = {
  /** Size and time of the file on the network when it was last written or read. */
  there: string
  /** What our book was at that moment: its fingerprint, and the ends of its log. */
  ours: string
  ends?: LogEnd[]
  at: number
}

export type WorkingCopy = {
  file: string
  exists(): boolean
  together(): Together | null
  keep(together: Together): void
}

/** By the path on the network: the copy is found again while the network cannot be reached. */
export function workingCopy(dataFolder: string, path: string): WorkingCopy {
  const name = createHash('sha256').update(path).digest('hex').slice(0, 24)
  const folder = join(dataFolder, 'network', name)
  const file = join(folder, basename(path))
  const note = join(folder, 'together.json')
  return {
    file,
    exists: () => existsSync(file),
    together() {
      try {
        return JSON.parse(readFileSync(note, 'utf8')) as Together
      } catch {
        // Never noted, or not readable: then both are looked at anew.
        return null
      }
    },
    keep(together) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(`${note}.new`, JSON.stringify(together))
      renameSync(`${note}.new`, note)
    },
  }
}

/** What tells whether someone wrote the file on the network; null where it is not there. */
export async function stateThere(path: string): Promise<string | null> {
  const facts = await stat(path).catch(() => null)
  return facts ? `${facts.size} ${facts.mtimeMs}` : null
}
