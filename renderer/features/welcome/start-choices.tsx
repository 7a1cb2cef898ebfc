// The three ways in, and the books that were open before.

import { Button } from '@mantine/core'
import { IconArrowMerge, IconEye, IconFolderOpen, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useHostState } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { choosePlace } from '#renderer/ui/places/choose-place.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { Choice } from './choice.tsx'
import { useFindBook } from './find-book.tsx'
import { NewerBook } from './newer-book.tsx'
import { type Opening, useOpenBook } from './open-a-book.ts'
import { RecentBooks } from './recent-books.tsx'
import classes from './welcome-screen.module.css'
import type { WelcomeView } from './welcome-screen.tsx'

export function StartChoices({ onView }: { onView: (view: WelcomeView) => void }) {
  const { t } = useText()
  const { canBrowse, recent, openError } = useHostState()
  const opening = useOpenBook()
  const finding = useFindBook(opening)
  const [isSeen, setSeen] = useState(false)
  const start = (what: Opening) => {
    setSeen(false)
    opening.mutate(what)
  }
  const failure = opening.error ?? openError
  const isBusy = opening.isPending
  // A copy that somebody sent is brought into the book that one works in.
  const own = recent.find(({ exists }) => exists)
  const openByDialog = async () => {
    try {
      const place = await choosePlace({ what: 'file', kinds: ['book'], title: t('welcome.start.open') })
      if (place) start({ by: 'token', token: place.token })
    } catch (error) {
      sayError(t, error)
    }
  }
  const isNewer = failure !== null && !isBusy && codeOf(failure) === 'book/from-newer-version'
  if (isNewer && !isSeen)
    return (
      <NewerBook
        failure={failure}
        onBack={() => {
          opening.reset()
          setSeen(true)
        }}
      />
    )
  return (
    <>
      <h1 className={classes.title}>{t('welcome.start.title')}</h1>
      <p className={classes.text}>{t('welcome.start.text')}</p>
      {failure && !isBusy && !isNewer ? (
        <Notice tone="bad" className={classes.notice}>
          {errorMessage(t, failure)}
        </Notice>
      ) : null}
      <ul className={classes.choices}>
        <Choice
          icon={<IconPlus {...look} />}
          title={t('welcome.start.new')}
          text={t('welcome.start.newText')}
          isBusy={isBusy}
          onClick={() => onView('new')}
        />
        <Choice
          icon={<IconFolderOpen {...look} />}
          title={t('welcome.start.open')}
          text={t('welcome.start.openText')}
          isBusy={isBusy}
          onClick={() => (canBrowse ? onView('open') : openByDialog())}
        />
        <Choice
          icon={<IconEye {...look} />}
          title={t('welcome.start.sample')}
          text={t('welcome.start.sampleText')}
          isBusy={isBusy}
          onClick={() => start({ by: 'sample' })}
        />
        {own ? (
          <Choice
            icon={<IconArrowMerge {...look} />}
            title={t('merge.welcome.title')}
            text={t('merge.welcome.text', { name: own.companyName })}
            isBusy={isBusy}
            onClick={() => start({ by: 'token', token: own.token, merges: true })}
          />
        ) : null}
      </ul>
      <Button variant="subtle" className={classes.encrypted} disabled={isBusy} onClick={() => onView('encrypted')}>
        {t('copies.open.fromStart')}
      </Button>
      <p className={classes.status} role="status">
        {isBusy ? t(opening.variables?.by === 'sample' ? 'welcome.start.makingSample' : 'welcome.start.opening') : ''}
      </p>
      <RecentBooks
        books={recent}
        isBusy={isBusy}
        onOpen={(token) => start({ by: 'token', token })}
        onFind={finding.find}
      />
      {finding.question}
    </>
  )
}

const look = { size: 20, stroke: 1.5, 'aria-hidden': true } as const

function codeOf(failure: Error | { code: string }): string {
  return 'code' in failure ? failure.code : failureOf(failure).code
}
