// The cards behind a forecast: its method, the kind of demand, the season, the spread of its errors, its interval.
import { type Spoken, useText } from '#renderer/lib/language.ts'
import type { Fact } from '#renderer/ui/facts.tsx'
import { type Formula, FormulaCard } from '#renderer/ui/formula-card.tsx'
import type { ForecastFigures, ForecastGap, ProductForecast } from '#shared/schemas/forecasts.ts'
import classes from './forecast.module.css'
import { gapText, monthName, unitFigure } from './forecast-words.ts'

export function ForecastCards({ forecast }: { forecast: ProductForecast }) {
  const text = useText()
  const { figures } = forecast
  if (!figures) return null
  const asked = { text, forecast, figures }
  const cards = [
    methodCard(asked),
    patternCard(asked),
    seasonCard(asked),
    spreadCard(asked),
    intervalCard(asked),
    leadTimeCard(asked),
    outlierCard(asked),
  ]
  return (
    <div className={classes.cards}>
      {cards.map((card) => (card ? <FormulaCard key={card.title} {...card} /> : null))}
    </div>
  )
}

type Asked = { text: Spoken; forecast: ProductForecast; figures: ForecastFigures }

function methodCard({ text, forecast, figures }: Asked): Formula {
  const { t } = text
  const { method, tested } = figures
  const why = method.why ? gapText(text, method.why) : ''
  const [from = '', to = ''] = [tested[0], tested.at(-1)]
  return {
    title: t('forecast.cards.method', { method: t(`forecast.method.${method.name}`) }),
    formula: t(`forecast.formula.${method.method}`),
    inputs: [
      { label: t('forecast.cards.chosenBy'), value: t(`forecast.cards.by.${method.chosenBy}`, { why }) },
      ...parameterFacts(text, figures),
      { label: t('forecast.cards.months'), value: text.format.number(figures.pattern.periods) },
      {
        label: t('forecast.cards.tested'),
        optional: true,
        value:
          tested.length > 0 &&
          t('forecast.cards.testedSpan', {
            count: text.format.number(tested.length) as never,
            from: monthName(from),
            to: monthName(to),
          }),
      },
    ],
    footnote: t('forecast.asOf', { day: forecast.on }),
  }
}

/** Croston's family smooths other things than the others do, by the same letters. */
function parameterFacts({ t, format }: Spoken, { method: { method, parameters } }: ForecastFigures): Fact[] {
  const isRare = method === 'croston' || method === 'sba' || method === 'tsb'
  const labels = {
    alpha: t(isRare ? 'forecast.cards.alphaSize' : 'forecast.cards.alpha'),
    beta: t(
      method === 'tsb' ? 'forecast.cards.betaChance' : isRare ? 'forecast.cards.betaInterval' : 'forecast.cards.beta',
    ),
    gamma: t('forecast.cards.gamma'),
    phi: t('forecast.cards.phi'),
    window: t('forecast.cards.window'),
  }
  return Object.entries(parameters).map(([name, value]) => ({
    label: labels[name as keyof typeof labels],
    value: name === 'window' ? format.number(value) : format.number(value.toFixed(3)),
  }))
}

function patternCard({ text: { t, format }, figures: { pattern } }: Asked): Formula {
  const rounded = (value: number | null) => (value === null ? t('forecast.noData') : format.number(value.toFixed(2)))
  return {
    title: t('forecast.cards.pattern', { pattern: t(`forecast.pattern.${pattern.class}`) }),
    formula: t('forecast.cards.patternFormula'),
    inputs: [
      { label: t('forecast.cards.months'), value: format.number(pattern.periods) },
      { label: t('forecast.cards.demands'), value: format.number(pattern.demands) },
      { label: t('forecast.cards.adi'), value: rounded(pattern.adi) },
      { label: t('forecast.cards.cv2'), value: rounded(pattern.cv2) },
    ],
  }
}

function seasonCard({ text, figures: { seasonality, seasonalityGap } }: Asked): Formula {
  const { t, format } = text
  const rounded = (value: number | null) => (value === null ? t('forecast.noData') : format.number(value.toFixed(2)))
  const found = seasonality
    ? t(seasonality.isFound ? 'forecast.cards.seasonFound' : 'forecast.cards.seasonNotFound')
    : missing(text, seasonalityGap)
  return {
    title: t('forecast.cards.season', { found }),
    formula: t('forecast.cards.seasonFormula'),
    inputs: seasonality
      ? [
          { label: t('forecast.cards.statistic'), value: rounded(seasonality.statistic) },
          { label: t('forecast.cards.limit'), value: rounded(seasonality.limit) },
        ]
      : [],
  }
}

function spreadCard({ text, forecast: { unit }, figures: { rmse, rmseGap } }: Asked): Formula {
  const { t, format } = text
  const value = rmse ? unitFigure(text, rmse.value, unit) : missing(text, rmseGap)
  return {
    title: t('forecast.cards.spread', { value }),
    formula: t('forecast.cards.spreadFormula'),
    inputs: rmse
      ? [
          { label: t('forecast.cards.spreadFrom'), value: t(`forecast.cards.from.${rmse.from}`) },
          { label: t('forecast.cards.errors'), value: format.number(rmse.errors) },
        ]
      : [],
    ...(rmse ? { footnote: t('forecast.cards.spreadUse') } : {}),
  }
}

function intervalCard({ text, figures: { interval } }: Asked): Formula | null {
  if (!interval) return null
  const { t, format } = text
  const share = format.percent(Math.round(interval.level * 100))
  return {
    title: t('forecast.cards.interval', { share }),
    formula:
      interval.kind === 'normal'
        ? t('forecast.cards.intervalNormal')
        : t('forecast.cards.intervalSimulated', { share }),
    inputs: [],
  }
}

function leadTimeCard({ text, forecast: { unit }, figures: { leadTimeSums: sums } }: Asked): Formula | null {
  if (!sums) return null
  const { t, format } = text
  return {
    title: t('forecast.cards.leadSums', { value: unitFigure(text, sums.middle, unit) }),
    formula: t('forecast.cards.leadSumsFormula', { months: format.number(Number(sums.months.toFixed(1))) }),
    inputs: [
      { label: t('forecast.cards.spans'), value: format.number(sums.spans) },
      { label: t('forecast.cards.lower'), value: unitFigure(text, sums.lower, unit) },
      { label: t('forecast.cards.middle'), value: unitFigure(text, sums.middle, unit) },
      { label: t('forecast.cards.upper'), value: unitFigure(text, sums.upper, unit) },
    ],
  }
}

/** Only where a month was capped: else there is nothing to explain. */
function outlierCard({ text, forecast, figures: { outlierLimit } }: Asked): Formula | null {
  const capped = forecast.history.filter(({ marks }) => marks.includes('capped'))
  if (outlierLimit === null || capped.length === 0) return null
  const { t } = text
  return {
    title: t('forecast.cards.outlier', { value: unitFigure(text, outlierLimit, forecast.unit) }),
    formula: t('forecast.cards.outlierFormula'),
    inputs: capped.map(({ from, demand }) => ({
      label: monthName(from),
      value: unitFigure(text, demand, forecast.unit),
    })),
  }
}

function missing(text: Spoken, gap: ForecastGap | null): string {
  return gap ? text.t('forecast.cards.none', { why: gapText(text, gap) }) : text.t('forecast.noData')
}
