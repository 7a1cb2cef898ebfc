// Entries at customs of a shipment: what was declared, how far it has come, and what was charged.
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { CustomsEntry, CustomsStatus } from '#shared/schemas/shipment-customs.ts'
import type { Shipment } from '#shared/schemas/shipments.ts'
import { CustomsDialog } from './customs-dialog.tsx'
import classes from './shipments.module.css'

const tones: Readonly<Record<CustomsStatus, Tone>> = {
  draft: 'outline',
  filed: 'accent',
  inspected: 'warn',
  held: 'bad',
  released: 'good',
  refused: 'bad',
}

export function CustomsSection({ shipment }: { shipment: Shipment }) {
  const { t } = useText()
  const [asked, ask] = useState<CustomsEntry | 'new' | null>(null)
  const mayEdit = shipment.verbs.includes('edit')
  return (
    <section className={classes.section}>
      <SectionTitle>{t('shipments.sections.customs')}</SectionTitle>
      {shipment.customs.length === 0 ? <p className="q-quiet">{t('shipments.customs.none')}</p> : null}
      <ul className={classes.summary}>
        {shipment.customs.map((entry) => (
          <EntryItem key={entry.id} entry={entry} onEdit={mayEdit ? () => ask(entry) : null} />
        ))}
      </ul>
      {mayEdit ? (
        <WriteGate>
          <Button
            className={classes.addCustoms ?? ''}
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} stroke={1.5} />}
            onClick={() => ask('new')}
          >
            {t('shipments.customs.add')}
          </Button>
        </WriteGate>
      ) : null}
      {asked ? (
        <CustomsDialog shipment={shipment} entry={asked === 'new' ? null : asked} onClose={() => ask(null)} />
      ) : null}
    </section>
  )
}

function EntryItem({ entry, onEdit }: { entry: CustomsEntry; onEdit: (() => void) | null }) {
  const { t, format, language } = useText()
  const direction = t(`shipments.customsDirections.${entry.direction}`)
  const { currency, totals } = entry
  const money = (label: string, amount: string | null) => amount && `${label} ${format.money(amount, currency)}`
  const details = [
    entry.declarationNumber,
    entry.declaredOn,
    entry.broker && nameIn(language, entry.broker),
    money(t('shipments.fields.lineValue'), totals.value),
    money(t('shipments.fields.duty'), entry.duty),
    money(t('shipments.fields.tax'), entry.tax),
    entry.note,
  ]
  return (
    <li>
      <p className={classes.entryHead}>
        <strong>{[direction, format.country(entry.country)].filter(Boolean).join(' · ')}</strong>{' '}
        <StatusBadge tone={tones[entry.status]}>{t(`shipments.customsStatuses.${entry.status}`)}</StatusBadge>{' '}
        <span className="q-quiet">{entry.statusOn}</span>
        {onEdit ? (
          <WriteGate>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={`${t('shipments.customs.edit')}: ${direction} ${entry.declarationNumber}`}
              onClick={onEdit}
            >
              {t('shipments.customs.edit')}
            </Button>
          </WriteGate>
        ) : null}
      </p>
      <p className={classes.summaryDetail}>{details.filter(Boolean).join(' · ')}</p>
      {entry.lines.length > 0 ? (
        <p className={classes.summaryDetail}>
          {entry.lines
            .map(({ hsCode, description, quantity, unit }) =>
              [hsCode, description, quantity === null ? '' : `${format.number(quantity)} ${unit}`]
                .filter(Boolean)
                .join(' '),
            )
            .join(' · ')}
        </p>
      ) : null}
    </li>
  )
}
