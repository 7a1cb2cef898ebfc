// What lacks a cost, and the box to paste a column into.
import { useText } from '#renderer/lib/language.ts'
import { FillCosts } from './fill-costs.tsx'
import { useLackingCost } from './lacking-cost.ts'
import { SawSection } from './saw-section.tsx'

export function SawCosts() {
  const { t, format } = useText()
  const total = useLackingCost().data?.total
  if (total === undefined) return <SawSection title={t('welcome.saw.costs.title')} />
  if (total === 0) return <SawSection title={t('welcome.saw.costs.title')} text={t('welcome.saw.costs.none')} />
  return (
    <SawSection
      title={t('welcome.saw.costs.title')}
      text={t('welcome.saw.costs.text', { count: total, formatted: format.number(total) })}
    >
      <FillCosts />
    </SawSection>
  )
}
