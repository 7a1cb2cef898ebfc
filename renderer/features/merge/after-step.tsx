// What the books will say after it, and the button. What has to be mended blocks nothing: it waits on a list.
import { Button } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StepBar } from '#renderer/ui/steps/step-bar.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { ClashesAhead } from './clashes-ahead.tsx'
import { openCount } from './decisions.ts'
import { changeSession } from './merge-session.ts'
import { counted } from './merge-words.ts'
import classes from './report-step.module.css'
import type { StepProps } from './report-step.tsx'
import { bringTogether } from './run-merge.ts'
import { sideNames } from './side-names.ts'
import { StepError } from './step-error.tsx'

export function AfterStep({ report, decisions, error }: StepProps) {
  const { t, format, language } = useText()
  const { mayWrite } = useMayWrite()
  const names = sideNames(t, language, report)
  const open = openCount(decisions, report.kinds)
  const clashes = report.clashes.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <ScrollRegion takesFocus className={classes.body} name={t('merge.steps.after')}>
        <StepError error={error} />
        {mayWrite ? null : <Notice tone="warn">{t('merge.choose.readOnly')}</Notice>}
        <div>
          <p className={classes.summary}>{t('merge.after.ready')}</p>
          <p>
            {t('merge.after.comesIn', { ...counted(format, report.changes.theirs), copy: names.theirs })}{' '}
            {open > 0 ? t('merge.after.open', counted(format, open)) : null}
          </p>
          <p>{t('merge.after.theyStay', { copy: names.theirs })}</p>
        </div>
        <section>
          <SectionTitle>{t('merge.after.title')}</SectionTitle>
          {clashes === 0 ? (
            <p>{t('merge.after.nothing')}</p>
          ) : (
            <>
              <p>{t('merge.after.text', counted(format, clashes))}</p>
              <ClashesAhead look={report.look} counts={report.clashes} />
            </>
          )}
        </section>
      </ScrollRegion>
      <StepBar text={t('merge.after.backup')}>
        <Button onClick={() => changeSession({ stage: report.conflicts > 0 ? 'decide' : 'report', error: null })}>
          {t('merge.back')}
        </Button>
        <WriteGate>
          <Button variant="filled" onClick={() => bringTogether()}>
            {t('merge.after.button')}
          </Button>
        </WriteGate>
      </StepBar>
    </>
  )
}
