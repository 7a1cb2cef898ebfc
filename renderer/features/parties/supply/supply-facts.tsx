// What a party is as a supplier, for the drawer and the page.
import { useText } from '#renderer/lib/language.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import type { Party } from '#shared/schemas/parties.ts'
import { SupplyStatusBadge } from './supply-status.tsx'

export function SupplyFacts({ party }: { party: Party }) {
  const { t, format } = useText()
  const { supply, tags } = party
  const { terms } = supply
  const days = (count: number) => t('suppliers.days', { count, formatted: format.number(count) })
  const rest = { days: days(terms.dueDays), from: t(`suppliers.dueFroms.${terms.dueFrom}`) }
  const percent = format.percent(supply.vatPercent)
  return (
    <Facts
      title={t('suppliers.sections.supply')}
      facts={[
        { label: t('suppliers.fields.status'), value: <SupplyStatusBadge status={supply.status} /> },
        { label: t('suppliers.fields.kind'), value: supply.kind && t(`suppliers.kinds.${supply.kind}`) },
        { label: t('suppliers.fields.tags'), value: tags.join(' · '), optional: true },
        {
          label: t('suppliers.fields.leadTimeDays'),
          value: supply.leadTimeDays !== null && days(supply.leadTimeDays),
        },
        { label: t('suppliers.fields.capacity'), value: supply.capacity, optional: true },
        {
          label: t('suppliers.fields.incoterm'),
          value: [supply.incoterm, supply.place].filter(Boolean).join(' '),
        },
        {
          label: t('suppliers.sections.terms'),
          value:
            terms.depositPercent > 0
              ? t('suppliers.termsText.deposit', { ...rest, percent: format.percent(terms.depositPercent) })
              : t('suppliers.termsText.plain', rest),
        },
        {
          label: t('suppliers.fields.vat'),
          value:
            supply.vatPercent > 0 &&
            [
              t(`suppliers.vatText.${supply.vatIncluded ? 'included' : 'added'}`, { percent }),
              t(`suppliers.vatText.${supply.vatRecoverable ? 'recoverable' : 'lost'}`),
            ].join(', '),
          optional: true,
        },
      ]}
    />
  )
}
