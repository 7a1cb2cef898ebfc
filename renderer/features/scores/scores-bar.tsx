// Which days, as of when, and how strictly: the question of a score screen as controls.
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { type Day, isDay } from '#shared/dates.ts'
import type { AnsweredQuestion } from '#shared/schemas/scores.ts'
import classes from './scores.module.css'
import type { ScoreState } from './use-score-question.ts'

type ScoresBarProps = { state: ScoreState; asked: AnsweredQuestion | undefined }

export function ScoresBar({ state: { address, change }, asked }: ScoresBarProps) {
  const { t } = useText()
  const isChanged = ['from', 'to', 'asOf', 'grace', 'tolerance'].some((key) => key in address)
  return (
    <div className={classes.question}>
      <AskedDay
        label={t('scores.bar.from')}
        day={address.from ?? asked?.from ?? ''}
        onTake={(from) => change({ from })}
      />
      <AskedDay label={t('scores.bar.to')} day={address.to ?? asked?.to ?? ''} onTake={(to) => change({ to })} />
      <AskedDay
        label={t('scores.bar.asOf')}
        day={address.asOf ?? asked?.asOf ?? ''}
        onTake={(asOf) => change({ asOf })}
      />
      <AskedNumber
        label={t('scores.bar.grace')}
        value={address.grace ?? asked?.graceDays}
        onTake={(grace) => change({ grace })}
      />
      <AskedNumber
        label={t('scores.bar.tolerance')}
        value={address.tolerance ?? (asked ? Number((asked.underTolerance * 100).toFixed(6)) : undefined)}
        onTake={(tolerance) => change({ tolerance })}
      />
      <Button
        disabled={!isChanged}
        onClick={() =>
          change({ from: undefined, to: undefined, asOf: undefined, grace: undefined, tolerance: undefined })
        }
      >
        {t('scores.bar.reset')}
      </Button>
    </div>
  )
}

type AskedDayProps = { label: string; day: string; onTake: (day: Day | undefined) => void }

/** Taken once it is a day, or emptied; anything else waits for the rest of it. */
function AskedDay({ label, day, onTake }: AskedDayProps) {
  const [typed, setTyped] = useState(day)
  useEffect(() => setTyped(day), [day])
  const take = (text: string) => {
    setTyped(text)
    const found = typedDay(text)
    if (text.length >= 8 && isDay(found) && found !== day) onTake(found)
  }
  return (
    <DayInput
      label={label}
      w={144}
      value={typed}
      onChange={take}
      onBlur={() => {
        if (typed === '') onTake(undefined)
        if (!isDay(typedDay(typed))) setTyped(day)
      }}
    />
  )
}

type AskedNumberProps = { label: string; value: number | undefined; onTake: (value: number | undefined) => void }

export function AskedNumber({ label, value, onTake }: AskedNumberProps) {
  const written = value === undefined ? '' : String(value)
  const [typed, setTyped] = useState(written)
  useEffect(() => setTyped(written), [written])
  const take = () => {
    const text = typedDecimal(typed).trim()
    const number = Number(text)
    if (text === '') onTake(undefined)
    else if (Number.isFinite(number) && number >= 0 && number !== value) onTake(number)
    else setTyped(written)
  }
  return (
    <DecimalInput
      label={label}
      miw={120}
      styles={{ wrapper: { width: 140 } }}
      value={typed}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  )
}
