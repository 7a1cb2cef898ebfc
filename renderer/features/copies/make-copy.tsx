// Makes a copy: what goes into it, how it is protected, where to; then how far it is, and what came of it.
import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useHostState } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { CopyProgress } from '#renderer/ui/encrypted-copy/copy-progress.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import type { CopyFacts } from '#shared/schemas/copies.ts'
import classes from './copies.module.css'
import { CopyContents } from './copy-contents.tsx'
import { CopyResult } from './copy-result.tsx'
import { firstWish, isReady } from './copy-wish.ts'
import { PassphraseFields } from './passphrase-fields.tsx'
import { useMakeCopy } from './use-make-copy.ts'

export function MakeCopy({ facts }: { facts: CopyFacts }) {
  const { t, format } = useText()
  const { canBrowse } = useHostState()
  const [wish, setWish] = useState(firstWish)
  const [isTried, setTried] = useState(false)
  const making = useMakeCopy(facts.companyName)
  const { running, made, error } = making
  if (running) return <CopyProgress title={t('copies.make.working')} jobId={running} />
  if (made) {
    const again = () => {
      setWish(firstWish)
      setTried(false)
      making.reset()
    }
    return <CopyResult made={made} onAnother={again} />
  }
  const make = (to: 'place' | 'download') => {
    setTried(true)
    if (isReady(wish)) making.make(wish, to)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    make('place')
  }
  const bytes = facts.bytes - (wish.kind === 'redacted' || !wish.withFiles ? facts.fileBytes : 0)
  return (
    <form className={classes.form} onSubmit={onSubmit} aria-label={t('copies.make.title')}>
      <CopyContents wish={wish} onChange={setWish} facts={facts} isTried={isTried} />
      <PassphraseFields wish={wish} onChange={setWish} isTried={isTried} />
      {error ? <Notice tone="bad">{errorMessage(t, error)}</Notice> : null}
      <div className={classes.actions}>
        <Button type="submit" variant="filled">
          {t('copies.make.save')}
        </Button>
        {canBrowse ? <Button onClick={() => make('download')}>{t('copies.make.download')}</Button> : null}
        <span className={classes.text} data-figure>
          {t('copies.make.size', { size: format.fileSize(Math.max(0, bytes)) })}
        </span>
      </div>
    </form>
  )
}
