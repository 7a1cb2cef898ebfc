// Where in the import this is.
import { useText } from '#renderer/lib/language.ts'
import { StepList } from '#renderer/ui/steps/step-list.tsx'
import type { Stage } from './session-store.ts'

const stages: readonly Stage[] = ['files', 'trial', 'done']

export function ImportSteps({ stage }: { stage: Stage }) {
  const { t } = useText()
  const nameOf = (one: Stage) => t(`import.steps.${one}`)
  return <StepList label={t('import.steps.label')} stages={stages} current={stage} nameOf={nameOf} />
}
