// Holds the book against a file of heads that was kept elsewhere.
import { Button, FileButton, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { newJobId, useJobs } from '#renderer/lib/jobs.ts'
import { useShowsJob } from '#renderer/lib/jobs-on-screen.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { AppError } from '#shared/errors.ts'
import { type HeadsFile, headsFileSchema } from '#shared/schemas/heads.ts'
import classes from './proof.module.css'
import { ProofResult } from './proof-result.tsx'

const mostBytes = 4_000_000

async function readHeads(file: File): Promise<HeadsFile> {
  try {
    if (file.size > mostBytes) throw new RangeError('too large')
    return headsFileSchema.parse(JSON.parse(await file.text()))
  } catch {
    throw new AppError('book/not-heads')
  }
}

export function CheckHeads() {
  const { t } = useText()
  const [jobId, setJobId] = useState('')
  const check = useMutation({
    mutationFn: async (file: File) => {
      const heads = await readHeads(file)
      const id = newJobId()
      setJobId(id)
      return client.book.prove.query({ heads, jobId: id })
    },
  })
  const choose = (file: File | null) => {
    if (file) check.mutate(file)
  }
  return (
    <>
      <p className={classes.text}>{t('proof.checkText')}</p>
      <FileButton onChange={choose} accept="application/json,.json" disabled={check.isPending}>
        {(props) => (
          <Button {...props} loading={check.isPending}>
            {t('proof.choose')}
          </Button>
        )}
      </FileButton>
      {check.isPending ? <Checking jobId={jobId} /> : null}
      {check.error ? <Notice tone="bad">{errorMessage(t, check.error)}</Notice> : null}
      {check.data ? <ProofResult proof={check.data} /> : null}
    </>
  )
}

function Checking({ jobId }: { jobId: string }) {
  const { t, format } = useText()
  const { jobs } = useJobs()
  useShowsJob(jobId)
  const job = jobs.find(({ id }) => id === jobId)
  const [done, total] = [job?.done ?? 0, job?.total ?? 0]
  const said = t('proof.checking', { done: format.number(done), total: format.number(total) })
  return (
    <div className={classes.progress}>
      <Progress.Root size="sm" w="100%">
        <Progress.Section value={total > 0 ? (done / total) * 100 : 100} animated={total === 0} aria-label={said} />
      </Progress.Root>
      <p role="status" data-figure>
        {said}
      </p>
      <Button onClick={() => void client.host.cancelJob.mutate({ id: jobId })}>{t('proof.stop')}</Button>
    </div>
  )
}
