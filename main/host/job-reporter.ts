// A job as it runs in a worker: reports are posted while the thread is busy, the wish to stop comes through shared memory.

import { failureOf } from '#main/host/run-envelope.ts'
import { cancelled, type JobHandle } from '#main/services/jobs/job.ts'
import { AppError } from '#shared/errors.ts'
import type { JobState } from '#shared/operation.ts'

const reportEveryMs = 100

type JobParts = { id: string; kind: string; stopFlag: SharedArrayBuffer; report: (job: JobState) => void }

export function jobReporter({ id, kind, stopFlag, report }: JobParts): JobHandle {
  const stop = new Int32Array(stopFlag)
  Atomics.store(stop, 0, 0)
  let state: JobState = { id, kind, phase: 'start', done: 0, total: null, status: 'running' }
  let reportedAt = 0
  report(state)
  return {
    progress(phase, done, total) {
      const isNewPhase = phase !== state.phase
      state = { ...state, phase, done, total }
      if (!isNewPhase && performance.now() - reportedAt < reportEveryMs) return
      reportedAt = performance.now()
      report(state)
    },
    stopIfCancelled() {
      if (Atomics.load(stop, 0) === 1) throw cancelled()
    },
    finish(error) {
      if (error === undefined) report({ ...state, status: 'done' })
      else if (error instanceof AppError && error.code === 'job/cancelled') report({ ...state, status: 'cancelled' })
      else report({ ...state, status: 'failed', error: failureOf(error, kind) })
    },
  }
}
