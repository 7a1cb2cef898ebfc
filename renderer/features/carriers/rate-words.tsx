// What rate tables say in words: their faults, and their surcharges.
import type { useText } from '#renderer/lib/language.ts'
import { useText as useWords } from '#renderer/lib/language.ts'
import type { CarrierService, RateFault, RateTable } from '#shared/schemas/carriers.ts'
import classes from './carriers.module.css'

type Text = ReturnType<typeof useText>

/** `Zone 1: no price between 10 kg and 12 kg.` */
export function faultText({ t, format }: Text, { zones }: Pick<CarrierService, 'zones'>, fault: RateFault): string {
  const zone = zones.find(({ id }) => id === fault.zoneId)?.name ?? t('carriers.rates.everywhere')
  if (fault.kind === 'cheaper') return t('carriers.faults.cheaper', { zone, weight: format.kg(fault.atGrams) })
  return t(`carriers.faults.${fault.kind}`, { zone, from: format.kg(fault.fromGrams), to: format.kg(fault.toGrams) })
}

export function SurchargeList({ service, table }: { service: CarrierService; table: RateTable }) {
  const text = useWords()
  const { t } = text
  if (table.surcharges.length === 0) return null
  return (
    <div>
      <h3 className={classes.small}>{t('carriers.surcharge.title')}</h3>
      <ul className={classes.list}>
        {table.surcharges.map((one) => (
          <li key={one.id}>
            {one.name || t(`carriers.surcharges.${one.kind}`)}: {surchargeText(text, table, one)}
            <span className="q-quiet">
              {[
                one.zoneId === null ? '' : (service.zones.find(({ id }) => id === one.zoneId)?.name ?? ''),
                one.onRequest ? t('carriers.surcharge.onRequest') : '',
                [one.validFrom, one.validTo].some(Boolean) ? `${one.validFrom ?? ''} – ${one.validTo ?? ''}` : '',
              ]
                .filter(Boolean)
                .map((word) => ` · ${word}`)
                .join('')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

type Surcharge = RateTable['surcharges'][number]

/** `18.5 % + 2.00 USD a piece` */
function surchargeText({ t, format }: Text, { currency }: RateTable, one: Surcharge): string {
  const isAny = (amount: string) => Number(amount) > 0
  const money = (amount: string) => format.money(amount, currency)
  const parts = [
    one.percent > 0 ? t('carriers.surcharge.ofFreight', { percent: format.percent(one.percent) }) : '',
    isAny(one.perShipment) ? t('carriers.surcharge.aShipment', { money: money(one.perShipment) }) : '',
    isAny(one.perPiece) ? t('carriers.surcharge.aPiece', { money: money(one.perPiece) }) : '',
    isAny(one.perKg) ? t('carriers.surcharge.aKg', { money: money(one.perKg) }) : '',
  ]
  return parts.filter(Boolean).join(' + ') || '—'
}
