// What was sold, and what it earned: by month, country, customer, channel, category, supplier; by order and product.
import { SegmentedControl } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { EarnedReport } from './earned-report.tsx'
import classes from './sales.module.css'
import { type SalesView, salesViews } from './sales-address.ts'
import { SoldReport } from './sold-report.tsx'
import { useSales } from './use-sales.ts'

export function SalesScreen() {
  const { t } = useText()
  const state = useSales()
  const view = state.address.view ?? 'sold'
  const actions = (
    <>
      <LinkButton to="/sales-costs">{t('sales.toCosts')}</LinkButton>
      <LinkButton to="/settlements">{t('sales.toSettlements')}</LinkButton>
      <LinkButton to="/sales/settings">{t('sales.toSettings')}</LinkButton>
    </>
  )
  return (
    <Page title={t('sales.title')} subtitle={t('sales.subtitle')} actions={actions} fills>
      <div className={classes.views}>
        <SegmentedControl
          aria-label={t('sales.report')}
          data={salesViews.map((value) => ({ value, label: t(`sales.views.${value}`) }))}
          value={view}
          onChange={(value) => state.change({ view: value as SalesView })}
        />
      </div>
      {view === 'sold' ? <SoldReport state={state} /> : <EarnedReport state={state} />}
    </Page>
  )
}
