// A quoted price that explains itself: the row of its table, its steps or tons, each surcharge, the least, the rate.
import { useText } from '#renderer/lib/language.ts'
import type { Fact } from '#renderer/ui/facts.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import type { FreightQuote, QuotedPrice, QuotedService } from '#shared/schemas/freight-quotes.ts'

type FigureProps = { quote: FreightQuote; row: QuotedService; price: QuotedPrice }

export function PriceFigure({ quote, row, price }: FigureProps) {
  const { t, format } = useText()
  const figure = format.money(price.total, price.currency)
  return (
    <ExplainedFigure
      title={t('carriers.card.title', { service: row.service })}
      label={t('carriers.card.label', { service: row.service, price: figure })}
      formula={t('carriers.card.formula')}
      inputs={useInputs({ quote, row, price })}
      footnote={t('carriers.card.footnote', { day: quote.on, table: price.table || price.currency })}
    >
      {figure}
    </ExplainedFigure>
  )
}

function useInputs({ quote, row: { weight }, price }: FigureProps): Fact[] {
  const { t, format } = useText()
  const { rule, currency } = price
  const money = (amount: string) => format.money(amount, currency)
  return [
    { label: t('carriers.card.gross'), value: format.kg(weight?.grossGrams) },
    { label: t('carriers.card.volumetric'), value: format.kg(weight?.volumetricGrams), optional: true },
    {
      label: t('carriers.card.volume'),
      value: weight?.volume ? `${format.number(weight.volume)} m³` : '',
      optional: true,
    },
    { label: t('carriers.card.charged'), value: format.kg(weight?.chargeableGrams), optional: true },
    {
      label: t('carriers.card.row'),
      value:
        rule.ton === null
          ? [
              money(rule.base),
              rule.step === null || rule.stepGrams === null
                ? ''
                : `${format.number(rule.steps)} × ${money(rule.step)} (${format.kg(rule.stepGrams)})`,
            ]
              .filter(Boolean)
              .join(' + ')
          : `${format.number(Number(rule.tons).toFixed(3))} × ${money(rule.ton)}`,
    },
    { label: t('carriers.card.minimum'), value: price.isMinimum ? money(rule.minimum) : '', optional: true },
    ...price.parts.map(({ kind, name, amount }) => ({
      label: name || (kind === 'freight' ? t('carriers.card.freight') : t(`carriers.surcharges.${kind}`)),
      value: money(amount),
    })),
    { label: t('carriers.card.total'), value: money(price.total) },
    {
      label: t('carriers.card.base'),
      value:
        price.base === null || price.currency === quote.baseCurrency
          ? ''
          : `${format.money(price.base, quote.baseCurrency)} · 1 ${currency} = ${price.rate} ${quote.baseCurrency} (${price.rateOn})`,
      optional: true,
    },
  ]
}
