// A customer's segment and scores, explained on a click.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import type { Party } from '#shared/schemas/parties.ts'

export function CustomerScores({ party }: { party: Party }) {
  const { t, format, language } = useText()
  const { data } = useQuery(trpc.customers.rfmOf.queryOptions({ customerId: party.id }))
  if (data === null) return <span className="q-quiet">{t('customers.segments.none')}</span>
  if (!data) return null
  const { r, f, m, recencyDays, frequency, monetary, currency, segment, customers, asOf } = data
  const name = nameIn(language, party)
  const figures = `${t(`customers.segments.${segment ?? 'none'}`)} · ${r} ${f} ${m}`
  return (
    <ExplainedFigure
      label={t('customers.rfm.explain', { name, figures })}
      title={t('customers.rfm.card.title', { name })}
      formula={t('customers.rfm.card.formula')}
      inputs={[
        {
          label: t('customers.rfm.r'),
          value: t('customers.rfm.card.recency', { days: format.number(recencyDays), score: r }),
        },
        {
          label: t('customers.rfm.f'),
          value: t('customers.rfm.card.frequency', { count: frequency, score: f }),
        },
        {
          label: t('customers.rfm.m'),
          value: t('customers.rfm.card.monetary', { value: format.money(monetary, currency), score: m }),
        },
      ]}
      footnote={t('customers.rfm.card.footnote', { customers: format.number(customers), day: asOf })}
    >
      {figures}
    </ExplainedFigure>
  )
}
