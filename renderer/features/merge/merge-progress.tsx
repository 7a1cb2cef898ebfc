// How far the look or the merge is, and how to stop it.
import { useText } from '#renderer/lib/language.ts'
import { JobProgress } from '#renderer/ui/steps/job-progress.tsx'
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { MergeSession } from './merge-session.ts'
import { stopRunning } from './run-merge.ts'

export function MergeProgress({ running }: { running: NonNullable<MergeSession['running']> }) {
  const { t, format } = useText()
  const { kind, isStopping } = running
  return (
    <JobProgress
      jobId={running.jobId}
      title={t(`merge.progress.${kind}`)}
      saidOf={(job, share) => {
        const phase = phaseInWords(t, kind, job?.phase)
        return share === null ? phase : t('merge.progress.phase', { phase, done: format.share(share) })
      }}
      stop={{
        label: t(isStopping ? 'merge.progress.stopping' : 'merge.progress.stop'),
        isStopping,
        onStop: stopRunning,
      }}
      note={t(kind === 'run' ? 'merge.progress.runText' : 'merge.progress.lookText')}
    />
  )
}

/** Phases are `merge.copying` and the like; before the first of a merge its backup is made. */
function phaseInWords(t: Translate, kind: 'send' | 'look' | 'run', phase: string | undefined): string {
  const { phases } = english.merge.progress
  const name = phase?.replace(/^merge\./, '') ?? (kind === 'run' ? 'backup' : 'starting')
  return t(`merge.progress.phases.${name in phases ? (name as keyof typeof phases) : 'starting'}`)
}
