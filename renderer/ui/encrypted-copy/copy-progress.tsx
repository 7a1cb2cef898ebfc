// How far a copy is, and how to stop it.
import { Button, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useJobs } from '#renderer/lib/jobs.ts'
import { useShowsJob } from '#renderer/lib/jobs-on-screen.ts'
import { useText } from '#renderer/lib/language.ts'
import { english } from '#shared/i18n/english.ts'
import classes from './encrypted-copy.module.css'

type PhaseKey = keyof typeof english.copies.phases

export function CopyProgress({ title, jobId }: { title: string; jobId: string }) {
  const { t, format } = useText()
  const { jobs } = useJobs()
  useShowsJob(jobId)
  const cancel = useMutation({ mutationFn: () => client.host.cancelJob.mutate({ id: jobId }) })
  const job = jobs.find(({ id }) => id === jobId)
  const share = job?.total ? Math.min(1, job.done / job.total) : null
  const phase = t(`copies.phases.${job && job.phase in english.copies.phases ? (job.phase as PhaseKey) : 'start'}`)
  const region = useRef<HTMLElement>(null)
  useEffect(() => region.current?.focus(), [])
  const isStopping = cancel.isPending || cancel.data === true
  return (
    // Not the button: whoever pressed Enter a moment ago must not stop it by pressing it again.
    <section ref={region} className={classes.progress} tabIndex={-1} aria-label={title}>
      <strong>{title}</strong>
      <Progress.Root size="sm" w="100%">
        <Progress.Section value={(share ?? 1) * 100} animated={share === null} aria-label={title} />
      </Progress.Root>
      <p role="status" data-figure>
        {share === null ? phase : `${phase} · ${format.share(share)}`}
      </p>
      <Button onClick={() => cancel.mutate()} disabled={isStopping}>
        {t(isStopping ? 'copies.make.stopping' : 'copies.make.stop')}
      </Button>
      <p className={classes.text}>{t('copies.make.stopText')}</p>
    </section>
  )
}
