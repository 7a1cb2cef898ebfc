// The landed cost of one as a figure that explains itself: each of its parts, the rate, and how long the money is tied.
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { Fact } from '#renderer/ui/facts.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import type { ComparedAnswer, ComparedLine, RequestLine } from '#shared/schemas/quote-requests.ts'
import { lineWord } from './request-goods.tsx'
import { unitAmount } from './unit-amount.ts'

const parts = ['price', 'freight', 'other', 'duty', 'capital'] as const

type LandedProps = { base: string; answer: ComparedAnswer; line: RequestLine; compared: ComparedLine }

export function LandedFigure({ base, answer, line, compared }: LandedProps) {
  const { t, format, language } = useText()
  const { units, landedUnit } = compared
  if (landedUnit === null || units === null) {
    return <span className="q-quiet">{t('sourcing.requests.compare.noFigure')}</span>
  }
  const amount = unitAmount(format, landedUnit, base)
  const about = { item: lineWord(line), supplier: nameIn(language, answer.supplier), amount }
  return (
    <ExplainedFigure
      label={t('sourcing.requests.compare.figureOf', about)}
      title={t('sourcing.requests.compare.landed')}
      formula={t('sourcing.requests.compare.formula')}
      inputs={[
        ...parts.map(
          (part): Fact => ({
            label: t(`sourcing.requests.compare.parts.${part}`),
            value: format.money(units[part], base),
          }),
        ),
        { label: t('sourcing.requests.compare.landed'), value: format.money(landedUnit, base) },
        { label: t('sourcing.requests.compare.quoted'), value: format.money(compared.price, answer.currency) },
        ...rateFact(),
      ]}
      {...footnote()}
    >
      {amount}
    </ExplainedFigure>
  )

  function rateFact(): Fact[] {
    if (answer.rate === null || answer.currency === base) return []
    const said = { from: answer.currency, to: base, rate: format.number(answer.rate), day: answer.rateOn ?? '' }
    return [{ label: t('sourcing.answer.rate'), value: t('sourcing.requests.compare.rateUsed', said) }]
  }

  function footnote() {
    const { financedDays } = compared
    if (financedDays === null || financedDays === 0) return {}
    const key = financedDays > 0 ? 'financed' : 'financedLater'
    return { footnote: t(`sourcing.requests.compare.${key}`, { days: format.number(Math.abs(financedDays)) }) }
  }
}
