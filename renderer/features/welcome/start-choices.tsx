// The three ways in, and the books that were open before.

import { IconBook2, IconEye, IconFolderOpen, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useHostState } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { choosePlace } from '#renderer/ui/places/choose-place.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import type { RecentBook } from '#shared/schemas/host.ts'
import { type Opening, useOpenBook } from './open-a-book.ts'
import classes from './welcome-screen.module.css'
import type { WelcomeView } from './welcome-screen.tsx'

export function StartChoices({ onView }: { onView: (view: WelcomeView) => void }) {
  const { t } = useText()
  const { canBrowse, recent, openError } = useHostState()
  const opening = useOpenBook()
  const start = (what: Opening) => opening.mutate(what)
  const failure = opening.error ?? openError
  const isBusy = opening.isPending
  const openByDialog = async () => {
    try {
      const place = await choosePlace({ what: 'file', kinds: ['book'], title: t('welcome.start.open') })
      if (place) start({ by: 'token', token: place.token })
    } catch (error) {
      sayError(t, error)
    }
  }
  return (
    <>
      <h1 className={classes.title}>{t('welcome.start.title')}</h1>
      <p className={classes.text}>{t('welcome.start.text')}</p>
      {failure && !isBusy ? (
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
      </ul>
      <p className={classes.status} role="status">
        {isBusy ? t(opening.variables?.by === 'sample' ? 'welcome.start.makingSample' : 'welcome.start.opening') : ''}
      </p>
      <RecentBooks books={recent} isBusy={isBusy} onOpen={(token) => start({ by: 'token', token })} />
    </>
  )
}

const look = { size: 20, stroke: 1.5, 'aria-hidden': true } as const

function RecentBooks({
  books,
  isBusy,
  onOpen,
}: {
  books: readonly RecentBook[]
  isBusy: boolean
  onOpen: (token: string) => void
}) {
  const { t } = useText()
  if (books.length === 0) return null
  return (
    <>
      <h2 className={classes.section}>{t('welcome.start.recent')}</h2>
      <ul className={classes.choices}>
        {books.map(({ token, companyName, fileName, folder, exists }) => (
          <Choice
            key={token}
            icon={<IconBook2 {...look} />}
            title={companyName}
            text={`${fileName} · ${exists ? folder : t('welcome.start.gone')}`}
            isBusy={isBusy || !exists}
            onClick={() => onOpen(token)}
          />
        ))}
      </ul>
    </>
  )
}

type ChoiceProps = { icon: ReactNode; title: string; text: string; isBusy?: boolean; onClick: () => void }

/** One line that can be clicked: an icon, what it does, a word more. */
export function Choice({ icon, title, text, isBusy = false, onClick }: ChoiceProps) {
  return (
    <li>
      <button type="button" className={classes.choice} disabled={isBusy} onClick={onClick}>
        {icon}
        <span>
          <span className={classes.choiceTitle}>{title}</span>
          <span className={classes.choiceText}>{text}</span>
        </span>
      </button>
    </li>
  )
}
