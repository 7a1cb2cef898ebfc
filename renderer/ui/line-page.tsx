// The page of a record with lines (an order, a purchase order): its lines with what hangs on it below, its facts beside both.
import type { ReactNode } from 'react'
import classes from './line-page.module.css'

type LinePageProps = { lines: ReactNode; facts: ReactNode; panels: ReactNode }

export function LinePage({ lines, facts, panels }: LinePageProps) {
  return (
    <div className={classes.columns}>
      <div className={classes.lines}>{lines}</div>
      <div className={classes.facts}>{facts}</div>
      <div className={classes.panels}>{panels}</div>
    </div>
  )
}
