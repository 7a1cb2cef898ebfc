// A forecast month by month, as figures: what was sold, what was made of it, what is said of months to come; each month can be
// overruled, and what was said stands beside the figure it goes before.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { DemandOverride, ForecastHistoryRow, ForecastMonth, ProductForecast } from '#shared/schemas/forecasts.ts'
import classes from './forecast.module.css'
import { type MonthToOverrule, OverruleDialog } from './forecast-overrule.tsx'
import { figureText, markText, monthName, unitFigure } from './forecast-words.ts'

export function ForecastTable({ forecast }: { forecast: ProductForecast }) {
  const { t } = useText()
  const [asked, setAsked] = useState<MonthToOverrule | null>(null)
  const { history, months, otherOverrides } = forecast
  return (
    <div className={classes.scroll}>
      <table className={`${plain.table} ${classes.months}`} aria-label={t('forecast.table.label')}>
        <Head />
        <tbody>
          <Part>{t('forecast.table.ahead')}</Part>
          {months.map((month) => (
            <AheadRow key={month.from} month={month} forecast={forecast} onOverrule={setAsked} />
          ))}
          {history.length > 0 ? <Part>{t('forecast.table.past')}</Part> : null}
          {[...history].reverse().map((month) => (
            <PastRow key={month.from} month={month} forecast={forecast} onOverrule={setAsked} />
          ))}
          {otherOverrides.length > 0 ? <Part>{t('forecast.table.other')}</Part> : null}
          {otherOverrides.map((override) => (
            <OtherRow key={override.id} override={override} forecast={forecast} />
          ))}
        </tbody>
      </table>
      {asked ? <OverruleDialog month={asked} forecast={forecast} onClose={() => setAsked(null)} /> : null}
    </div>
  )
}

const numeric = ['demand', 'computed', 'interval', 'fitted', 'daysOut', 'used'] as const

function Head() {
  const { t } = useText()
  return (
    <thead>
      <tr>
        <th scope="col">{t('forecast.table.month')}</th>
        {numeric.map((name) => (
          <th key={name} scope="col" data-numeric>
            {t(`forecast.table.${name}`)}
          </th>
        ))}
        <th scope="col">{t('forecast.table.notes')}</th>
        <td />
      </tr>
    </thead>
  )
}

function Part({ children }: { children: ReactNode }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={9} className={classes.part}>
        {children}
      </th>
    </tr>
  )
}

type RowProps<Month> = { month: Month; forecast: ProductForecast; onOverrule: (month: MonthToOverrule) => void }

function AheadRow({ month, forecast, onOverrule }: RowProps<ForecastMonth>) {
  const text = useText()
  const { from, computed, used, lower, upper, override } = month
  const shown = computed === null ? null : Math.max(0, computed)
  return (
    <tr>
      <th scope="row">{monthName(from)}</th>
      <td data-numeric>–</td>
      <td data-numeric className={override ? classes.struck : undefined}>
        {figureText(text, shown)}
      </td>
      <td data-numeric>
        {lower === null || upper === null
          ? '–'
          : text.t('forecast.table.range', { lower: figureText(text, lower), upper: figureText(text, upper) })}
      </td>
      <td data-numeric>–</td>
      <td data-numeric>–</td>
      <td data-numeric>{figureText(text, used)}</td>
      <td className={classes.notes}>{override ? <Said override={override} unit={forecast.unit} /> : null}</td>
      <Doing
        forecast={forecast}
        monthOn={from}
        override={override}
        onOverrule={() => onOverrule({ monthOn: from, isPast: false, figure: shown, override })}
      />
    </tr>
  )
}

function PastRow({ month, forecast, onOverrule }: RowProps<ForecastHistoryRow>) {
  const text = useText()
  const { from, demand, used, marks, fitted, daysOut, override } = month
  const said = marks.filter((mark) => mark !== 'overruled').map((mark) => markText(text, mark))
  return (
    <tr>
      <th scope="row">{monthName(from)}</th>
      <td data-numeric className={override ? classes.struck : undefined}>
        {figureText(text, demand)}
      </td>
      <td data-numeric>–</td>
      <td data-numeric>–</td>
      <td data-numeric>{figureText(text, fitted === null ? null : Math.max(0, fitted))}</td>
      <td data-numeric>{daysOut === null ? '–' : text.format.number(daysOut)}</td>
      <td data-numeric>{figureText(text, used)}</td>
      <td className={classes.notes}>
        {said.join(' · ')}
        {override ? <Said override={override} unit={forecast.unit} /> : null}
      </td>
      <Doing
        forecast={forecast}
        monthOn={from}
        override={override}
        onOverrule={() => onOverrule({ monthOn: from, isPast: true, figure: demand, override })}
      />
    </tr>
  )
}

function OtherRow({ override, forecast }: { override: DemandOverride; forecast: ProductForecast }) {
  return (
    <tr>
      <th scope="row">{monthName(override.monthOn)}</th>
      <td colSpan={6} />
      <td className={classes.notes}>
        <Said override={override} unit={forecast.unit} />
      </td>
      <Doing forecast={forecast} monthOn={override.monthOn} override={override} />
    </tr>
  )
}

function Said({ override: { quantity, reason }, unit }: { override: DemandOverride; unit: string }) {
  const text = useText()
  const amount = unitFigure(text, quantity, unit)
  const what = reason
    ? text.t('forecast.overrule.said', { quantity: amount, reason })
    : text.t('forecast.overrule.saidOnly', { quantity: amount })
  return <span>{`${text.t('forecast.marks.overruled')} · ${what}`}</span>
}

type DoingProps = {
  forecast: ProductForecast
  monthOn: string
  override: DemandOverride | null
  onOverrule?: () => void
}

/** Overrules, says something else, or takes back. */
function Doing({ forecast: { productId }, monthOn, override, onOverrule }: DoingProps) {
  const text = useText()
  const { t } = text
  const month = monthName(monthOn)
  const takingBack = useMutation({
    mutationFn: () => client.planning.takeBackOverrule.mutate({ productId, monthOn }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('forecast.overrule.takenBack', { month }), operationId),
    onError: (error) => sayError(t, error),
  })
  return (
    <td data-numeric>
      {onOverrule ? (
        <WriteGate>
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={t('forecast.overrule.doOf', { month })}
            onClick={onOverrule}
          >
            {t('forecast.overrule.do')}
          </Button>
        </WriteGate>
      ) : null}
      {override ? (
        <WriteGate>
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={t('forecast.overrule.takeBackOf', { month })}
            loading={takingBack.isPending}
            onClick={() => takingBack.mutate()}
          >
            {t('forecast.overrule.takeBack')}
          </Button>
        </WriteGate>
      ) : null}
    </td>
  )
}
