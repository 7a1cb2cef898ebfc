// What of it is shown: what is due, soon or all; a word; and how much money there is.
import { CloseButton, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { isDecimal } from '#shared/decimal.ts'
import { replenishmentScopes } from '#shared/schemas/replenishment.ts'
import classes from './replenishment.module.css'
import type { ReplenishmentScope } from './replenishment-address.ts'
import type { ReplenishmentState } from './use-replenishment.ts'

/** Asked once nobody has typed for a moment. */
const pauseMs = 250

export function ReplenishmentBar({ state: { address, change, query } }: { state: ReplenishmentState }) {
  const { t } = useText()
  const scope = address.scope ?? 'due'
  return (
    <div className={classes.bar}>
      <SegmentedControl
        aria-label={t('replenishment.scope.label')}
        data={replenishmentScopes.map((value) => ({ value, label: t(`replenishment.scope.${value}`) }))}
        value={scope}
        onChange={(value) => {
          const wanted = value as ReplenishmentScope
          change({ scope: wanted === 'due' ? undefined : wanted })
        }}
      />
      <WordField value={address.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
      <BudgetField
        value={address.budget ?? ''}
        currency={query.data?.currency ?? ''}
        onChange={(budget) => change({ budget })}
      />
    </div>
  )
}

function WordField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useText()
  const [typed, setTyped] = useState(value)
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => field.current?.focus()]])
  const ask = useDebouncedCallback(onChange, pauseMs)
  const type = (text: string) => {
    setTyped(text)
    ask(text)
  }
  return (
    <TextInput
      ref={field}
      w={220}
      aria-label={t('lists.find')}
      placeholder={t('replenishment.find')}
      leftSection={<IconSearch size={14} stroke={1.5} />}
      rightSection={typed ? <CloseButton aria-label={t('common.clear')} onClick={() => type('')} /> : null}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
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
