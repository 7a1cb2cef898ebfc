// What is asked of a quote beside the goods: surcharges on request, and the order of the answers.
import { MultiSelect, SegmentedControl } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { type SurchargeKind, surchargeKinds } from '#shared/schemas/carriers.ts'
import classes from './carriers.module.css'

export type QuoteSort = 'price' | 'days'

type OptionsProps = {
  requests: readonly SurchargeKind[]
  onRequests: (requests: SurchargeKind[]) => void
  sort: QuoteSort
  onSort: (sort: QuoteSort) => void
}

export function QuoteOptions({ requests, onRequests, sort, onSort }: OptionsProps) {
  const { t } = useText()
  return (
    <div className={classes.bar}>
      <MultiSelect
        miw={220}
        label={t('carriers.quote.requests')}
        placeholder={requests.length === 0 ? t('carriers.quote.noRequests') : undefined}
        data={surchargeKinds.map((kind) => ({ value: kind, label: t(`carriers.surcharges.${kind}`) }))}
        value={[...requests]}
        onChange={(chosen) => onRequests(chosen as SurchargeKind[])}
      />
      <SegmentedControl
        aria-label={t('carriers.quote.sort')}
        data={(['price', 'days'] as const).map((way) => ({ value: way, label: t(`carriers.quote.by.${way}`) }))}
        value={sort}
        onChange={(way) => onSort(way as QuoteSort)}
      />
    </div>
  )
}
