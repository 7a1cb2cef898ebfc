// Reports of stock: what it is worth, what lies too long, what moved, what sold goods cost.
import { SegmentedControl } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { Page } from '#renderer/ui/page.tsx'
import { MovementsReport } from './movements-report.tsx'
import { type ReportView, reportViews } from './reports-address.ts'
import { SalesCostReport } from './sales-cost-report.tsx'
import { SlowReport } from './slow-report.tsx'
import classes from './stock-reports.module.css'
import { type ReportsState, useReports } from './use-reports.ts'
import { ValuationReport } from './valuation-report.tsx'

export function StockReportsScreen() {
  const { t } = useText()
  const state = useReports()
  const view = state.address.view ?? 'valuation'
  return (
    <Page title={t('stockReports.title')} subtitle={t(`stockReports.texts.${view}`)} fills>
      <div className={classes.views}>
        <SegmentedControl
          aria-label={t('stockReports.report')}
          data={reportViews.map((value) => ({ value, label: t(`stockReports.views.${value}`) }))}
          value={view}
          onChange={(value) => state.change({ view: value as ReportView, id: undefined })}
        />
      </div>
      <Report view={view} state={state} />
    </Page>
  )
}

function Report({ view, state }: { view: ReportView; state: ReportsState }) {
  switch (view) {
    case 'valuation':
      return <ValuationReport state={state} />
    case 'slow':
      return <SlowReport state={state} />
    case 'movements':
      return <MovementsReport state={state} />
    case 'sales':
      return <SalesCostReport state={state} />
  }
}
