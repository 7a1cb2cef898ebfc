// What of it is shown: what is due, soon or all; a word; and how much money there is.

import { SegmentedControl } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import report from '#renderer/ui/report.module.css'
import { WordField } from '#renderer/ui/word-field.tsx'
import { isDecimal } from '#shared/decimal.ts'
import { replenishmentScopes } from '#shared/schemas/replenishment.ts'
import type { ReplenishmentScope } from './replenishment-address.ts'
import type { ReplenishmentState } from './use-replenishment.ts'

/** Asked once nobody has typed for a moment. */
const pauseMs = 250

export function ReplenishmentBar({ state: { address, change, query } }: { state: ReplenishmentState }) {
  const { t } = useText()
  const scope = address.scope ?? 'due'
  return (
    <div className={report.bar}>
      <SegmentedControl
        aria-label={t('replenishment.scope.label')}
        data={replenishmentScopes.map((value) => ({ value, label: t(`replenishment.scope.${value}`) }))}
        value={scope}
        onChange={(value) => {
          const wanted = value as ReplenishmentScope
          change({ scope: wanted === 'due' ? undefined : wanted })
        }}
      />
      <WordField
        placeholder={t('replenishment.find')}
        value={address.q ?? ''}
        onChange={(q) => change({ q: q || undefined })}
      />
      <BudgetField
        value={address.budget ?? ''}
        currency={query.data?.currency ?? ''}
        onChange={(budget) => change({ budget })}
      />
    </div>
  )
}

type BudgetFieldProps = { value: string; currency: string; onChange: (budget: string | undefined) => void }

function BudgetField({ value, currency, onChange }: BudgetFieldProps) {
  const { t } = useText()
  const [typed, setTyped] = useState(value)
  const ask = useDebouncedCallback(onChange, pauseMs)
  const amount = typedDecimal(typed)
  const isGood = amount === '' || (isDecimal(amount) && !amount.startsWith('-'))
  return (
    <DecimalInput
      w={180}
      aria-label={t('replenishment.budget.label')}
      placeholder={t('replenishment.budget.label')}
      unit={currency}
      value={typed}
      onChange={(text) => {
        setTyped(text)
        const read = typedDecimal(text)
        if (read === '') ask(undefined)
        else if (isDecimal(read) && !read.startsWith('-')) ask(read)
      }}
      error={isGood ? undefined : fieldMessage(t, 'decimal')}
    />
  )
}
