// Where a file went that was renamed under us: the same file by its number, in the same folder.
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type FileIdentity, identityOf, isSameFile } from '#main/db/file-identity.ts'

/** The path that it has now; null where it is not in its folder any more. */
export function renamedPath(file: string, identity: FileIdentity | null): string | null {
  if (identity === null) return null
  const folder = dirname(file)
  try {
    const paths = readdirSync(folder).map((name) => join(folder, name))
    return paths.find((path) => isSameFile(identity, identityOf(path))) ?? null
  } catch {
    // The folder itself is gone.
    return null
  }
}
