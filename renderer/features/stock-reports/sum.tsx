// A sum with its name, in the line above a report.
import type { ReactNode } from 'react'
import classes from './stock-reports.module.css'

export function Sum({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className={classes.sum}>
      <span className={classes.sumLabel}>{label}</span>
      <strong>{children}</strong>
    </span>
  )
}
