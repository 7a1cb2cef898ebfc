// The bar at the end of a step: where things stand on the left, the way on at the right.
import type { ReactNode } from 'react'
import classes from './step-bar.module.css'

export function StepBar({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.bar}>
      <p className={classes.text} role="status">
        {text}
      </p>
      {children}
    </div>
  )
}
