// Where in several steps this is.
import classes from './step-list.module.css'

type StepListProps<Stage extends string> = {
  label: string
  stages: readonly Stage[]
  current: Stage
  nameOf: (stage: Stage) => string
}

export function StepList<Stage extends string>({ label, stages, current, nameOf }: StepListProps<Stage>) {
  return (
    <ol className={classes.steps} aria-label={label}>
      {stages.map((stage, index) => (
        <li key={stage} className={classes.step} aria-current={stage === current ? 'step' : undefined}>
          <span className={classes.number}>{index + 1}</span>
          {nameOf(stage)}
        </li>
      ))}
    </ol>
  )
}
