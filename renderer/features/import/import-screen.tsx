// Import: files and their columns, a trial run in words, then the import itself. One screen, so that nothing is lost between.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { takeCarriedFiles } from '#renderer/lib/carried-files.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { useFileDrop } from '#renderer/lib/use-file-drop.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { droppedFiles } from './dropped-files.ts'
import { addFiles, mostFiles } from './file-queue.ts'
import { FilesStep } from './files-step.tsx'
import { ImportProgress } from './import-progress.tsx'
import { ImportSteps } from './import-steps.tsx'
import { ReportStep } from './report-step.tsx'
import { newSession, setSession, useSession } from './session-store.ts'
import { TrialStep } from './trial-step.tsx'

export function ImportScreen() {
  const { t } = useText()
  const { uid, baseCurrency } = useBook()
  const session = useSession()
  useEffect(() => {
    setSession((before) => (before.bookUid === uid ? before : newSession(uid)))
  }, [uid])
  const { takeFiles, sayUnreadable } = useTakeFiles()
  useCarriedFiles(takeFiles)
  const isOver = useFileDrop({
    read: droppedFiles,
    onFiles: session.running ? null : takeFiles,
    onFailure: sayUnreadable,
  })
  const isFirst = useIsFirst() && session.stage !== 'done'
  const hasFiles = session.files.length > 0
  return (
    <Page
      title={t(isFirst ? 'import.first.title' : 'import.title')}
      subtitle={t(isFirst ? 'import.first.subtitle' : 'import.subtitle')}
      fills
      actions={
        <>
          {hasFiles && !session.running ? (
            <Button onClick={() => setSession(() => newSession(uid))}>{t('import.files.startOver')}</Button>
          ) : null}
          {isFirst && !hasFiles ? <LinkButton to="/">{t('import.first.skip')}</LinkButton> : null}
        </>
      }
    >
      <ImportSteps stage={session.stage} />
      {session.running ? <ImportProgress running={session.running} /> : null}
      {!session.running && session.stage === 'files' ? (
        <FilesStep session={session} isOver={isOver} onFiles={takeFiles} bookCurrency={baseCurrency} />
      ) : null}
      {!session.running && session.stage === 'trial' && session.trial ? (
        <TrialStep session={session} trial={session.trial} />
      ) : null}
      {!session.running && session.stage === 'done' && session.report ? (
        <ReportStep report={session.report} isOver={isOver} onFiles={takeFiles} />
      ) : null}
    </Page>
  )
}

/** Files that another screen handed over. */
function useCarriedFiles(takeFiles: (files: File[]) => void) {
  const take = useRef(takeFiles)
  take.current = takeFiles
  useEffect(() => {
    const files = takeCarriedFiles()
    if (files.length > 0) take.current(files)
  }, [])
}

/** A new book begins here: the address says so. */
function useIsFirst(): boolean {
  const { first } = useSearch({ strict: false }) as Record<string, unknown>
  return first === true
}

function useTakeFiles() {
  const { t, format } = useText()
  const say = (message: string) => notifications.show({ color: 'red', message })
  const takeFiles = (files: File[]) => {
    if (files.length === 0) return say(t('import.drop.noTables'))
    const count = addFiles(files)
    if (count === 0) return
    say(t('import.drop.tooMany', { count, formatted: format.number(count), most: format.number(mostFiles) }))
  }
  return { takeFiles, sayUnreadable: () => say(t('import.drop.unreadable')) }
}
