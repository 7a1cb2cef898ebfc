// What the report is asked: how it is added up, which shipments, which days, and as known on which day.
import { SegmentedControl, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { DayField } from '#renderer/ui/day-field.tsx'
import report from '#renderer/ui/report.module.css'
import { type LaneGroup, laneGroups } from '#shared/schemas/lanes.ts'
import { type ShipmentKind, shipmentKinds } from '#shared/schemas/shipment-words.ts'
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
      <span className={report.days}>
        <DayField
          aria-label={t('lanes.from')}
          placeholder={t('lanes.fromStart')}
          value={address.from}
          onChange={(from) => change({ from })}
        />
        –
        <DayField
          aria-label={t('lanes.to')}
          placeholder={t('lanes.toEnd')}
          value={address.to}
          onChange={(to) => change({ to })}
        />
      </span>
      <span className={report.days}>
        <span className="q-quiet">{t('lanes.asOf')}</span>
        <DayField
          aria-label={t('lanes.asOf')}
          placeholder={t('lanes.asOfToday')}
          value={address.asOf}
          onChange={(asOf) => change({ asOf })}
        />
      </span>
      <div className={report.actions}>{actions}</div>
    </div>
  )
}
