// Where in the import this is.
import { useText } from '#renderer/lib/language.ts'
import classes from './import-steps.module.css'
import type { Stage } from './session-store.ts'

const stages: readonly Stage[] = ['files', 'trial', 'done']

export function ImportSteps({ stage }: { stage: Stage }) {
  const { t } = useText()
  return (
    <ol className={classes.steps} aria-label={t('import.steps.label')}>
      {stages.map((one, index) => (
        <li key={one} className={classes.step} aria-current={one === stage ? 'step' : undefined}>
          <span className={classes.number}>{index + 1}</span>
          {t(`import.steps.${one}`)}
        </li>
      ))}
    </ol>
  )
}
