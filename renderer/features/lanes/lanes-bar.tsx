// What the report is asked: how it is added up, which shipments, which days, and as known on which day.
import { SegmentedControl, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import report from '#renderer/ui/report.module.css'
import { isDay } from '#shared/dates.ts'
import { type LaneGroup, laneGroups } from '#shared/schemas/lanes.ts'
import { type ShipmentKind, shipmentKinds } from '#shared/schemas/shipment-words.ts'
import classes from './lanes.module.css'
import type { LanesState } from './use-lanes.ts'

export function LanesBar({ state: { address, change, question }, actions }: { state: LanesState; actions: ReactNode }) {
  const { t } = useText()
  return (
    <div className={report.bar}>
      <SegmentedControl
        aria-label={t('lanes.by')}
        data={laneGroups.map((value) => ({ value, label: t(`lanes.groups.${value}`) }))}
        value={question.by}
        onChange={(by) => change({ by: by as LaneGroup, row: undefined, figure: undefined })}
      />
      <Select
        w={170}
        aria-label={t('lanes.kind')}
        placeholder={t('lanes.anyKind')}
        clearable
        data={shipmentKinds.map((value) => ({ value, label: t(`shipments.kinds.${value}`) }))}
        value={address.kind ?? null}
        onChange={(kind) => change({ kind: (kind as ShipmentKind | null) ?? undefined })}
      />
      <span className={classes.days}>
        <DayField
          label={t('lanes.from')}
          placeholder={t('lanes.fromStart')}
          value={address.from ?? ''}
          onChange={(from) => change({ from })}
        />
        –
        <DayField
          label={t('lanes.to')}
          placeholder={t('lanes.toEnd')}
          value={address.to ?? ''}
          onChange={(to) => change({ to })}
        />
      </span>
      <span className={classes.days}>
        <span className="q-quiet">{t('lanes.asOf')}</span>
        <DayField
          label={t('lanes.asOf')}
          placeholder={t('lanes.asOfToday')}
          value={address.asOf ?? ''}
          onChange={(asOf) => change({ asOf })}
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
