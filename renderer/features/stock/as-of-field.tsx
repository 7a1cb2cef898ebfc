// The day that stock is told of: now, or the end of any day that was.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { isDay } from '#shared/dates.ts'
import classes from './stock.module.css'

type AsOfFieldProps = { on: string | null; onChange: (day: string | null) => void }

export function AsOfField({ on, onChange }: AsOfFieldProps) {
  const { t } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const change = (text: string) => {
    const isDone = isDay(text) || text === ''
    setTyped(isDone ? null : text)
    if (isDone) onChange(text === '' ? null : text)
  }
  return (
    <div className={classes.frame}>
      <DayInput
        w={128}
        aria-label={t('stock.asOf.label')}
        placeholder={t('stock.asOf.now')}
        value={typed ?? on ?? ''}
        onChange={change}
      />
      {on === null ? null : (
        <Button variant="subtle" onClick={() => onChange(null)}>
          {t('stock.asOf.toNow')}
        </Button>
      )}
    </div>
  )
}
