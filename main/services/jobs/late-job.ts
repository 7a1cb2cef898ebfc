// A job that is only said once it has taken a while: what is done in a moment would just flash by.
import type { JobHandle } from '#main/services/jobs/job.ts'

const quietMs = 600

/** `start` makes the job that is reported; called at the first sign of progress after the quiet time, or never. */
export function lateJob(start: () => JobHandle): JobHandle {
  const startedAt = performance.now()
  let job: JobHandle | null = null
  return {
    progress(phase, done, total) {
      if (job === null && performance.now() - startedAt > quietMs) job = start()
      job?.progress(phase, done, total)
    },
    stopIfCancelled: () => job?.stopIfCancelled(),
    finish: (error) => job?.finish(error),
  }
}
