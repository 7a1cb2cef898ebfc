// What the other copy brings, in words and counts; nothing has been changed.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { StepBar } from '#renderer/ui/steps/step-bar.tsx'
import type { MergedKind, MergedPlace, MergeReport } from '#shared/schemas/merge.ts'
import type { Decisions } from './decisions.ts'
import { openCount } from './decisions.ts'
import { KindsTable } from './kinds-table.tsx'
import { changeSession } from './merge-session.ts'
import { counted } from './merge-words.ts'
import { RecordsDrawer } from './records-drawer.tsx'
import classes from './report-step.module.css'
import { startOver } from './run-merge.ts'
import { type SideNames, sideNames } from './side-names.ts'
import { StepError } from './step-error.tsx'
import { WorkTable } from './work-table.tsx'

export type StepProps = { report: MergeReport; decisions: Decisions; error: unknown }

/** Which list of the report stands open beside it. */
export type OpenList = { kind: MergedKind; place: MergedPlace }

export function ReportStep({ report, decisions, error }: StepProps) {
  const { t, language } = useText()
  const names = sideNames(t, language, report)
  const [list, setList] = useState<OpenList | null>(null)
  return (
    <>
      <div className={classes.split}>
        <ScrollRegion takesFocus className={classes.body} name={t('merge.steps.report')}>
          <StepError error={error} />
          <Summary report={report} names={names} />
          <Remarks report={report} />
          {report.work.length > 0 ? <WorkTable work={report.work} names={names} /> : null}
          {report.kinds.length > 0 ? (
            <KindsTable kinds={report.kinds} names={names} open={list} onOpen={setList} />
          ) : null}
        </ScrollRegion>
        {list ? <RecordsDrawer look={report.look} list={list} names={names} onClose={() => setList(null)} /> : null}
      </div>
      <ReportBar report={report} open={openCount(decisions, report.kinds)} />
    </>
  )
}

function Summary({ report, names }: { report: MergeReport; names: SideNames }) {
  const { t, format } = useText()
  const { ours, theirs } = report.changes
  return (
    <div role="status">
      <p className={classes.summary}>{headline(report, names, t)}</p>
      <p>
        {report.partedAt === null
          ? t('merge.report.partedUnknown')
          : t('merge.report.parted', { at: format.instant(report.partedAt) })}{' '}
        {t('merge.report.sinceOurs', counted(format, ours))}{' '}
        {t('merge.report.sinceTheirs', { ...counted(format, theirs), copy: names.theirs })}
      </p>
      <p className={classes.quiet}>{t('merge.report.nothingYet')}</p>
    </div>
  )
}

function headline({ changes, conflicts, fileName }: MergeReport, names: SideNames, t: ReturnType<typeof useText>['t']) {
  if (changes.theirs === 0) return t(changes.ours === 0 ? 'merge.report.same' : 'merge.report.nothingNew', { fileName })
  return t(conflicts === 0 ? 'merge.report.fits' : 'merge.report.fitsBut', { copy: names.theirs, fileName })
}

/** What is out of the ordinary about the other copy. */
function Remarks({ report }: { report: MergeReport }) {
  const { t, format } = useText()
  const { clocksAhead, isOlder, erased } = report
  return (
    <>
      {clocksAhead.map(({ copy, person, at, aheadMs }) => (
        <Notice key={copy} tone="warn" title={t('merge.remarks.clockTitle')}>
          {t('merge.remarks.clock', {
            name: person ? nameIn(format.language, person) : t('merge.someone'),
            at: format.instant(at),
            ...counted(format, Math.round(aheadMs / dayMs)),
          })}
        </Notice>
      ))}
      {isOlder ? <Notice>{t('merge.remarks.older')}</Notice> : null}
      {erased > 0 ? <Notice tone="warn">{t('merge.remarks.erased', counted(format, erased))}</Notice> : null}
    </>
  )
}

const dayMs = 86_400_000

function ReportBar({ report, open }: { report: MergeReport; open: number }) {
  const { t, format } = useText()
  if (report.changes.theirs === 0) {
    return (
      <StepBar>
        <Button variant="filled" onClick={startOver}>
          {t('merge.report.close')}
        </Button>
      </StepBar>
    )
  }
  const isDeciding = report.conflicts > 0
  return (
    <StepBar text={isDeciding ? t('merge.report.conflicts', counted(format, report.conflicts)) : null}>
      {isDeciding && open > 0 ? (
        <Button onClick={() => changeSession({ stage: 'after', error: null })}>{t('merge.report.skip')}</Button>
      ) : null}
      <Button variant="filled" onClick={() => changeSession({ stage: isDeciding ? 'decide' : 'after', error: null })}>
        {t(isDeciding ? 'merge.report.toDecide' : 'merge.report.toAfter')}
      </Button>
    </StepBar>
  )
}
