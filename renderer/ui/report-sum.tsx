// A sum with its name, in the line above a report.
import type { ReactNode } from 'react'
import report from './report.module.css'

export function ReportSum({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className={report.sum}>
      <span className={report.sumLabel}>{label}</span>
      <strong>{children}</strong>
    </span>
  )
}
