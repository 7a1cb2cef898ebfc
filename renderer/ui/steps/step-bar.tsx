// The bar at the end of a step: where things stand on the left, the way on at the right.
import type { ReactNode } from 'react'
import classes from './step-bar.module.css'

/** `isStatus`: what it says is read out as it changes. */
export function StepBar({ text, isStatus, children }: { text?: ReactNode; isStatus?: boolean; children: ReactNode }) {
  return (
    <div className={classes.bar}>
      <p className={classes.text} role={isStatus ? 'status' : undefined}>
        {text}
      </p>
      {children}
    </div>
  )
}
