// A book on a network: worked on as a copy on this machine, and brought together with the book there when it is opened, on
// demand and when it is closed. While the network cannot be reached, the work goes on.
import { mkdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { copyClosedBook } from '#main/db/copy-closed-book.ts'
import { lockBook } from '#main/db/lock.ts'
import { privateFolder, sweepPrivateFolders } from '#main/db/private-folder.ts'
import type { Published } from '#main/db/publish.ts'
import { prepareCopy } from '#main/db/reading.ts'
import { logFailure } from '#main/host/log.ts'
import { stateThere, type WorkingCopy } from '#main/host/network/working-copy.ts'
import type { WorkerPool } from '#main/host/worker-pool.ts'
import { afterUpgrade } from '#main/services/book/after-upgrade.ts'
import { takeTurn } from '#main/services/network/network-turn.ts'
import { AppError } from '#shared/errors.ts'
import type { NetworkState } from '#shared/schemas/host.ts'

/** How long another machine may be at its turn before we go on without. */
const givesUpMs = 30_000
/** How long closing waits for a network that does not answer; what is not there yet is brought there next time. */
const closingMs = 20_000

/** Makes the working copy where there is none yet. */
export async function makeWorkingCopy(path: string, copy: WorkingCopy): Promise<void> {
  mkdirSync(dirname(copy.file), { recursive: true, mode: 0o700 })
  const partial = `${copy.file}.part`
  // Nobody puts another state there while it is read.
  const lock = lockBook(path)
  try {
    const there = await stateThere(path)
    if (!(await copyClosedBook(path, partial))) throw new AppError('book/in-use')
    prepareCopy(partial, Date.now(), afterUpgrade)
    renameSync(partial, copy.file)
    if (there !== null) copy.keep({ there, ours: '', at: Date.now() })
  } finally {
    lock.release()
  }
}

export type NetworkBook = {
  /** Theirs into ours, ours there; one at a time. Failures are noted, never thrown: the work goes on. */
  bringTogether(): Promise<void>
  /** The same, for as long as closing may take. */
  bringTogetherBeforeClosing(): Promise<void>
}

type NetworkParts = {
  path: string
  copy: WorkingCopy
  pool: WorkerPool
  tell: (state: NetworkState) => void
}

export function networkBook({ path, copy, pool, tell }: NetworkParts): NetworkBook {
  let running: Promise<void> | null = null
  const ask = async <Result>(kind: 'query' | 'mutation', name: string, input: unknown): Promise<Result> => {
    const reply = await pool.call({ id: 0, kind, path: `inner.network.${name}`, input })
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
    return reply.data as Result
  }
  const takeIn = async (): Promise<number> => {
    const root = dirname(copy.file)
    // What a killed program left behind.
    sweepPrivateFolders(root)
    const folder = privateFolder(root)
    try {
      const fetched = join(folder.path, 'there.quay')
      const isNew = await ask<boolean>('query', 'fetch', { file: path, copy: fetched })
      if (!isNew) return 0
      return await ask<number>('mutation', 'takeIn', { copy: fetched, fileName: basename(path) })
    } finally {
      folder.remove()
    }
  }
  const together = async (): Promise<number> => {
    const last = copy.together()
    const there = await stateThere(path)
    const ours = await fingerprint(pool)
    if (there === null && (await stateThere(dirname(path))) === null) throw new AppError('network/unreachable')
    if (there !== null && there === last?.there && ours === last.ours) return 0
    const turnFile = `${path}-turn`
    const turn = await takeTurn(turnFile, givesUpMs)
    if (turn === null) throw new AppError('network/busy')
    try {
      const publish = () => {
        const had = copy.together()?.ends ?? []
        return ask<Published>('query', 'publish', { target: path, turnFile, token: turn.token, had })
      }
      const now = await stateThere(path)
      let cameIn = now !== null && now !== last?.there ? await takeIn() : 0
      const put = await publish().catch(async (error) => {
        if (!(error instanceof AppError && error.code === 'network/changed')) throw error
        cameIn += await takeIn()
        return publish()
      })
      copy.keep({ there: (await stateThere(path)) ?? '', ours: put.fingerprint, ends: put.ends, at: Date.now() })
      return cameIn
    } finally {
      await turn.end()
    }
  }
  const run = async () => {
    try {
      const cameIn = await together()
      tell({ isReachable: true, togetherAt: copy.together()?.at ?? null, cameIn, problem: null })
    } catch (error) {
      const known = error instanceof AppError ? error : null
      if (!known) logFailure('network', error)
      const isReachable = known !== null && known.code !== 'network/unreachable'
      const problem = known?.code ?? 'network/unreachable'
      tell({ isReachable, togetherAt: copy.together()?.at ?? null, cameIn: 0, problem })
    }
  }
  const bringTogether = () => {
    running ??= run().finally(() => {
      running = null
    })
    return running
  }
  return {
    bringTogether,
    async bringTogetherBeforeClosing() {
      let timer: NodeJS.Timeout | undefined
      // A round that is under way may have begun before the last write.
      const wholly = async () => {
        await running
        await bringTogether()
      }
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, closingMs)
      })
      await Promise.race([wholly(), patience])
      clearTimeout(timer)
    },
  }
}

async function fingerprint(pool: WorkerPool): Promise<string> {
  const reply = await pool.call({ id: 0, kind: 'query', path: 'inner.backups.fingerprint', input: undefined })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  return reply.data as string
}
