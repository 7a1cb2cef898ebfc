// Where in it this is. Without anything to decide that step is not there.
import { useText } from '#renderer/lib/language.ts'
import { StepList } from '#renderer/ui/steps/step-list.tsx'
import type { MergeSession, Stage } from './merge-session.ts'

const stages: readonly Stage[] = ['choose', 'report', 'decide', 'after', 'done']

export function MergeSteps({ session }: { session: MergeSession }) {
  const { t } = useText()
  const conflicts = session.report?.conflicts ?? session.result?.conflicts
  const shown = stages.filter((stage) => stage !== 'decide' || conflicts !== 0)
  const nameOf = (stage: Stage) => t(`merge.steps.${stage}`)
  return <StepList label={t('merge.steps.label')} stages={shown} current={session.stage} nameOf={nameOf} />
}
