// Where both copies changed the same: the list on the left, both values on the right, one at a time or many at once.
import { Button, Menu, Select } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { StepBar } from '#renderer/ui/steps/step-bar.tsx'
import type { MergeChoice, MergedKind, MergeReport } from '#shared/schemas/merge.ts'
import { ConflictList } from './conflict-list.tsx'
import { ConflictPanel } from './conflict-panel.tsx'
import classes from './decide-step.module.css'
import { decide, useDecisionKeys } from './decision-steps.ts'
import { type Decisions, decideAll, decideConflicts, decideKind, decisionOf, openCount } from './decisions.ts'
import { changeSession } from './merge-session.ts'
import { counted } from './merge-words.ts'
import type { StepProps } from './report-step.tsx'
import { type SideNames, sideNames } from './side-names.ts'
import { StepError } from './step-error.tsx'
import { type ConflictRows, useConflictRows } from './use-conflict-rows.ts'

export function DecideStep({ report, decisions, error }: StepProps) {
  const { t, format, language } = useText()
  useDecisionKeys()
  const names = sideNames(t, language, report)
  const [kind, setKind] = useState<MergedKind | null>(null)
  const open = openCount(decisions, report.kinds)
  return (
    <>
      <div className={classes.tools}>
        <KindSelect report={report} kind={kind} onKind={setKind} />
        <DecideMany report={report} kind={kind} names={names} decisions={decisions} />
        <p className={classes.count} role="status">
          {t('merge.decide.openCount', { ...counted(format, open), total: format.number(report.conflicts) })}
        </p>
      </div>
      <StepError error={error} />
      <Conflicts key={kind ?? 'all'} report={report} kind={kind} names={names} decisions={decisions} />
      <StepBar text={open > 0 ? t('merge.decide.openText') : t('merge.decide.allDecided')}>
        <Button onClick={() => changeSession({ stage: 'report', error: null })}>{t('merge.back')}</Button>
        <Button variant="filled" onClick={() => changeSession({ stage: 'after', error: null })}>
          {t('merge.decide.next')}
        </Button>
      </StepBar>
    </>
  )
}

type PartProps = { report: MergeReport; kind: MergedKind | null; names: SideNames; decisions: Decisions }

function Conflicts({ report, kind, names, decisions }: PartProps) {
  const { t } = useText()
  const [selected, setSelected] = useState(0)
  const [sight, setSight] = useState({ first: 0, last: 20 })
  const total = totalOf(report, kind)
  const first = Math.min(sight.first, selected)
  const rows = useConflictRows({ look: report.look, kind, total, first, last: Math.max(sight.last, selected) })
  const choose = (index: number, choice: MergeChoice, isByKey: boolean) => {
    const conflict = rows.at(index)
    if (!conflict) return
    decide(decideConflicts(decisions, [conflict], choice))
    if (isByKey) setSelected(Math.min(total - 1, index + 1))
  }
  const shown = rows.at(selected)
  if (rows.error && !shown) return <StepError error={rows.error} />
  return (
    <div className={classes.split}>
      <ConflictList
        rows={rows}
        names={names}
        selected={selected}
        onSelect={setSelected}
        onSight={(from, to) => setSight({ first: from, last: to })}
        onChoose={(index, choice) => choose(index, choice, true)}
        decisionOf={(conflict) => decisionOf(decisions, conflict)}
      />
      <ScrollRegion name={t('merge.decide.panel')} className={classes.panel}>
        {shown ? (
          <ConflictPanel
            key={shown.key}
            conflict={shown}
            names={names}
            decision={decisionOf(decisions, shown)}
            onChoose={(choice) => choose(selected, choice, false)}
            onChooseRecord={hasMore(rows, selected) ? (choice) => void chooseRecord(rows, selected, choice) : null}
          />
        ) : (
          <LoadingState />
        )}
      </ScrollRegion>
    </div>
  )
  async function chooseRecord(found: ConflictRows, index: number, choice: MergeChoice) {
    const all = await found.ofRecord(index)
    decide(decideConflicts(decisions, all, choice))
  }
}

/** Whether a neighbour speaks of the same record. */
function hasMore(rows: ConflictRows, index: number): boolean {
  const key = rows.at(index)?.recordKey
  return key !== undefined && [index - 1, index + 1].some((at) => rows.at(at)?.recordKey === key)
}

function totalOf({ conflicts, kinds }: MergeReport, kind: MergedKind | null): number {
  return kind === null ? conflicts : (kinds.find((counts) => counts.kind === kind)?.conflicts ?? 0)
}

type KindSelectProps = { report: MergeReport; kind: MergedKind | null; onKind: (kind: MergedKind | null) => void }

function KindSelect({ report, kind, onKind }: KindSelectProps) {
  const { t, format } = useText()
  const kinds = report.kinds.filter(({ conflicts }) => conflicts > 0)
  if (kinds.length < 2) return null
  const named = (name: string, count: number) => t('merge.decide.ofKind', { name, formatted: format.number(count) })
  return (
    <Select
      aria-label={t('merge.decide.show')}
      className={classes.kinds}
      value={kind ?? ''}
      onChange={(value) => onKind(kinds.find((one) => one.kind === value)?.kind ?? null)}
      data={[
        { value: '', label: named(t('merge.decide.everything'), report.conflicts) },
        ...kinds.map((one) => ({ value: one.kind, label: named(t(`merge.kinds.${one.kind}`), one.conflicts) })),
      ]}
    />
  )
}

const choices: readonly MergeChoice[] = ['ours', 'theirs', 'suggested']

/** One word for all that is shown. */
function DecideMany({ report, kind, names, decisions }: PartProps) {
  const { t, format } = useText()
  const count = totalOf(report, kind)
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button>{t('merge.decide.many', counted(format, count))}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item
            key={choice}
            onClick={() => decide(kind === null ? decideAll(choice) : decideKind(decisions, kind, choice))}
          >
            {choice === 'suggested' ? t('merge.decide.takeSuggested') : t('merge.decide.take', { copy: names[choice] })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
