// Where files of the past lie while they are shown: a private folder, one part of it for each running program, and what a
// killed one left behind is removed by the next.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { logFailure } from '#main/host/log.ts'

export type PastFolder = {
  /** A path where nothing is. */
  fresh(): string
  remove(file: string): void
  /** Removes all that this program put there. */
  clear(): void
}

export function pastFolder(folder: string, ownPid = process.pid): PastFolder {
  const own = join(folder, String(ownPid))
  let made = 0
  for (const name of namesIn(folder)) if (!isRunning(Number(name)) || name === String(ownPid)) drop(join(folder, name))
  return {
    fresh() {
      mkdirSync(own, { recursive: true, mode: 0o700 })
      made += 1
      return join(own, `${made}.quay`)
    },
    remove(file) {
      for (const part of ['', '-journal', '-wal', '-shm']) drop(file + part)
    },
    clear: () => drop(own),
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Windows may hold a file a moment longer: then the next start removes it. */
function drop(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 2, retryDelay: 50 })
  } catch (error) {
    logFailure('past', error)
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
