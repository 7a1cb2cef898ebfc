// What the history is narrowed to.
import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { isDay } from '#shared/dates.ts'
import { actionKinds } from '#shared/schemas/history.ts'
import { recordKinds } from '#shared/schemas/records.ts'
import { copyName } from './copy-name.ts'
import classes from './history.module.css'
import { type HistoryAddress, isNarrowed } from './history-address.ts'

type FiltersProps = { address: HistoryAddress; onChange: (address: HistoryAddress) => void }

const typingPauseMs = 250

export function HistoryFilters({ address, onChange }: FiltersProps) {
  const { t, language } = useText()
  const { data } = useQuery(trpc.history.choices.queryOptions())
  const people = data?.people ?? []
  const copies = data?.copies ?? []
  const put = (change: Partial<Record<keyof HistoryAddress, unknown>>) =>
    onChange({ ...address, ...change } as HistoryAddress)
  const choices = [
    {
      key: 'person',
      label: t('history.book.person'),
      any: t('history.book.everyone'),
      data: people.map((person) => ({ value: String(person.id), label: nameIn(language, person) })),
    },
    {
      key: 'record',
      label: t('history.book.record'),
      any: t('history.book.everything'),
      data: recordKinds.map((kind) => ({ value: kind, label: t(`records.kinds.${kind}`) })),
    },
    {
      key: 'action',
      label: t('history.book.action'),
      any: t('history.book.anyAction'),
      data: actionKinds.map((kind) => ({ value: kind, label: t(`history.book.actions.${kind}`) })),
    },
    {
      key: 'copy',
      label: t('history.book.copy'),
      any: t('history.book.anyCopy'),
      data: copies.map((copy) => ({ value: String(copy.replica), label: copyName(t, copy) })),
    },
  ] as const
  // One copy alone is nothing to choose from.
  const shown = choices.filter(({ key }) => key !== 'copy' || copies.length > 1 || address.copy !== undefined)
  return (
    <search className={classes.filters} aria-label={t('history.book.title')}>
      <SearchField key={address.search === undefined ? 'none' : 'some'} address={address} onChange={onChange} />
      {shown.map(({ key, label, any, data: options }) => (
        <Select
          key={key}
          aria-label={label}
          placeholder={any}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          data={options}
          value={address[key] === undefined ? null : String(address[key])}
          onChange={(value) => put({ [key]: value ?? undefined })}
          w={132}
        />
      ))}
      <DayField name="from" address={address} onChange={onChange} />
      <DayField name="to" address={address} onChange={onChange} />
      {isNarrowed(address) ? (
        <Button variant="subtle" onClick={() => onChange({})}>
          {t('history.book.clear')}
        </Button>
      ) : null}
    </search>
  )
}

function SearchField({ address, onChange }: FiltersProps) {
  const { t } = useText()
  const [typed, setTyped] = useState(address.search ?? '')
  const search = useDebouncedCallback((text: string) => onChange({ ...address, search: text }), typingPauseMs)
  return (
    <TextInput
      type="search"
      aria-label={t('history.book.search')}
      placeholder={t('history.book.search')}
      leftSection={<IconSearch size={14} stroke={1.6} />}
      maxLength={200}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        search(event.currentTarget.value)
      }}
      w={200}
    />
  )
}

/** What is not a day yet stays in the field and narrows nothing. */
function DayField({ name, address, onChange }: FiltersProps & { name: 'from' | 'to' }) {
  const { t } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div className={classes.day}>
      <DayInput
        aria-label={t(`history.book.${name}`)}
        placeholder={t(`history.book.${name}`)}
        value={typed ?? address[name] ?? ''}
        onChange={(day) => {
          const isUsable = day === '' || isDay(day)
          setTyped(isUsable ? null : day)
          if (isUsable) onChange({ ...address, [name]: day })
        }}
      />
    </div>
  )
}
