// How far the trial run or the import is, and how to stop it.
import { useText } from '#renderer/lib/language.ts'
import { JobProgress } from '#renderer/ui/steps/job-progress.tsx'
import type { Translate } from '#shared/i18n/translate.ts'
import type { JobState } from '#shared/operation.ts'
import { importKinds } from '#shared/schemas/imports.ts'
import { stopRunning } from './run-session.ts'
import type { ImportSession } from './session-store.ts'

export function ImportProgress({ running }: { running: NonNullable<ImportSession['running']> }) {
  const { t, format } = useText()
  const { isStopping } = running
  return (
    <JobProgress
      jobId={running.jobId}
      title={t(`import.progress.${running.kind}`)}
      saidOf={(job, share) => {
        const phase = phaseInWords(t, job)
        return share === null ? phase : t('import.progress.phase', { phase, done: format.share(share) })
      }}
      stop={{
        label: t(isStopping ? 'import.progress.stopping' : 'import.progress.stop'),
        isStopping,
        onStop: stopRunning,
      }}
      note={t('import.progress.stopText')}
    />
  )
}

/** Phases are `import.<kind>` while rows are read. */
function phaseInWords(t: Translate, job: JobState | undefined): string {
  const kind = importKinds.find((one) => job?.phase === `import.${one}`)
  if (kind) return t(`import.kinds.${kind}`)
  return t(job?.phase === 'import.settling' ? 'import.progress.settling' : 'import.progress.starting')
}
