// Folders for what must not lie about: the plain side of an encrypted copy, a copy in the making. Nobody else may look into
// one (0700), it goes when the work ends, and what a killed program left behind goes when the next one starts.
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

const prefix = 'quayside-private-'
/** Held for as long as the folder is in use; the system lets go of it at any kill. */
const heldFile = 'held'

export type PrivateFolder = { readonly path: string; remove(): void }

/** Makes a folder that only this user can enter. */
export function privateFolder(root: string = tmpdir()): PrivateFolder {
  const path = mkdtempSync(join(root, prefix))
  const held = hold(path)
  return {
    path,
    remove() {
      held?.close()
      rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 })
    },
  }
}

/** Does work with a private folder, which is gone afterwards whatever happens. */
export async function inPrivateFolder<Result>(work: (path: string) => Result | Promise<Result>): Promise<Result> {
  const folder = privateFolder()
  try {
    return await work(folder.path)
  } finally {
    folder.remove()
  }
}

/** Removes what killed programs of this user left behind; folders in use, and those of others, stay. */
export function sweepPrivateFolders(root: string = tmpdir()): void {
  for (const name of readdirSync(root)) {
    const path = join(root, name)
    if (!name.startsWith(prefix) || !isOurs(path)) continue
    const held = hold(path)
    if (held === null) continue
    held.close()
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 })
  }
}

function isOurs(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid())
}

/** Null where another program holds it. */
function hold(path: string): Sqlite.Database | null {
  const held = new Sqlite(join(path, heldFile), { timeout: 0 })
  try {
    held.exec('BEGIN EXCLUSIVE')
    return held
  } catch {
    held.close()
    return null
  }
}
