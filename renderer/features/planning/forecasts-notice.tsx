// Forecasts that are missing or no longer hold, and the job that works them out.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { newJobId } from '#renderer/lib/jobs.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { JobProgress } from '#renderer/ui/steps/job-progress.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ReplenishmentResult } from '#shared/schemas/replenishment.ts'
import classes from './replenishment.module.css'

type Counts = Pick<ReplenishmentResult['counts'], 'missingForecasts' | 'outdatedForecasts'>

export function ForecastsNotice({ counts }: { counts: Counts }) {
  const { t, format } = useText()
  const [job, setJob] = useState<{ id: string; isStopping: boolean } | null>(null)
  const working = useMutation({
    mutationFn: (jobId: string) => client.host.forecasts.work.mutate({ jobId }),
    onSuccess: ({ made }) =>
      notifications.show({
        message: t('replenishment.forecasts.done', { count: made, formatted: format.number(made) }),
      }),
    onError: (error) => {
      if (failureOf(error).code !== 'job/cancelled') sayError(t, error)
    },
    onSettled: () => setJob(null),
  })
  const begin = () => {
    const id = newJobId()
    setJob({ id, isStopping: false })
    working.mutate(id)
  }
  const stop = () => {
    if (!job) return
    setJob({ ...job, isStopping: true })
    client.host.cancelJob.mutate({ id: job.id }).catch((error) => sayError(t, error))
  }
  if (job)
    return (
      <JobProgress
        jobId={job.id}
        title={t('replenishment.forecasts.working')}
        saidOf={(_job, share) => (share === null ? t('replenishment.forecasts.starting') : format.share(share))}
        stop={{
          label: t(job.isStopping ? 'replenishment.forecasts.stopping' : 'replenishment.forecasts.stop'),
          isStopping: job.isStopping,
          onStop: stop,
        }}
        note={t('replenishment.forecasts.stopText')}
      />
    )
  const { missingForecasts: missing, outdatedForecasts: outdated } = counts
  if (missing + outdated === 0) return null
  return (
    <Notice
      className={classes.notice ?? ''}
      actions={
        <WriteGate>
          <Button size="compact-sm" onClick={begin}>
            {t('replenishment.forecasts.work')}
          </Button>
        </WriteGate>
      }
    >
      {t('replenishment.forecasts.said', { missing: format.number(missing), outdated: format.number(outdated) })}
    </Notice>
  )
}
