// What a report is narrowed to: a word, a place, a day or days; at its end the sum and the export.

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import report from '#renderer/ui/report.module.css'
import { WordField } from '#renderer/ui/word-field.tsx'
import { isDay } from '#shared/dates.ts'
import classes from './stock-reports.module.css'
import type { ReportsState } from './use-reports.ts'

type ReportBarProps = {
  state: ReportsState
  /** Left out where the rows are no products. */
  hasSearch?: boolean
  hasPlace?: boolean
  children?: ReactNode
  actions?: ReactNode
}

export function ReportBar({ state, hasSearch = true, hasPlace = true, children, actions }: ReportBarProps) {
  const { t } = useText()
  const { address, change } = state
  return (
    <div className={report.bar}>
      {hasSearch ? (
        <WordField
          placeholder={t('stockReports.find')}
          value={address.q ?? ''}
          onChange={(q) => change({ q: q || undefined })}
        />
      ) : null}
      {hasPlace ? <PlaceField value={address.place ?? null} onChange={(place) => change({ place })} /> : null}
      {children}
      <div className={classes.actions}>{actions}</div>
    </div>
  )
}

function PlaceField({ value, onChange }: { value: number | null; onChange: (place: number | undefined) => void }) {
  const { t } = useText()
  const { data = [] } = useQuery(trpc.warehouses.list.queryOptions({ archived: false }))
  return (
    <Select
      w={160}
      aria-label={t('stockReports.place')}
      placeholder={t('stockReports.allPlaces')}
      clearable
      data={data.map((place) => ({ value: String(place.id), label: placeName(t, place) }))}
      value={value === null ? null : String(value)}
      onChange={(place) => onChange(place === null ? undefined : Number(place))}
    />
  )
}

type DayFieldProps = { label: string; placeholder?: string; value: string; onChange: (day: string | undefined) => void }

/** Asked when the day is whole; an empty field is none. */
export function DayField({ label, placeholder, value, onChange }: DayFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const change = (text: string) => {
    const isDone = isDay(text) || text === ''
    setTyped(isDone ? null : text)
    if (isDone) onChange(text || undefined)
  }
  return (
    <DayInput
      w={128}
      aria-label={label}
      {...(placeholder && { placeholder })}
      value={typed ?? value}
      onChange={change}
    />
  )
}
