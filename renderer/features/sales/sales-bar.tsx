// What the report is narrowed to: how it is added up, and the days; at its end the export.
import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { DayField } from '#renderer/ui/day-field.tsx'
import report from '#renderer/ui/report.module.css'
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
      <span className={report.days}>
        <DayField
          aria-label={t('sales.from')}
          placeholder={t('sales.fromStart')}
          value={address.from}
          onChange={(from) => change({ from })}
        />
        –
        <DayField
          aria-label={t('sales.to')}
          placeholder={t('sales.toEnd')}
          value={address.to}
          onChange={(to) => change({ to })}
        />
      </span>
      <div className={report.actions}>{actions}</div>
    </div>
  )
}
