// How far the look or the merge is, and how to stop it.
import { Button, Progress } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useJobs } from '#renderer/lib/jobs.ts'
import { useShowsJob } from '#renderer/lib/jobs-on-screen.ts'
import { useText } from '#renderer/lib/language.ts'
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import classes from './merge-progress.module.css'
import type { MergeSession } from './merge-session.ts'
import { stopRunning } from './run-merge.ts'

export function MergeProgress({ running }: { running: NonNullable<MergeSession['running']> }) {
  const { t, format } = useText()
  const { jobs } = useJobs()
  useShowsJob(running.jobId)
  const job = jobs.find(({ id }) => id === running.jobId)
  const share = job?.total ? Math.min(1, job.done / job.total) : null
  const phase = phaseInWords(t, running.kind, job?.phase)
  const region = useRef<HTMLElement>(null)
  useEffect(() => region.current?.focus(), [])
  const title = t(`merge.progress.${running.kind}`)
  return (
    // Not the button: whoever pressed Enter a moment ago must not stop it by pressing it again.
    <section ref={region} className={classes.progress} tabIndex={-1} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <Progress.Root size="sm" w="100%">
        <Progress.Section value={(share ?? 1) * 100} animated={share === null} aria-label={title} />
      </Progress.Root>
      <p className={classes.phase} role="status">
        {share === null ? phase : t('merge.progress.phase', { phase, done: format.share(share) })}
      </p>
      <Button onClick={stopRunning} disabled={running.isStopping}>
        {t(running.isStopping ? 'merge.progress.stopping' : 'merge.progress.stop')}
      </Button>
      <p className={classes.note}>{t(running.kind === 'run' ? 'merge.progress.runText' : 'merge.progress.lookText')}</p>
    </section>
  )
}

/** Phases are `merge.copying` and the like; before the first of a merge its backup is made. */
function phaseInWords(t: Translate, kind: 'send' | 'look' | 'run', phase: string | undefined): string {
  const { phases } = english.merge.progress
  const name = phase?.replace(/^merge\./, '') ?? (kind === 'run' ? 'backup' : 'starting')
  return t(`merge.progress.phases.${name in phases ? (name as keyof typeof phases) : 'starting'}`)
}
