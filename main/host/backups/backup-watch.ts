// Keeps the open book's backups: by the clock, before large work, when the book is closed. A backup that fails stops nobody;
// it is kept in mind and said.
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { newBackupPath } from '#main/db/backup-paths.ts'
import { migrations } from '#main/db/migrations.ts'
import { dueBackup } from '#main/domain/backups/backup-due.ts'
import { backupsToRemove } from '#main/domain/backups/thin-backups.ts'
import { foldersOf, readyFolder, sweepPartials, type Target, targetsOf } from '#main/host/backups/backup-places.ts'
import type { BackupSettings, BackupSettingsFile } from '#main/host/backups/backup-settings.ts'
import type { HeldBook } from '#main/host/book-keeper.ts'
import { failureOf } from '#main/host/run-envelope.ts'
import type { FoundBackup } from '#main/services/backups/list-backups.ts'
import type { MadeBackup } from '#main/services/backups/make-backup.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { HostEvent } from '#shared/operation.ts'
import type { BackupCause } from '#shared/schemas/backups.ts'

type Cause = Exclude<BackupCause, 'other'>

export type BackupWatch = {
  /**
   * A backup in every place, where the book holds anything that the last one there lacks. Gives the path of one that holds
   * the book as it is; throws when there is none, after noting why.
   */
  make(cause: Cause): Promise<string>
  /** The same for work that goes on whatever becomes of the backup. */
  tryToMake(cause: Cause): Promise<string | null>
  /** Backups of the open book in every place, newest first. */
  list(): Promise<FoundBackup[]>
  isUpToDate(): Promise<boolean>
  isWorking(): boolean
  /** Since when something may be in the book that no backup holds; null where all of it is in one. */
  waitingSince(): Instant | null
  /** Hears what happens in the book, to know whether anything changed. */
  hear(event: HostEvent): void
  /** Looks at the clock: makes the backup that is due, if one is. */
  tick(): Promise<void>
  beforeClose(): Promise<void>
  stop(): void
}

export type WatchParts = {
  book: () => HeldBook | null
  settings: BackupSettingsFile
  emit: (event: HostEvent) => void
  now: () => Instant
  /** The version of this program. */
  program: string
}

const lookEveryMs = 60_000
/** Tables that changed in passing are no reason for a backup. */
const inPassing = new Set(['drafts', 'grid_states', 'recent_records', 'backups', 'people_here'])
/** Backups that stay for a reason of their own can stand for another one of the same content. */
const lasting: readonly BackupCause[] = ['manual', 'upgrade', 'import', 'merge', 'restore']

export function backupWatch({ book, settings, emit, now, program }: WatchParts): BackupWatch {
  let working = 0
  let isChanged = true
  let waitingSince: Instant | null = now()
  let queue: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => void watch.tick().catch(() => {}), lookEveryMs)
  timer.unref()
  const tell = () => emit({ type: 'changed', tables: ['backups'] })

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = queue.then(async () => {
      working += 1
      tell()
      try {
        return await work()
      } finally {
        working -= 1
        tell()
      }
    })
    queue = turn.catch(() => {})
    return turn
  }

  /** One place: skipped where it holds this book already; thinned once a new one is there. */
  async function makeAt(held: HeldBook, target: Target, cause: Cause): Promise<string> {
    readyFolder(target)
    sweepPartials(target.folder, held.path, now())
    const fingerprint = await ask<string>(held, 'fingerprint')
    const there = await listIn(held, [target.folder])
    const same = there.find((found) => found.facts?.fingerprint === fingerprint && stands(cause, found))
    if (same) return same.path
    const path = newBackupPath(target.folder, held.path, { madeAt: now(), cause })
    await ask<MadeBackup>(held, 'make', {
      target: path,
      jobId: randomUUID(),
      kind: cause === 'quit' ? 'backups.quit' : 'backups.make',
    })
    await thin(held, target)
    return path
  }

  async function thin(held: HeldBook, { folder }: Target): Promise<void> {
    const { rules } = settings.read(held.state.uid)
    const there = await listIn(held, [folder])
    const ours = there.map((found) => ({ ...found, isGood: found.facts !== null }))
    for (const { path } of backupsToRemove(ours, rules.keep)) rmSync(path, { force: true })
  }

  async function makeEverywhere(cause: Cause): Promise<string> {
    const held = opened()
    const { uid } = held.state
    let path: string | null = null
    let problem: unknown = null
    // From here on: what is written while the backup is made is not in it.
    isChanged = false
    const waited = waitingSince
    waitingSince = null
    for (const target of targetsOf(held.path, settings.read(uid))) {
      try {
        path = (await makeAt(held, target, cause)) || path
        keepOutcome(uid, target, null)
      } catch (error) {
        isChanged = true
        waitingSince = waited ?? now()
        if (isCancelled(error)) throw error
        problem ??= error
        keepOutcome(uid, target, error)
      }
    }
    if (path === null) throw problem
    return path
  }

  function keepOutcome(uid: string, target: Target, error: unknown): void {
    const { code, details } = error === null ? { code: '', details: {} } : failureOf(error, 'backup')
    const failure = error === null ? null : { at: now(), error: { code, details } }
    settings.change(uid, (before) => ({
      failures: { ...before.failures, [target.kind]: failure } as BackupSettings['failures'],
      folders: error === null ? [...new Set([target.folder, ...before.folders])].slice(0, 20) : before.folders,
    }))
  }

  /** Which program last had the book in this format: whoever goes back to an older one is told what opens it. */
  function noteOpened(): void {
    isChanged = true
    waitingSince = now()
    const held = book()
    const format = String(migrations.at(-1)?.number ?? 0)
    if (held?.state.access.mode !== 'write') return
    const { programs } = settings.read(held.state.uid)
    if (programs[format] !== program)
      settings.change(held.state.uid, () => ({ programs: { ...programs, [format]: program } }))
  }

  function opened(): HeldBook {
    const held = book()
    if (!held) throw new AppError('book/closed')
    return held
  }

  const listIn = (held: HeldBook, folders: readonly string[]) =>
    ask<FoundBackup[]>(held, 'list', { folders, uid: held.state.uid, own: held.path })

  const watch: BackupWatch = {
    make: (cause) => inTurn(() => makeEverywhere(cause)),
    tryToMake: (cause) => watch.make(cause).catch(() => null),
    list: () => {
      const held = opened()
      return listIn(held, foldersOf(held.path, settings.read(held.state.uid)))
    },
    async isUpToDate() {
      const held = opened()
      const fingerprint = await ask<string>(held, 'fingerprint')
      return (await watch.list()).some((found) => found.facts?.fingerprint === fingerprint)
    },
    isWorking: () => working > 0,
    waitingSince: () => waitingSince,
    hear(event) {
      if (event.type === 'changed' && event.tables.some((table) => !inPassing.has(table))) {
        isChanged = true
        waitingSince ??= now()
      }
      if (event.type === 'book') noteOpened()
    },
    async tick() {
      const held = book()
      if (!held || working > 0 || !isChanged || !isKept(held)) return
      const { rules } = settings.read(held.state.uid)
      const there = (await listIn(held, [targetsOf(held.path, settings.read(held.state.uid))[0]?.folder ?? ''])).filter(
        ({ facts }) => facts !== null,
      )
      const due = dueBackup({
        now: now(),
        timeZone: held.state.timeZone,
        rules,
        lastDailyAt: there.find(({ cause }) => cause === 'daily')?.madeAt ?? null,
        lastAt: there[0]?.madeAt ?? null,
      })
      if (due) await watch.tryToMake(due)
    },
    async beforeClose() {
      const held = book()
      if (!held || !isChanged || !isKept(held)) return
      if (settings.read(held.state.uid).rules.on.quit) await watch.tryToMake('quit')
    },
    stop: () => clearInterval(timer),
  }
  return watch
}

/** The sample company is made anew whenever someone likes: only work of one's own is backed up unasked. */
function isKept({ state }: HeldBook): boolean {
  return state.access.mode === 'write' && !state.isSample
}

/** Whether a backup of the same content can stand for a new one of this cause. By hand always makes one. */
function stands(cause: Cause, found: FoundBackup): boolean {
  if (cause === 'manual') return false
  return ['quit', 'hourly', 'daily'].includes(cause) || lasting.includes(found.cause)
}

function isCancelled(error: unknown): boolean {
  return error instanceof AppError && error.code === 'job/cancelled'
}

/** A query of `inner.backups`, answered by the clerk of the open book. */
export async function ask<Result>(held: HeldBook, name: string, input?: unknown): Promise<Result> {
  const reply = await held.pool.call({ id: 0, kind: 'query', path: `inner.backups.${name}`, input })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  return reply.data as Result
}
