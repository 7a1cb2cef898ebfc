// What a party is as a customer, for the drawer and the page.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import type { Party } from '#shared/schemas/parties.ts'
import { CustomerScores } from './customer-scores.tsx'

export function SaleFacts({ party }: { party: Party }) {
  const { t, format, language } = useText()
  const { sale, tags } = party
  const { data: people = [] } = useQuery(trpc.people.list.queryOptions())
  const owner = people.find(({ id }) => id === sale.ownerId)
  const { data: owed } = useQuery(trpc.receivables.checkCredit.queryOptions({ customerId: party.id }))
  const money = (amount: string) => format.money(amount, owed?.currency ?? '')
  return (
    <Facts
      title={t('customers.sections.sale')}
      facts={[
        { label: t('customers.fields.kind'), value: sale.kind && t(`customers.kinds.${sale.kind}`), optional: true },
        { label: t('customers.fields.segment'), value: <CustomerScores party={party} /> },
        { label: t('customers.fields.tier'), value: sale.tier, optional: true },
        { label: t('customers.fields.tags'), value: tags.join(' · '), optional: true },
        { label: t('customers.fields.owner'), value: owner && nameIn(language, owner), optional: true },
        { label: t('customers.fields.source'), value: sale.source, optional: true },
        { label: t('customers.fields.channel'), value: sale.channel, optional: true },
        {
          label: t(`customers.fields.${sale.kind === 'person' ? 'bornOn' : 'foundedOn'}`),
          value: sale.bornOn && format.dayInWords(sale.bornOn),
          optional: true,
        },
        { label: t('customers.fields.eori'), value: sale.eori, optional: true },
        { label: t('customers.fields.terms'), value: useTermsText(party) },
        {
          label: t('customers.fields.owes'),
          value:
            owed &&
            (Number(owed.overdue) > 0
              ? t('customers.owesOverdue', { open: money(owed.open), overdue: money(owed.overdue) })
              : money(owed.open)),
          optional: true,
        },
        {
          label: t('customers.fields.limit'),
          value: sale.creditLimit && format.money(sale.creditLimit.amount, sale.creditLimit.currency),
          optional: true,
        },
        {
          label: t('customers.fields.creditAction'),
          value: sale.creditAction && t(`customers.creditActions.${sale.creditAction}`),
          optional: true,
        },
      ]}
    />
  )
}

function useTermsText({ sale: { terms } }: Party): string {
  const { t, format } = useText()
  const { depositPercent, dueDays, dueFrom } = terms
  const from = t(`customers.dueFroms.${dueFrom}`)
  const days = t('customers.days', { count: dueDays, formatted: format.number(dueDays) })
  if (depositPercent > 0)
    return t('customers.termsText.deposit', { percent: format.percent(depositPercent), days, from })
  if (dueDays > 0) return t('customers.termsText.plain', { days, from })
  return dueFrom === 'order' ? t('customers.termsText.now') : t('customers.termsText.at', { from })
}
