// How a paste is meant where it does not say so itself: the order of its days, the zone of its times, where it is from.
import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { isZone } from '#shared/local-time.ts'
import { type DateOrder, dateOrders } from '#shared/schemas/tracking.ts'
import { useSourceNames } from './source-names.ts'
import classes from './tracking.module.css'
import type { Paste } from './use-paste.ts'

/** Pages and carriers that a paste can come from. */
const sources = [
  '17track',
  'aftership',
  'dhl',
  'ups',
  'fedex',
  'usps',
  'china_post',
  'yunexpress',
  'cainiao',
  '4px',
  'sf_express',
]

export function PasteOptionsRow({ paste }: { paste: Paste }) {
  const { t } = useText()
  const nameOf = useSourceNames()
  const { options, setOptions, understood } = paste
  const asks = understood?.asksDateOrder
  return (
    <div className={classes.options}>
      <Select
        label={t('tracking.paste.dateOrder')}
        allowDeselect={false}
        data={['auto' as const, ...dateOrders].map((value) => ({
          value,
          label: t(`tracking.paste.dateOrders.${value}`),
        }))}
        error={asks ? true : undefined}
        value={options.dateOrder ?? 'auto'}
        onChange={(value) => setOptions({ ...options, dateOrder: value === 'auto' ? null : (value as DateOrder) })}
      />
      <ZoneField zone={options.zone} onChange={(zone) => setOptions({ ...options, zone })} />
      <Select
        label={t('tracking.paste.source')}
        clearable
        searchable
        placeholder={nameOf(understood?.source ?? '') || t('tracking.paste.sourceAuto')}
        data={sources.map((value) => ({ value, label: nameOf(value) }))}
        value={options.source || null}
        onChange={(source) => setOptions({ ...options, source: source ?? '' })}
      />
    </div>
  )
}

type ZoneProps = { zone: string; onChange: (zone: string) => void }

/** Asked once it is a zone: half a name is none. */
function ZoneField({ zone, onChange }: ZoneProps) {
  const { t } = useText()
  const { timeZone } = useBook()
  const [typed, setTyped] = useState(zone)
  const isWrong = typed.trim() !== '' && !isZone(typed.trim())
  return (
    <TextInput
      label={t('tracking.paste.zone')}
      placeholder={t('tracking.paste.zoneBook', { zone: timeZone })}
      value={typed}
      error={isWrong ? t('tracking.dialog.zoneProblem') : undefined}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        if (text.trim() === '' || isZone(text.trim())) onChange(text.trim())
      }}
    />
  )
}
