// The legs of a shipment as a line from place to place, with planned and real days. Real days are written down where they stand.
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Leg, Shipment } from '#shared/schemas/shipments.ts'
import { LegDaysDialog } from './leg-days-dialog.tsx'
import classes from './shipments.module.css'
import { useLegWarnings } from './use-shipment-warnings.ts'

export function LegLine({ shipment }: { shipment: Shipment }) {
  const { legs, verbs } = shipment
  const { t } = useText()
  const [asked, ask] = useState<Leg | null>(null)
  const warnings = useLegWarnings(shipment)
  return (
    <section className={classes.section}>
      <SectionTitle>{t('shipments.sections.legs')}</SectionTitle>
      <ol className={classes.legs}>
        {legs.map((leg, index) => (
          <LegItem
            key={leg.id}
            leg={leg}
            doubts={numbersOfLeg.flatMap((field) => warnings[`legs.${index}.${field}`] ?? [])}
            onWrite={verbs.includes('edit') ? () => ask(leg) : null}
          />
        ))}
      </ol>
      {asked ? <LegDaysDialog leg={asked} onClose={() => ask(null)} /> : null}
    </section>
  )
}

/** What is printed on papers and asked of carriers: a digit typed wrong is worth a word wherever it is read. */
const numbersOfLeg = ['containerNumber', 'blNumber'] as const

type ItemProps = { leg: Leg; doubts: readonly string[]; onWrite: (() => void) | null }

function LegItem({ leg, doubts, onWrite }: ItemProps) {
  const { t, language } = useText()
  const carrier = leg.carrier && nameIn(language, leg.carrier)
  const details = [
    t(`shipments.modes.${leg.mode}`),
    carrier,
    [leg.vessel, leg.voyage].filter(Boolean).join(' '),
    leg.containerNumber,
    leg.sealNumber && `${t('shipments.fields.seal')} ${leg.sealNumber}`,
    leg.blNumber,
  ]
  return (
    <li className={classes.leg} data-stage={leg.arrivedOn ? 'done' : leg.departedOn ? 'under-way' : 'planned'}>
      <div className={classes.legEnds}>
        <LegEnd end={leg.from} real={leg.departedOn} planned={leg.plannedDepartureOn} />
        <span className={classes.legArrow} aria-hidden>
          →
        </span>
        <LegEnd end={leg.to} real={leg.arrivedOn} planned={leg.plannedArrivalOn} />
        {onWrite ? (
          <WriteGate>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={`${t('shipments.legs.write')}: ${t('shipments.legs.nth', { number: leg.position })}`}
              onClick={onWrite}
            >
              {t('shipments.legs.write')}
            </Button>
          </WriteGate>
        ) : null}
      </div>
      <p className={classes.summaryDetail}>{details.filter(Boolean).join(' · ')}</p>
      {doubts.map((doubt) => (
        <p key={doubt} className={classes.doubt}>
          <IconAlertTriangle size={12} stroke={1.5} aria-hidden /> {doubt}
        </p>
      ))}
      {leg.note ? <p className={classes.summaryDetail}>{leg.note}</p> : null}
    </li>
  )
}

type EndProps = { end: Leg['from']; real: string | null; planned: string | null }

function LegEnd({ end, real, planned }: EndProps) {
  const { t, format } = useText()
  const place = [end.place || format.country(end.country), end.code].filter(Boolean).join(' · ')
  return (
    <span className={classes.legEnd}>
      <strong>{place || '–'}</strong>
      <span className={real ? undefined : 'q-quiet'}>
        {real ?? (planned ? t('shipments.legs.planned', { day: planned }) : t('shipments.legs.open'))}
      </span>
    </span>
  )
}
