// The check of the book: begun here, followed, stopped; what it found last stands with its date.
import { Button, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { newJobId, useJobs } from '#renderer/lib/jobs.ts'
import { useShowsJob } from '#renderer/lib/jobs-on-screen.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { english } from '#shared/i18n/english.ts'
import type { HealthCheck } from '#shared/schemas/health.ts'
import classes from './health.module.css'
import { problemOf } from './health-words.ts'

export function CheckBook({ last }: { last: HealthCheck | null }) {
  const { t } = useText()
  const { access } = useBook()
  const [jobId] = useState(newJobId)
  useShowsJob(jobId)
  const check = useMutation({
    mutationFn: () => client.host.health.check.mutate({ jobId }),
    onError: (error) => sayError(t, error),
  })
  if (access.mode === 'read' && access.reason === 'past') return <Notice>{t('errors.health/past')}</Notice>
  return (
    <div className={classes.check}>
      {last === null ? <p className="q-quiet">{t('health.never')}</p> : <Result check={last} />}
      {check.isPending ? (
        <Running jobId={jobId} />
      ) : (
        <Button variant="filled" onClick={() => check.mutate()}>
          {t('health.check')}
        </Button>
      )}
    </div>
  )
}

function Running({ jobId }: { jobId: string }) {
  const { t } = useText()
  const job = useJobs().jobs.find(({ id }) => id === jobId)
  const { phases } = english.health
  const phase =
    job && job.phase in phases ? t(`health.phases.${job.phase as keyof typeof phases}`) : t('health.checking')
  const share = job?.total ? Math.min(100, (job.done / job.total) * 100) : null
  return (
    <div className={classes.running} role="status">
      <span>{phase}</span>
      <Progress.Root className={classes.bar} size="sm">
        <Progress.Section value={share ?? 100} animated={share === null} aria-label={t('health.checking')} />
      </Progress.Root>
      <Button onClick={() => void client.host.cancelJob.mutate({ id: jobId })}>{t('health.stop')}</Button>
    </div>
  )
}

function Result({ check }: { check: HealthCheck }) {
  const { t, format } = useText()
  const { operations, orders, products } = check.counts
  const count = check.unprovable
  return (
    <>
      <Notice
        className={classes.problem}
        tone={check.ok ? 'good' : 'bad'}
        title={t(check.ok ? 'health.sound' : 'health.unsound')}
      >
        {t('health.checked', {
          at: format.instant(check.at),
          changes: format.number(operations),
          orders: format.number(orders),
          products: format.number(products),
        })}{' '}
        {count > 0 ? t('health.unprovable', { count, formatted: format.number(count) }) : null}
      </Notice>
      {check.problems.map((problem) => (
        <Problem key={problem.code} problem={problem} />
      ))}
    </>
  )
}

function Problem({ problem: { code, count, where } }: { problem: HealthCheck['problems'][number] }) {
  const { t, format } = useText()
  const kind = problemOf(code)
  return (
    <Notice
      className={classes.problem}
      tone="warn"
      title={`${t(`health.problems.${kind}.title`)} · ${t('health.found', { count, formatted: format.number(count) })}`}
    >
      {t(`health.problems.${kind}.text`)}
      <p className={classes.where}>{t('health.details', { where: `${code}: ${where.join('; ')}` })}</p>
    </Notice>
  )
}
