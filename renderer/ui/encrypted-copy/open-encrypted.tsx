// Opens an encrypted copy as a book of its own file.
import { Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { newJobId } from '#renderer/lib/jobs.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { choosePlace } from '#renderer/ui/places/choose-place.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import type { ChosenPlace } from '#shared/schemas/places.ts'
import { CopyProgress } from './copy-progress.tsx'
import classes from './encrypted-copy.module.css'

export function OpenEncrypted() {
  const { t, format } = useText()
  const [file, setFile] = useState<ChosenPlace | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const opening = useOpening(() => setPassphrase(''))
  const choose = useMutation({
    mutationFn: () => choosePlace({ what: 'file', kinds: ['encrypted'], title: t('copies.open.file') }),
    onSuccess(chosen) {
      if (!chosen) return
      setFile(chosen)
      setPassphrase('')
      opening.reset()
    },
    onError: (error) => sayError(t, error),
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (file && passphrase.trim() !== '') opening.open(file, passphrase)
  }
  const { done } = opening
  if (opening.running) return <CopyProgress title={t('copies.open.working')} jobId={opening.running} />
  return (
    <>
      <p className={classes.text}>{t('copies.open.text')}</p>
      <Button onClick={() => choose.mutate()}>{t('copies.open.choose')}</Button>
      {file && !done ? (
        <form className={classes.part} onSubmit={onSubmit} aria-label={t('copies.open.title')}>
          <p>
            <strong>{file.name}</strong>
            {file.size === null ? null : ` · ${format.fileSize(file.size)}`}
          </p>
          <PasswordInput
            w={320}
            maw="100%"
            label={t('copies.passphrase.field')}
            autoComplete="off"
            data-autofocus
            value={passphrase}
            error={opening.error ? errorMessage(t, opening.error) : null}
            visibilityToggleButtonProps={{ 'aria-label': t('copies.passphrase.show'), tabIndex: 0 }}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <Button type="submit" variant="filled" disabled={passphrase.trim() === ''}>
            {t('copies.open.open')}
          </Button>
        </form>
      ) : null}
      {done ? (
        <Notice
          tone="good"
          actions={<Button onClick={() => opening.openBook(done.token)}>{t('copies.open.openNow')}</Button>}
        >
          <p>
            {t('copies.open.done', { name: done.name, size: format.fileSize(done.size), company: done.companyName })}
          </p>
        </Notice>
      ) : null}
    </>
  )
}

function useOpening(onDone: () => void) {
  const { t } = useText()
  const [running, setRunning] = useState<string | null>(null)
  const run = useMutation({
    mutationFn: async ({ file, passphrase }: { file: ChosenPlace; passphrase: string }) => {
      const name = file.name.replace(/(\.quay)?\.age$/i, '.quay')
      const place = await choosePlace({ what: 'target', kind: 'book', name, title: t('copies.open.target') })
      if (place === null) return null
      const jobId = newJobId()
      setRunning(jobId)
      return client.host.copies.open.mutate({
        file: file.token,
        passphrase,
        target: place.token,
        // The chooser asked before it took a file that is there.
        replace: true,
        jobId,
      })
    },
    onSuccess: (opened) => opened && onDone(),
    onSettled: () => setRunning(null),
  })
  const book = useMutation({
    mutationFn: (token: string) => client.host.openBook.mutate({ token }),
    onError: (error) => sayError(t, error),
  })
  const isStopped = run.error !== null && failureOf(run.error).code === 'job/cancelled'
  return {
    running,
    done: run.data ?? null,
    error: isStopped ? null : run.error,
    open: (file: ChosenPlace, passphrase: string) => run.mutate({ file, passphrase }),
    openBook: (token: string) => book.mutate(token),
    reset: run.reset,
  }
}
