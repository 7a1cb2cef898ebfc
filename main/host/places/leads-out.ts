// Whether a path leaves a folder, links followed: what is chosen below a folder must lie below it in truth.
import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'

/** True where the path, or the nearest part of it that is there, is not inside the root. */
export function leadsOutOf(root: string, path: string): boolean {
  try {
    const inside = relative(realpathSync.native(root), realPath(path))
    return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
  } catch {
    // What cannot be followed to its end is not inside.
    return true
  }
}

/** The path with all links followed; parts that are not there yet stay as they are written. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (!isMissing || dirname(path) === path) throw error
    return join(realPath(dirname(path)), basename(path))
  }
}
