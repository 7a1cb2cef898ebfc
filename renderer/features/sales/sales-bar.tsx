// What the report is narrowed to: how it is added up, and the days; at its end the export.
import { Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import report from '#renderer/ui/report.module.css'
import { isDay } from '#shared/dates.ts'
import classes from './sales.module.css'
import type { SalesState } from './use-sales.ts'

type Group = 'month' | 'country' | 'customer' | 'channel' | 'category' | 'supplier' | 'order' | 'product'

type SalesBarProps<Value extends Group> = {
  state: SalesState
  groups: readonly Value[]
  value: Value
  onChange: (value: Value) => void
  actions: ReactNode
}

export function SalesBar<Value extends Group>({ state, groups, value, onChange, actions }: SalesBarProps<Value>) {
  const { t } = useText()
  const { address, change } = state
  return (
    <div className={report.bar}>
      <Select
        w={160}
        aria-label={t('sales.groupBy')}
        allowDeselect={false}
        data={groups.map((group) => ({ value: group, label: t(`sales.groups.${group}`) }))}
        value={value}
        onChange={(group) => group && onChange(group as Value)}
      />
      <span className={classes.days}>
        <DayField
          label={t('sales.from')}
          placeholder={t('sales.fromStart')}
          value={address.from ?? ''}
          onChange={(from) => change({ from })}
        />
        –
        <DayField
          label={t('sales.to')}
          placeholder={t('sales.toEnd')}
          value={address.to ?? ''}
          onChange={(to) => change({ to })}
        />
      </span>
      <div className={classes.actions}>{actions}</div>
    </div>
  )
}

type DayFieldProps = { label: string; placeholder: string; value: string; onChange: (day: string | undefined) => void }

/** Asked when the day is whole; an empty field is none. */
function DayField({ label, placeholder, value, onChange }: DayFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const change = (text: string) => {
    const isDone = isDay(text) || text === ''
    setTyped(isDone ? null : text)
    if (isDone) onChange(text || undefined)
  }
  return <DayInput w={128} aria-label={label} placeholder={placeholder} value={typed ?? value} onChange={change} />
}

/** A sum with its name, in the line above a report. */
export function Sum({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className={classes.sum}>
      <span className={classes.sumLabel}>{label}</span>
      <strong>{children}</strong>
    </span>
  )
}
