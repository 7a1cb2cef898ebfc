// What alerts of shipments say, with the carrier where one is known.
import type { Spoken } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import type { Alert, AlertRuleId } from '#shared/schemas/alerts.ts'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'

type ShipmentRule = Extract<AlertRuleId, `shipments/${string}`>

export function shipmentSays(spoken: Spoken, alert: Alert & { rule: ShipmentRule }, today: Day): string {
  const said = whatIsTheMatter(spoken, alert, today)
  const { carrier: name, carrierZh } = alert.facts
  const carrier = nameIn(spoken.format.language, { name: String(name ?? ''), nameZh: String(carrierZh ?? '') })
  return carrier === '' ? said : spoken.t('alerts.says.shipmentOfCarrier', { said, carrier })
}

function whatIsTheMatter(spoken: Spoken, { rule, dayOn, facts }: Alert & { rule: ShipmentRule }, today: Day): string {
  const { t, format } = spoken
  const inWords = (day: unknown) => (typeof day === 'string' && day !== '' ? format.dayInWords(day as Day) : '')
  const counted = (count: number) => ({ count, formatted: format.number(count) })
  switch (rule) {
    case 'shipments/late':
      return t('alerts.says.shipmentLate', counted(dayOn === null ? 0 : daysBetween(dayOn, today)))
    case 'shipments/held':
      return facts.day
        ? t('alerts.says.shipmentHeld', { day: inWords(facts.day) })
        : t('alerts.says.shipmentHeldUndated')
    case 'shipments/undecided':
      return t('alerts.says.shipmentDecide')
    case 'shipments/storage-ending':
      return dayOn !== null && dayOn < today ? t('alerts.says.shipmentStorageEnded') : t('alerts.says.shipmentStorage')
    case 'shipments/attempt-failed':
      return t('alerts.says.shipmentAttempt', { day: inWords(facts.day) })
    case 'shipments/silent':
      return t('alerts.says.shipmentSilent', counted(Number(facts.days ?? 0)))
    case 'shipments/at-risk':
      return t('alerts.says.shipmentRisk', { expected: inWords(facts.expected) })
    case 'shipments/heard-unsent':
      return t('alerts.says.shipmentHeardUnsent', {
        state: t(`shipments.states.${facts.heard as TrackingState}`),
        day: inWords(facts.day),
      })
    case 'shipments/not-sent':
      return t('alerts.says.shipmentNotSent', { day: inWords(dayOn) })
    case 'shipments/not-received':
      return t('alerts.says.shipmentNotReceived', { day: inWords(facts.day) })
  }
}
