// A worker thread without a book, for work on files that are closed: restoring, rescuing, looking into a backup. It is
// started for one call and ends with it, so that the host's own thread stays free.
import { startWorker } from '#main/host/pool-worker.ts'
import { AppError } from '#shared/errors.ts'
import type { Envelope, HostEvent } from '#shared/operation.ts'

export type Porter = {
  /** Does one piece of work; its failure is thrown as the AppError it is. */
  carry<Result>(call: Pick<Envelope, 'kind' | 'path' | 'input'>): Promise<Result>
  cancelJob(id: string): boolean
}

type PorterParts = {
  memoryFolder: string
  shelfFolder: string
  onEvent: (event: HostEvent) => void
  /** Where the bundled worker lies; beside this bundle unless tests say otherwise. */
  workerFile?: URL
}

export function porter(parts: PorterParts): Porter {
  const working = new Set<{ cancelJob(id: string): boolean }>()
  return {
    async carry<Result>(call: Pick<Envelope, 'kind' | 'path' | 'input'>) {
      const worker = await startWorker({ ...parts, role: 'porter', file: '', create: null, onCrash: () => {} })
      working.add(worker)
      try {
        const { reply } = await worker.call({ id: 1, ...call })
        if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
        return reply.data as Result
      } finally {
        working.delete(worker)
        await worker.close()
      }
    },
    cancelJob: (id) => [...working].some((worker) => worker.cancelJob(id)),
  }
}
