// Where in it this is. Without anything to decide that step is not there.
import { useText } from '#renderer/lib/language.ts'
import type { MergeSession, Stage } from './merge-session.ts'
import classes from './merge-steps.module.css'

const stages: readonly Stage[] = ['choose', 'report', 'decide', 'after', 'done']

export function MergeSteps({ session }: { session: MergeSession }) {
  const { t } = useText()
  const conflicts = session.report?.conflicts ?? session.result?.conflicts
  const shown = stages.filter((stage) => stage !== 'decide' || conflicts !== 0)
  return (
    <ol className={classes.steps} aria-label={t('merge.steps.label')}>
      {shown.map((stage, index) => (
        <li key={stage} className={classes.step} aria-current={stage === session.stage ? 'step' : undefined}>
          <span className={classes.number}>{index + 1}</span>
          {t(`merge.steps.${stage}`)}
        </li>
      ))}
    </ol>
  )
}
