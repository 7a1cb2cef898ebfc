// The trial run in words and counts, with every refused row, before anything is changed.

import { Button } from '@mantine/core'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { StepBar } from '#renderer/ui/steps/step-bar.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ImportReport } from '#shared/schemas/imports.ts'
import { ChannelResults } from './channel-results.tsx'
import { CountsTable } from './counts-table.tsx'
import { isReady } from './file-readiness.ts'
import { MissingReferences } from './missing-references.tsx'
import { NotedRows } from './noted-rows.tsx'
import { RefusedRows } from './refused-rows.tsx'
import { type Counts, changesNothing, countsOf } from './report-counts.ts'
import { importFiles } from './run-session.ts'
import { type ImportSession, setSession } from './session-store.ts'
import classes from './trial-step.module.css'
import { trialInWords } from './trial-words.ts'

export function TrialStep({ session, trial }: { session: ImportSession; trial: ImportReport }) {
  const { t, format } = useText()
  const counts = countsOf(trial)
  const behind = session.files.filter((file) => !isReady(file)).length
  return (
    <>
      <ScrollRegion takesFocus className={classes.body} name={t('import.steps.trial')}>
        <div>
          <p className={classes.intro}>{t('import.trial.intro')}</p>
          <p className={classes.summary}>{trialInWords(t, format, counts)}</p>
        </div>
        {session.error ? <Notice tone="bad">{errorMessage(t, session.error)}</Notice> : null}
        <CountsTable report={trial} />
        <MissingReferences report={trial} makeMissing={session.shared.makeMissing} />
        <ChannelResults report={trial} />
        <NotedRows report={trial} />
        <RefusedRows report={trial} />
      </ScrollRegion>
      <StepBar
        isStatus
        text={behind > 0 ? t('import.trial.leftBehind', { count: behind, formatted: format.number(behind) }) : null}
      >
        <Button onClick={() => setSession((before) => ({ ...before, stage: 'files', error: null }))}>
          {t('import.trial.back')}
        </Button>
        <ImportButton counts={counts} />
      </StepBar>
    </>
  )
}

function ImportButton({ counts }: { counts: Counts }) {
  const { t, format } = useText()
  const good = counts.new + counts.changed
  const label =
    counts.refusedRows === 0
      ? t('import.trial.import')
      : t('import.trial.importGood', { count: good, formatted: format.number(good) })
  return (
    <WriteGate>
      <Button variant="filled" disabled={changesNothing(counts)} onClick={() => importFiles()} data-autofocus>
        {label}
      </Button>
    </WriteGate>
  )
}
