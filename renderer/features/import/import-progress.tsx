// How far the trial run or the import is, and how to stop it.
import { Button, Progress } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useJobs } from '#renderer/lib/jobs.ts'
import { useShowsJob } from '#renderer/lib/jobs-on-screen.ts'
import { useText } from '#renderer/lib/language.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { JobState } from '#shared/operation.ts'
import { importKinds } from '#shared/schemas/imports.ts'
import classes from './import-progress.module.css'
import { stopRunning } from './run-session.ts'
import type { ImportSession } from './session-store.ts'

export function ImportProgress({ running }: { running: NonNullable<ImportSession['running']> }) {
  const { t, format } = useText()
  const { jobs } = useJobs()
  useShowsJob(running.jobId)
  const job = jobs.find(({ id }) => id === running.jobId)
  const share = job?.total ? Math.min(1, job.done / job.total) : null
  const phase = phaseInWords(t, job)
  const region = useRef<HTMLElement>(null)
  useEffect(() => region.current?.focus(), [])
  const title = t(`import.progress.${running.kind}`)
  return (
    // Not the button: whoever pressed Enter a moment ago must not stop it by pressing it again.
    <section ref={region} className={classes.progress} tabIndex={-1} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <Progress.Root size="sm" w="100%">
        <Progress.Section value={(share ?? 1) * 100} animated={share === null} aria-label={title} />
      </Progress.Root>
      <p className={classes.phase} role="status">
        {share === null ? phase : t('import.progress.phase', { phase, done: format.share(share) })}
      </p>
      <Button onClick={stopRunning} disabled={running.isStopping}>
        {t(running.isStopping ? 'import.progress.stopping' : 'import.progress.stop')}
      </Button>
      <p className={classes.note}>{t('import.progress.stopText')}</p>
    </section>
  )
}

/** Phases are `import.<kind>` while rows are read. */
function phaseInWords(t: Translate, job: JobState | undefined): string {
  const kind = importKinds.find((one) => job?.phase === `import.${one}`)
  if (kind) return t(`import.kinds.${kind}`)
  return t(job?.phase === 'import.settling' ? 'import.progress.settling' : 'import.progress.starting')
}
