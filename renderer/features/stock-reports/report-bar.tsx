// What a report is narrowed to: a word, a place, a day or days; at its end the sum and the export.

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import report from '#renderer/ui/report.module.css'
import { WordField } from '#renderer/ui/word-field.tsx'
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
      <div className={report.actions}>{actions}</div>
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
