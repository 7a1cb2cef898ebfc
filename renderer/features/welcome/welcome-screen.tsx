// Before a book is open: look round in a sample, open a book, or make one.
import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { NewBook } from './new-book.tsx'
import { OpenBook } from './open-book.tsx'
import { OpenEncryptedCopy } from './open-encrypted-copy.tsx'
import { StartChoices } from './start-choices.tsx'
import classes from './welcome-screen.module.css'

export type WelcomeView = 'start' | 'open' | 'new' | 'encrypted'

/** `corner` holds the switches of language and theme, which belong to the shell. */
export function WelcomeScreen({ corner }: { corner?: ReactNode }) {
  const { t } = useText()
  const [view, setView] = useState<WelcomeView>('start')
  useEffect(() => {
    document.title = `${t('welcome.start.title')} · Quayside`
  }, [t])
  const back = () => setView('start')
  return (
    <div className={classes.screen}>
      <header className={classes.top}>
        <span className={classes.mark} aria-hidden>
          Q
        </span>
        <span className={classes.name}>Quayside</span>
        <div className={classes.corner}>{corner}</div>
      </header>
      <main className={classes.content}>
        {view === 'start' ? <StartChoices onView={setView} /> : null}
        {view === 'open' ? <OpenBook onBack={back} /> : null}
        {view === 'encrypted' ? <OpenEncryptedCopy onBack={back} /> : null}
        {view === 'new' ? <NewBook onBack={back} /> : null}
      </main>
    </div>
  )
}
