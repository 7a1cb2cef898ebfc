// Sees from inside a worker what happens to the book from outside: another program's writes, the end of another program
// that had it open for writing, a take-over, the file renamed or deleted under us.
import type { Connection } from '#main/db/database.ts'
import { type FileIdentity, identityOf, isSameFile } from '#main/db/file-identity.ts'
import { isLocked } from '#main/db/lock.ts'
import { logFailure } from '#main/host/log.ts'

/**
 * changed: another program wrote; free and held: whether another one writes; moved and back: whether the file is where it was.
 */
export type OutsideEvent = 'changed' | 'free' | 'held' | 'taken-over' | 'moved' | 'back'

const lookEveryMs = 500
/** Asking for the lock is dearer than asking for the version. */
const looksPerLock = 4

export type BookWatch = { look(): OutsideEvent[] }

type WatchParts = {
  file: string
  connection: Connection
  /** For a reader of a book that another program writes. */
  isWaitingForLock: boolean
  /** For the writer: whether its token still stands in the book, and its lock where it took the book over. */
  writing?: { isOurs(): boolean; holdLock(): boolean } | undefined
}

/** `look` is cheap while nothing happens: one counter in shared memory, one look at the file's entry. */
export function bookWatch({ file, connection, isWaitingForLock, writing }: WatchParts): BookWatch {
  const identity: FileIdentity | null = identityOf(file)
  let version = dataVersion(connection)
  let log = logState(connection)
  let isHeld = true
  let isMoved = false
  let looks = 0
  const lookAtData = (): OutsideEvent[] => {
    const next = dataVersion(connection)
    if (next === version) return []
    version = next
    if (writing) return writing.isOurs() ? [] : ['taken-over']
    const state = logState(connection)
    if (state === log) return []
    log = state
    return ['changed']
  }
  const lookAtLock = (): OutsideEvent[] => {
    looks += 1
    if (looks % looksPerLock !== 0) return []
    writing?.holdLock()
    if (!isWaitingForLock) return []
    const was = isHeld
    isHeld = isLocked(file)
    if (was === isHeld) return []
    return [isHeld ? 'held' : 'free']
  }
  const lookAtFile = (): OutsideEvent[] => {
    const was = isMoved
    isMoved = identity !== null && !isSameFile(identity, identityOf(file))
    if (was === isMoved) return []
    return [isMoved ? 'moved' : 'back']
  }
  return {
    look() {
      const moved = lookAtFile()
      return isMoved ? moved : [...moved, ...lookAtData(), ...lookAtLock()]
    },
  }
}

/** Looks on and on; the timer keeps nobody from ending. What cannot be looked at now (a share that is away) is later. */
export function keepWatch(watch: BookWatch, tell: (event: OutsideEvent) => void): () => void {
  let isFailing = false
  const timer = setInterval(() => {
    try {
      for (const event of watch.look()) tell(event)
      isFailing = false
    } catch (error) {
      if (!isFailing) logFailure('watch', error)
      isFailing = true
    }
  }, lookEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}

function dataVersion(connection: Connection): number {
  return connection.pragma('data_version', { simple: true }) as number
}

/** What differs after an operation, a merge or a restore, and not after a window only remembered something. */
function logState(connection: Connection): string {
  const state = connection
    .prepare('SELECT replica, sequence, head, (SELECT max(id) FROM merges) AS merge FROM this_copy')
    .get()
  return JSON.stringify(state)
}
