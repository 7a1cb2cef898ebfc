// What is at work, how far it is, and how to stop it; and what a change of the user's waits for.
import { Button, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import type { Format } from '#renderer/lib/format.ts'
import { useJobs } from '#renderer/lib/jobs.ts'
import { useJobsOnScreen } from '#renderer/lib/jobs-on-screen.ts'
import { useText } from '#renderer/lib/language.ts'
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { JobState } from '#shared/operation.ts'
import classes from './job-strip.module.css'

export function JobStrip() {
  const { t } = useText()
  const { jobs: all, waitingFor } = useJobs()
  const onScreen = useJobsOnScreen()
  const jobs = all.filter((job) => !onScreen.has(job.id))
  if (jobs.length === 0 && waitingFor === null) return null
  const awaited = all.find((job) => job.id === waitingFor)
  return (
    <section className={classes.strip} aria-label={t('shell.job.running')}>
      {jobs.map((job) => (
        <JobRow key={job.id} job={job} />
      ))}
      {waitingFor !== null ? (
        <p className={classes.waiting} role="status">
          {awaited ? t('shell.waiting', { job: jobName(t, awaited) }) : t('shell.waitingUnknown')}
        </p>
      ) : null}
    </section>
  )
}

function JobRow({ job }: { job: JobState }) {
  const { t, format } = useText()
  const cancel = useMutation({ mutationFn: () => client.host.cancelJob.mutate({ id: job.id }) })
  const share = job.total ? Math.min(100, (job.done / job.total) * 100) : null
  const name = jobName(t, job)
  return (
    <div className={classes.job}>
      <strong>{name}</strong>
      <Progress.Root className={classes.jobBar} size="sm">
        <Progress.Section value={share ?? 100} animated={share === null} aria-label={name} />
      </Progress.Root>
      <span className="q-quiet">{progressText(t, format, job)}</span>
      <Button onClick={() => cancel.mutate()} disabled={cancel.isPending || cancel.isSuccess}>
        {t(cancel.isPending || cancel.isSuccess ? 'shell.job.cancelling' : 'shell.job.cancel')}
      </Button>
    </div>
  )
}

/** Rows are counted; the bytes of a file that is read say nothing to anyone. */
function progressText(t: Translate, format: Format, { kind, done, total }: JobState): string {
  if (total === null) return format.number(done)
  if (/^(imports|copies|backups|health)\./.test(kind)) return format.share(total === 0 ? 1 : Math.min(1, done / total))
  return t('shell.job.progress', { done: format.number(done), total: format.number(total) })
}

function jobName(t: Translate, job: JobState): string {
  const { kinds } = english.shell.job
  // Kinds are procedures, such as `imports.run`; a point would part the key.
  const kind = job.kind.replaceAll('.', '_')
  return kind in kinds ? t(`shell.job.kinds.${kind as keyof typeof kinds}`) : t('shell.job.running')
}
