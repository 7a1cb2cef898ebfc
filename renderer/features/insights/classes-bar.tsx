// The question of the matrix as controls: basis, months, period, the day it is asked for, and what it is narrowed to.
import { Select } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import type { ClassesResult } from '#shared/schemas/classes.ts'
import { periodKinds } from '#shared/schemas/planning.ts'
import { AskedDay } from './asked-day.tsx'
import { BasisSwitch } from './basis-switch.tsx'
import { monthChoices } from './classes-address.ts'
import { filterForBasis } from './filter-address.ts'
import { FilterPickers } from './filter-pickers.tsx'
import type { ClassesState } from './use-classes-question.ts'

export function ClassesBar({ state, result }: { state: ClassesState; result: ClassesResult | undefined }) {
  const { t, format } = useText()
  const { address, change } = state
  const basis = address.basis ?? result?.question.basis ?? 'revenue'
  const months = address.months ?? result?.question.months ?? 12
  const choices = [...new Set([...monthChoices, months])].sort((left, right) => left - right)
  return (
    <>
      <BasisSwitch basis={basis} onChange={(next) => change({ basis: next, id: undefined, ...filterForBasis(next) })} />
      <Select
        w={140}
        aria-label={t('classes.months.label')}
        data={choices.map((count) => ({
          value: String(count),
          label: t('classes.months.last', { count, formatted: format.number(count) }),
        }))}
        allowDeselect={false}
        value={String(months)}
        onChange={(value) => change({ months: Number(value) })}
      />
      <Select
        w={108}
        aria-label={t('classes.period.label')}
        data={periodKinds.map((value) => ({ value, label: t(`classes.period.${value}`) }))}
        allowDeselect={false}
        value={address.period ?? result?.question.period ?? 'month'}
        onChange={(value) => change({ period: periodKinds.find((one) => one === value) })}
      />
      <AskedDay
        label={t('classes.on')}
        width={128}
        day={address.on ?? result?.question.on ?? ''}
        onChange={(on) => change({ on })}
      />
      <FilterPickers
        filter={address}
        isOfStock={basis === 'stockValue'}
        onChange={(part) => change({ ...part, id: undefined })}
      />
    </>
  )
}
