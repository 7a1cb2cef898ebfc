// The rows of a report with the card of the one that is open, and what to say when there are none or too many.

import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import report from '#renderer/ui/report.module.css'
import { type RowColumn, RowGrid } from '#renderer/ui/row-grid/row-grid.tsx'

type ReportRowsProps<Row> = {
  label: string
  rows: readonly Row[]
  total: number
  columns: readonly RowColumn<Row>[]
  idOf: (row: Row) => string
  empty: { title: string; text: string }
  /** The sums and what they leave out, above the rows. */
  summary?: ReactNode
  openId?: string | null
  onOpen?: (row: Row) => void
  card?: ReactNode
}

export function ReportRows<Row>(props: ReportRowsProps<Row>) {
  const { label, rows, total, columns, idOf, empty, summary, openId = null, onOpen, card } = props
  const { t, format } = useText()
  if (rows.length === 0) return <EmptyState title={empty.title}>{empty.text}</EmptyState>
  return (
    <div className={report.split}>
      <div className={report.main}>
        {summary ? <div className={report.sums}>{summary}</div> : null}
        {total > rows.length ? (
          <div className={report.hint}>
            <Notice>
              {t('stockReports.more', { shown: format.number(rows.length), total: format.number(total) })}
            </Notice>
          </div>
        ) : null}
        <div className={report.grid}>
          <RowGrid
            label={label}
            rows={rows}
            columns={columns}
            idOf={idOf}
            openId={openId}
            {...(onOpen && { onOpen })}
          />
        </div>
      </div>
      {card}
    </div>
  )
}
