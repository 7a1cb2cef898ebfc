// Costs for the products that lack one.
import { useText } from '#renderer/lib/language.ts'
import { Page } from '#renderer/ui/page.tsx'
import { FillCosts } from './fill-costs.tsx'

export function CostsScreen() {
  const { t } = useText()
  return (
    <Page title={t('welcome.costs.title')} subtitle={t('welcome.costs.subtitle')}>
      <FillCosts />
    </Page>
  )
}
