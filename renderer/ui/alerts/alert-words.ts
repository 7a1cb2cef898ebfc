// An alert in words: what it says of its record, and what it is called where only one line is heard.
import type { Spoken } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { unitText } from '#renderer/lib/unit-text.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import type { Alert } from '#shared/schemas/alerts.ts'
import type { MilestoneKind } from '#shared/schemas/milestones.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'
import { shipmentSays } from './shipment-words.ts'

/** What is the matter, without the record's name. */
export function alertSays(spoken: Spoken, alert: Alert, today: Day): string {
  const { t } = spoken
  const { currency, day, name, part } = textsOf(alert)
  const inWords = day ? spoken.format.dayInWords(day) : ''
  switch (alert.rule) {
    case 'orders/late':
    case 'purchases/late':
      return t('alerts.says.late', counted(spoken, daysSince(alert.dayOn, today)))
    case 'payments/due':
      return payableSays(spoken, alert, today)
    case 'receivables/overdue':
      return t('alerts.says.receivableOverdue', {
        amount: moneyOf(spoken, alert, 'amount'),
        ...counted(spoken, daysSince(alert.dayOn, today)),
      })
    case 'receivables/over-limit':
      return t('alerts.says.overLimit', {
        amount: moneyOf(spoken, alert, 'amount'),
        limit: moneyOf(spoken, alert, 'limit'),
      })
    case 'settlements/waiting':
      return t('alerts.says.settlementWaits', { amount: moneyOf(spoken, alert, 'amount'), day: inWords })
    case 'shipments/late':
    case 'shipments/held':
    case 'shipments/undecided':
    case 'shipments/storage-ending':
    case 'shipments/attempt-failed':
    case 'shipments/silent':
    case 'shipments/at-risk':
    case 'shipments/heard-unsent':
    case 'shipments/not-sent':
    case 'shipments/not-received':
      return shipmentSays(spoken, { ...alert, rule: alert.rule }, today)
    case 'purchases/milestone-late':
      return milestoneSays(spoken, alert, today)
    case 'orders/due-soon':
      return dueSays(spoken, -daysSince(alert.dayOn, today), Number(alert.facts.workingDays ?? 0))
    case 'orders/no-rate':
      return t('alerts.says.noRate', { currency, day: inWords })
    case 'orders/draft-old':
    case 'purchases/draft-old':
      return t('alerts.says.draft', counted(spoken, daysSince(day as Day, today)))
    case 'products/no-cost':
      return t(alert.cause === 'sold' ? 'alerts.says.costSold' : 'alerts.says.costUnsold')
    case 'products/no-customs-data':
      return customsSays(spoken, String(alert.facts.lacking))
    case 'rates/missing':
      return missingRateSays(spoken, alert)
    case 'rates/stale':
      return t('alerts.says.rateOld', { currency, ...counted(spoken, daysSince(alert.cause as Day, today)) })
    case 'attachments/expired':
      return t('alerts.says.fileEnded', { name, day: inWords })
    case 'suppliers/certificate-expired':
      return t('alerts.says.fileEnded', { name, day: inWords })
    case 'attachments/expiring':
    case 'suppliers/certificate-expiring':
      return alert.dayOn === today
        ? t('alerts.says.fileEndsToday', { name })
        : t('alerts.says.fileEnds', { name, day: inWords })
    case 'company/incomplete':
      return companySays(spoken, part)
    case 'stock/negative':
      return stockSays(spoken, alert)
    case 'stock/runs-out':
      return runsOutSays(spoken, alert)
    case 'stock/below-reorder':
      return reorderSays(spoken, alert)
    case 'stock/expiring':
      return expirySays(spoken, alert, today)
    case 'suppliers/grade-fallen':
      return t('alerts.says.gradeFallen', {
        grade: String(alert.facts.grade ?? ''),
        previous: String(alert.facts.previous ?? ''),
      })
    case 'suppliers/single-source':
      return t('alerts.says.singleSource', {
        percent: spoken.format.number(Number(alert.facts.percent ?? 0)),
        supplier: nameIn(spoken.format.language, {
          name: String(alert.facts.supplier ?? ''),
          nameZh: String(alert.facts.supplierZh ?? ''),
        }),
      })
    case 'stock/dead':
      return t('alerts.says.dead', {
        ...quantityOf(spoken, alert, 'quantity'),
        ...counted(spoken, daysSince(day as Day, today)),
      })
    case 'book/clashes':
      return t('alerts.says.clashes', counted(spoken, Number(alert.facts.count ?? 0)))
  }
}

function payableSays(spoken: Spoken, { facts, dayOn }: Alert, today: Day): string {
  const amount = spoken.format.money(String(facts.amount ?? '0'), String(facts.currency ?? ''))
  const days = daysSince(dayOn, today)
  if (days > 0) return spoken.t('alerts.says.payableOverdue', { amount, ...counted(spoken, days) })
  if (days === 0) return spoken.t('alerts.says.payableToday', { amount })
  return spoken.t('alerts.says.payableSoon', { amount, ...counted(spoken, -days) })
}

function moneyOf({ format }: Spoken, { facts }: Alert, key: string): string {
  return format.money(String(facts[key] ?? '0'), String(facts.currency ?? ''))
}

function milestoneSays(spoken: Spoken, { facts, dayOn }: Alert, today: Day): string {
  const kind = String(facts.kind ?? 'other') as MilestoneKind
  const name = String(facts.name ?? '') || spoken.t(`receiving.milestone.kinds.${kind}`)
  return spoken.t('alerts.says.milestoneLate', { name, ...counted(spoken, daysSince(dayOn, today)) })
}

/** The whole alert in one line, for those who hear a control without its row. */
export function alertTitle(spoken: Spoken, alert: Alert, today: Day): string {
  const said = alertSays(spoken, alert, today)
  return alert.record ? spoken.t('common.named', { name: recordName(spoken, alert.record), said }) : said
}

/** Code and name of a record as the screens show them. */
function recordName({ format }: Spoken, record: RecordTitle): string {
  return [record.code, nameIn(format.language, record)].filter(Boolean).join(' · ')
}

function textsOf({ facts }: Alert) {
  const text = (key: string) => String(facts[key] ?? '')
  return { currency: text('currency'), day: text('day'), name: text('name'), part: text('part') }
}

function counted({ format }: Spoken, count: number) {
  return { count, formatted: format.number(count) }
}

function daysSince(day: Day | null, today: Day): number {
  return day === null ? 0 : daysBetween(day, today)
}

/** Days on which nobody works are said, since they cannot be worked in. */
function dueSays(spoken: Spoken, days: number, workingDays: number): string {
  if (days <= 0) return spoken.t('alerts.says.dueToday')
  if (days === 1) return spoken.t('alerts.says.dueTomorrow')
  if (workingDays === days) return spoken.t('alerts.says.dueIn', counted(spoken, days))
  const working = spoken.format.number(workingDays)
  return spoken.t('alerts.says.dueInWorking', { ...counted(spoken, days), working })
}

function customsSays({ t }: Spoken, lacking: string): string {
  if (lacking === 'hs') return t('alerts.says.customsHs')
  return t(lacking === 'origin' ? 'alerts.says.customsOrigin' : 'alerts.says.customsBoth')
}

function missingRateSays(spoken: Spoken, { facts }: Alert): string {
  const currency = String(facts.currency)
  const orders = Number(facts.orders)
  if (orders === 0) return spoken.t('alerts.says.rateNever', { currency })
  return spoken.t('alerts.says.rateWaits', { currency, ...counted(spoken, orders) })
}

function companySays({ t }: Spoken, part: string): string {
  if (part === 'name') return t('alerts.says.companyName')
  return t(part === 'bank' ? 'alerts.says.companyBank' : 'alerts.says.companyAddress')
}

function quantityOf({ format }: Spoken, { facts }: Alert, key: string) {
  const quantity = Number(facts[key] ?? 0)
  return { quantity: format.number(quantity), unit: unitText(format, String(facts.unit ?? ''), quantity) }
}

/** What there will be with all that is on its way, against the point at which to order. */
function reorderSays(spoken: Spoken, alert: Alert): string {
  const { quantity, unit } = quantityOf(spoken, alert, 'position')
  const values = { quantity, unit, reorder: spoken.format.number(Number(alert.facts.reorder ?? 0)) }
  const isComing = Number(alert.facts.onOrder ?? 0) > 0
  return spoken.t(isComing ? 'alerts.says.belowReorderComing' : 'alerts.says.belowReorder', values)
}

function runsOutSays(spoken: Spoken, alert: Alert): string {
  const { arrival } = alert.facts
  const values = {
    ...quantityOf(spoken, alert, 'quantity'),
    day: alert.dayOn ? spoken.format.dayInWords(alert.dayOn) : '',
  }
  if (arrival === null || arrival === undefined) return spoken.t('alerts.says.runsOut', values)
  return spoken.t('alerts.says.runsOutBefore', { ...values, arrival: spoken.format.dayInWords(String(arrival) as Day) })
}

function expirySays(spoken: Spoken, alert: Alert, today: Day): string {
  const { quantity, unit } = quantityOf(spoken, alert, 'quantity')
  const day = alert.dayOn ? spoken.format.dayInWords(alert.dayOn) : ''
  const values = { quantity, unit, product: String(alert.facts.product ?? ''), day }
  return spoken.t(alert.dayOn !== null && alert.dayOn < today ? 'alerts.says.expired' : 'alerts.says.expires', values)
}

function stockSays({ t, format }: Spoken, { facts }: Alert): string {
  const values = {
    quantity: format.number(facts.quantity as number),
    unit: unitText(format, String(facts.unit), facts.quantity as number),
  }
  const warehouse = String(facts.warehouse ?? '')
  return warehouse ? t('alerts.says.stockIn', { ...values, warehouse }) : t('alerts.says.stock', values)
}
