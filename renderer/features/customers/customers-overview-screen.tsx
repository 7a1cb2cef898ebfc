// Customers as a whole: segments, countries, care, duplicates, and what is kept too long.
import { SegmentedControl } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { CareReport } from './care-report.tsx'
import { CountriesReport } from './countries-report.tsx'
import classes from './customers.module.css'
import { type CustomerView, customerViews, idsOf } from './customers-address.ts'
import { DuplicatesReport } from './duplicates-report.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { RetentionReport } from './retention-report.tsx'
import { SegmentsReport } from './segments-report.tsx'
import { type CustomersState, useCustomers } from './use-customers.ts'

export function CustomersOverviewScreen() {
  const { t } = useText()
  const state = useCustomers()
  const { address, change } = state
  const view = address.view ?? 'segments'
  return (
    <Page
      title={t('customers.overview.title')}
      subtitle={t(`customers.overview.texts.${view}`)}
      actions={<LinkButton to="/customers">{t('customers.overview.back')}</LinkButton>}
      fills
    >
      <div className={classes.views}>
        <SegmentedControl
          aria-label={t('customers.overview.view')}
          data={customerViews.map((value) => ({ value, label: t(`customers.overview.views.${value}`) }))}
          value={view}
          onChange={(value) => change({ view: value as CustomerView, merge: undefined })}
        />
      </div>
      <View view={view} state={state} />
      {address.merge ? <MergeDialog ids={idsOf(address.merge)} onClose={() => change({ merge: undefined })} /> : null}
    </Page>
  )
}

function View({ view, state }: { view: CustomerView; state: CustomersState }) {
  switch (view) {
    case 'segments':
      return <SegmentsReport state={state} />
    case 'countries':
      return <CountriesReport state={state} />
    case 'care':
      return <CareReport />
    case 'duplicates':
      return <DuplicatesReport state={state} />
    case 'retention':
      return <RetentionReport />
  }
}
