// Bringing copies together: the other copy, what it brings, where both changed the same, what the books say after it, and then
// one button. One screen, so that nothing is lost between.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useCarriedCopy } from '#renderer/lib/carried-copy.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { useFileDrop } from '#renderer/lib/use-file-drop.ts'
import { Page } from '#renderer/ui/page.tsx'
import { AfterStep } from './after-step.tsx'
import { ChooseStep } from './choose-step.tsx'
import { DecideStep } from './decide-step.tsx'
import { useAskBeforeLeaving } from './decision-steps.ts'
import { DoneStep } from './done-step.tsx'
import { MergeProgress } from './merge-progress.tsx'
import { changeSession, type MergeSession, newSession, setSession, useSession } from './merge-session.ts'
import { MergeSteps } from './merge-steps.tsx'
import { ReportStep } from './report-step.tsx'
import { lookAt, lookAtFile, startOver } from './run-merge.ts'

export function MergeScreen() {
  const { t } = useText()
  const { uid } = useBook()
  const session = useSession()
  const isOther = session.bookUid !== uid
  useEffect(() => {
    if (isOther) setSession(newSession(uid))
  }, [uid, isOther])
  const isOver = useCopyDrop(session)
  useAskBeforeLeaving(session.decided.back.length > 0 && session.stage !== 'done')
  useCarriedCopy(({ token, name }) => {
    // Before the first picture the session may still be that of another book.
    if (isOther) setSession(newSession(uid))
    if (!session.running) void lookAt({ token, name })
  })
  if (isOther) return null
  return (
    <Page
      title={t('merge.title')}
      subtitle={t('merge.subtitle')}
      fills
      actions={session.report && !session.running ? <Button onClick={startOver}>{t('merge.startOver')}</Button> : null}
    >
      <MergeSteps session={session} />
      {session.running ? <MergeProgress running={session.running} /> : <Step session={session} isOver={isOver} />}
    </Page>
  )
}

function Step({ session, isOver }: { session: MergeSession; isOver: boolean }) {
  const { stage, report, result } = session
  if (stage === 'done' && result) return <DoneStep result={result} />
  if (!report || stage === 'choose') return <ChooseStep session={session} isOver={isOver} />
  const props = { report, decisions: session.decisions, error: session.error }
  if (stage === 'decide') return <DecideStep {...props} />
  if (stage === 'after') return <AfterStep {...props} />
  return <ReportStep {...props} />
}

/** A copy let go anywhere in the window is looked at; one at a time. */
function useCopyDrop({ running }: MergeSession): boolean {
  const { t } = useText()
  const say = (message: string) => notifications.show({ color: 'red', message })
  const take = (files: File[]) => {
    const [file, ...others] = files
    if (!file || others.length > 0) return say(t('merge.choose.oneAtATime'))
    changeSession({ stage: 'choose' })
    void lookAtFile(file)
  }
  return useFileDrop({
    read: async (transfer) => [...transfer.files],
    onFiles: running ? null : take,
    onFailure: () => say(t('merge.choose.unreadable')),
  })
}
