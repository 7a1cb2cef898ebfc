// How far a job is that a step waits for, and how to stop it.
import { Button, Progress } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useJobs } from '#renderer/lib/jobs.ts'
import { useShowsJob } from '#renderer/lib/jobs-on-screen.ts'
import type { JobState } from '#shared/operation.ts'

import classes from './job-progress.module.css'

type JobProgressProps = {
  jobId: string
  title: string
  /** What it does now; `share` (0 to 1) is null while nobody knows how much there is. The job is not there before it began. */
  saidOf: (job: JobState | undefined, share: number | null) => string
  stop: { label: string; isStopping: boolean; onStop: () => void }
  note: string
}

export function JobProgress({ jobId, title, saidOf, stop, note }: JobProgressProps) {
  const { jobs } = useJobs()
  useShowsJob(jobId)
  const job = jobs.find(({ id }) => id === jobId)
  const share = job?.total ? Math.min(1, job.done / job.total) : null
  const region = useRef<HTMLElement>(null)
  useEffect(() => region.current?.focus(), [])
  return (
    // Not the button: whoever pressed Enter a moment ago must not stop it by pressing it again.
    <section ref={region} className={classes.progress} tabIndex={-1} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <Progress.Root size="sm" w="100%">
        <Progress.Section value={(share ?? 1) * 100} animated={share === null} aria-label={title} />
      </Progress.Root>
      <p className={classes.phase} role="status">
        {saidOf(job, share)}
      </p>
      <Button onClick={stop.onStop} disabled={stop.isStopping}>
        {stop.label}
      </Button>
      <p className={classes.note}>{note}</p>
    </section>
  )
}
