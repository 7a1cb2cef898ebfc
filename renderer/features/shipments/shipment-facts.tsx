// What is known of a shipment as a whole: who, by whom, when, how heavy, and what it is worth and costs.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Format } from '#renderer/lib/format.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { type Fact, Facts } from '#renderer/ui/facts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { asDay, daysBetween } from '#shared/dates.ts'
import type { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { NamedShipment, Shipment } from '#shared/schemas/shipments.ts'
import classes from './shipments.module.css'

type Props = { shipment: Shipment }

export function ShipmentFacts({ shipment }: Props) {
  const { t } = useText()
  return (
    <>
      {shipment.isHistory ? <Notice>{t('shipments.historyText')}</Notice> : null}
      {shipment.hasDeliveryDays ? null : <Notice>{t('shipments.noDeliveryDays')}</Notice>}
      <WayFacts shipment={shipment} />
      <DayFacts shipment={shipment} />
      <AmountFacts shipment={shipment} />
      <MoreFacts shipment={shipment} />
    </>
  )
}

type Name = (key: keyof typeof english.shipments.fields) => string

function useName(): Name {
  const { t } = useText()
  return (key) => t(`shipments.fields.${key}`)
}

function WayFacts({ shipment }: Props) {
  const { t, format, language } = useText()
  const name = useName()
  const { party, carrier, service, warehouse, toWarehouse, kind } = shipment
  const inbound = kind === 'purchase' || kind === 'return'
  const from = [shipment.fromPlace, shipment.fromCountry && format.country(shipment.fromCountry)]
  return (
    <Facts
      facts={[
        { label: name('kind'), value: t(`shipments.kinds.${kind}`) },
        partyFact(name(kind === 'purchase' ? 'supplier' : 'customer'), party && nameIn(language, party), shipment),
        { label: name('recipient'), value: addressOf(shipment, format), optional: true },
        {
          label: name(inbound ? 'comesInAt' : 'leavesFrom'),
          value: warehouse && placeName(t, warehouse),
          optional: true,
        },
        { label: name('toWarehouse'), value: toWarehouse && placeName(t, toWarehouse), optional: true },
        { label: name('from'), value: from.filter(Boolean).join(', '), optional: true },
        {
          label: name('carrier'),
          value: carrier && (
            <Link className="q-link" to="/carriers/$id" params={{ id: String(carrier.id) }}>
              {nameIn(language, carrier)}
            </Link>
          ),
        },
        { label: name('service'), value: service?.name, optional: true },
        { label: name('mode'), value: shipment.mode && t(`shipments.modes.${shipment.mode}`), optional: true },
        { label: name('reference'), value: shipment.reference, optional: true },
      ]}
    />
  )
}

function partyFact(label: string, name: string | null, { party, kind }: Shipment): Fact {
  const to = kind === 'purchase' ? '/suppliers/$id' : '/customers/$id'
  const link = party && (
    <Link className="q-link" to={to} params={{ id: String(party.id) }}>
      {name}
    </Link>
  )
  return { label, value: link, optional: true }
}

function addressOf({ shipTo }: Shipment, format: Format): ReactNode {
  const lines = [
    shipTo.name,
    shipTo.street,
    [shipTo.postalCode, shipTo.city, shipTo.region].filter(Boolean).join(' '),
    shipTo.country && format.country(shipTo.country),
    [shipTo.phone, shipTo.email].filter(Boolean).join(' · '),
  ].filter(Boolean)
  return lines.length === 0 ? null : <span className={classes.address}>{lines.join('\n')}</span>
}

function DayFacts({ shipment }: Props) {
  const { t, format } = useText()
  const name = useName()
  const { plannedOn, plannedBy } = shipment
  const by = plannedBy === '' ? '' : ` · ${t(`shipments.plannedBys.${plannedBy}`)}`
  return (
    <Facts
      title={t('shipments.sections.days')}
      facts={[
        { label: name('bookedOn'), value: shipment.bookedOn, optional: true },
        { label: name('packedOn'), value: shipment.packedOn, optional: true },
        { label: name('sentOn'), value: shipment.sentOn },
        { label: name('plannedOn'), value: plannedOn && `${plannedOn}${by}` },
        { label: t('shipments.legsPlan'), value: legsPlanOf(shipment, t, format), optional: true },
        { label: name('deliveredOn'), value: shipment.deliveredOn, optional: true },
        { label: name('keptUntil'), value: shipment.keptUntil, optional: true },
        { label: name('decideBy'), value: shipment.decideBy, optional: true },
        {
          label: name('decision'),
          value:
            shipment.decision &&
            [t(`shipments.decisions.${shipment.decision}`), shipment.decidedOn, shipment.decisionNote]
              .filter(Boolean)
              .join(' · '),
          optional: true,
        },
      ]}
    />
  )
}

/** What the forwarder plans, where the day that counts is another one. */
function legsPlanOf({ legs, plannedOn }: Shipment, t: Translate, format: Format): string | null {
  const on = legs.at(-1)?.plannedArrivalOn ?? null
  if (on === null || on === plannedOn) return null
  const late = plannedOn === null ? 0 : daysBetween(asDay(plannedOn), asDay(on))
  return late > 0 ? `${on} · ${t('shipments.afterPlan', { count: late, formatted: format.number(late) })}` : on
}

function AmountFacts({ shipment }: Props) {
  const { t, format } = useText()
  const name = useName()
  const { weightGrams, volumeCm3, chargeableGrams, insured, baseCurrency } = shipment
  const money = (amount: string | null) => amount && format.money(amount, baseCurrency)
  return (
    <Facts
      title={t('shipments.sections.amounts')}
      facts={[
        { label: name('pieces'), value: shipment.pieceCount > 0 && format.number(shipment.pieceCount), optional: true },
        { label: name('weight'), value: weightGrams === null ? null : format.kg(weightGrams) },
        { label: name('volume'), value: volumeCm3 === null ? null : cubic(format, volumeCm3), optional: true },
        {
          label: name('chargeable'),
          value: chargeableGrams === null ? null : format.kg(chargeableGrams),
          optional: true,
        },
        {
          label: name(shipment.isAtCost ? 'valueAtCost' : 'value'),
          value: money(shipment.value) ?? <span className="q-quiet">{t('shipments.noValue')}</span>,
        },
        { label: name('estimate'), value: money(shipment.estimate), optional: true },
        { label: name('cost'), value: money(shipment.cost), optional: true },
        { label: name('insured'), value: insured && format.money(insured.amount, insured.currency), optional: true },
        {
          label: name('insurer'),
          value: [shipment.insurer, shipment.policyNumber].filter(Boolean).join(' · '),
          optional: true,
        },
      ]}
    />
  )
}

function cubic(format: ReturnType<typeof useText>['format'], cm3: number): string {
  return `${format.number((cm3 / 1_000_000).toFixed(3))} m³`
}

function MoreFacts({ shipment }: Props) {
  const { t } = useText()
  const name = useName()
  const { follows, followedBy } = shipment
  return (
    <Facts
      title={t('shipments.sections.more')}
      facts={[
        {
          label: name('incoterm'),
          value: [shipment.incoterm, shipment.place].filter(Boolean).join(' '),
          optional: true,
        },
        { label: name('follows'), value: follows && <ShipmentLinks shipments={[follows]} />, optional: true },
        {
          label: name('followedBy'),
          value: followedBy.length > 0 && <ShipmentLinks shipments={followedBy} />,
          optional: true,
        },
        { label: name('marks'), value: shipment.marks, optional: true },
        { label: name('packingNote'), value: shipment.packingNote, optional: true },
        {
          label: name('channel'),
          value: [shipment.channel, shipment.externalId].filter(Boolean).join(' · '),
          optional: true,
        },
        { label: name('note'), value: shipment.note, optional: true },
      ]}
    />
  )
}

function ShipmentLinks({ shipments }: { shipments: readonly NamedShipment[] }) {
  return shipments.map(({ id, number }, index) => (
    <span key={id}>
      {index > 0 ? ', ' : ''}
      <Link className="q-link" to="/shipments/$id" params={{ id: String(id) }}>
        {number}
      </Link>
    </span>
  ))
}
