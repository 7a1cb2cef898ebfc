// The methods that were tried, each with how far off it was, beside the naive one.
import { Button } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type {
  ForecastCandidate,
  ForecastErrors,
  ForecastFigures,
  ForecastMethod,
  ProductForecast,
} from '#shared/schemas/forecasts.ts'
import classes from './forecast.module.css'
import { figureText, gapText } from './forecast-words.ts'

type ForecastMethodsProps = { forecast: ProductForecast; onLook: (method: ForecastMethod | undefined) => void }

export function ForecastMethods({ forecast: { figures }, onLook }: ForecastMethodsProps) {
  const { t, format } = useText()
  if (!figures || figures.candidates.length === 0) return null
  const isByHand = figures.method.chosenBy === 'hand'
  return (
    <section className={classes.section}>
      <SectionTitle>{t('forecast.methods.title')}</SectionTitle>
      <p className="q-quiet">{t('forecast.methods.about', { tests: format.number(figures.tested.length) })}</p>
      <div className={classes.scroll}>
        <table className={`${plain.table} ${classes.months}`} aria-label={t('forecast.methods.title')}>
          <thead>
            <tr>
              <th scope="col">{t('forecast.methods.method')}</th>
              {errorNames.map((name) => (
                <th key={name} scope="col" data-numeric>
                  {t(`forecast.methods.${name}`)}
                </th>
              ))}
              <th scope="col">{t('forecast.methods.state')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rowsOf(figures).map((candidate) => (
              <CandidateRow key={candidate.name} candidate={candidate} onLook={onLook} />
            ))}
          </tbody>
        </table>
      </div>
      {isByHand ? (
        <div className={classes.more}>
          <span className="q-quiet">{t('forecast.methods.byHand')}</span>
          <Button size="compact-sm" onClick={() => onLook(undefined)}>
            {t('forecast.methods.back')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

const errorNames = ['mae', 'rmse', 'wape', 'mape', 'mase'] as const satisfies (keyof ForecastErrors)[]

/** The naive forecast stands among them even where it did not compete. */
function rowsOf({ candidates, naive, naiveGap }: ForecastFigures): ForecastCandidate[] {
  if (candidates.some(({ name }) => name === 'naive')) return candidates
  return [{ name: 'naive', method: 'naive', isChosen: false, errors: naive, gap: naiveGap }, ...candidates]
}

type CandidateRowProps = { candidate: ForecastCandidate; onLook: ForecastMethodsProps['onLook'] }

function CandidateRow({ candidate: { name, method, isChosen, errors, gap }, onLook }: CandidateRowProps) {
  const text = useText()
  const { t } = text
  const label = t(`forecast.method.${name}`)
  return (
    <tr data-chosen={isChosen || undefined}>
      <th scope="row">{label}</th>
      {errorNames.map((error) => (
        <td key={error} data-numeric>
          {errorText(text, error, errors)}
        </td>
      ))}
      <td className={classes.notes}>
        {isChosen ? <StatusBadge tone="accent">{t('forecast.methods.chosen')}</StatusBadge> : null}
        {!isChosen && name === 'naive' ? t('forecast.methods.naive') : null}
        {gap ? ` ${gapText(text, gap)}` : null}
      </td>
      <td data-numeric>
        {isChosen || gap ? null : (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={t('forecast.methods.lookOf', { method: label })}
            onClick={() => onLook(method)}
          >
            {t('forecast.methods.look')}
          </Button>
        )}
      </td>
    </tr>
  )
}

type Text = ReturnType<typeof useText>

function errorText(text: Text, name: (typeof errorNames)[number], errors: ForecastErrors | null): string {
  const value = errors?.[name] ?? null
  if (value === null) return '–'
  if (name === 'wape' || name === 'mape') return text.format.share(value / 100)
  return name === 'mase' ? text.format.number(value.toFixed(2)) : figureText(text, value)
}
