// When goods are ordered and how much at once, and what an order and a year of holding stock cost.
import { Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { isDecimal } from '#shared/decimal.ts'
import type { PlanningKey, PlanningSettings } from '#shared/schemas/planning.ts'
import { containerTypes } from '#shared/schemas/replenishment.ts'
import classes from './planning.module.css'

/** Sets one setting whole. */
export type SetPlanning = <Key extends PlanningKey>(key: Key, value: PlanningSettings[Key]) => void

export type SettingsProps = { settings: PlanningSettings; set: SetPlanning }

type Rules = PlanningSettings['replenishment']

export function OrderSettings({ settings: { replenishment: rules }, set }: SettingsProps) {
  const { t } = useText()
  const change = (part: Partial<Rules>) => set('replenishment', { ...rules, ...part })
  const whole = (name: 'reviewDays' | 'recentMonths' | 'lotDays' | 'longestCoverDays') => ({
    unit: t(name === 'recentMonths' ? 'planning.months' : 'planning.days'),
    value: rules[name],
    isWhole: true,
    onSave: (value: number | null) => change({ [name]: value ?? rules[name] }),
  })
  return (
    <section>
      <SectionTitle>{t('planning.order.title')}</SectionTitle>
      <div className={classes.fields}>
        <RuleNumber
          label={t('planning.order.reviewDays')}
          about={t('planning.order.reviewDaysAbout')}
          range={[0, 365]}
          {...whole('reviewDays')}
        />
        <WriteGate>
          <Select
            maw={320}
            label={t('planning.order.given')}
            data={[
              { value: 'last', label: t('planning.order.givenLast') },
              { value: 'first', label: t('planning.order.givenFirst') },
            ]}
            allowDeselect={false}
            value={rules.givenGoesFirst ? 'first' : 'last'}
            onChange={(value) => change({ givenGoesFirst: value === 'first' })}
          />
        </WriteGate>
        <RuleNumber label={t('planning.order.recentMonths')} range={[1, 24]} {...whole('recentMonths')} />
        <RuleNumber
          label={t('planning.order.cushion')}
          about={t('planning.order.cushionAbout')}
          unit="%"
          value={Number((rules.cushion * 100).toFixed(6))}
          range={[0, 500]}
          onSave={(value) => change({ cushion: value === null ? rules.cushion : value / 100 })}
        />
        <RuleNumber
          label={t('planning.order.lotDays')}
          about={t('planning.order.lotDaysAbout')}
          range={[1, 365]}
          {...whole('lotDays')}
        />
        <RuleNumber label={t('planning.order.longestCover')} range={[1, 3650]} {...whole('longestCoverDays')} />
        <WriteGate>
          <Select
            maw={120}
            label={t('planning.order.container')}
            data={[...containerTypes]}
            allowDeselect={false}
            value={rules.container}
            onChange={(value) => {
              const container = containerTypes.find((one) => one === value)
              if (container) change({ container })
            }}
          />
        </WriteGate>
      </div>
    </section>
  )
}

export function CostSettings({ settings: { replenishment: rules }, set }: SettingsProps) {
  const { t } = useText()
  const rate = rules.holdingRate
  return (
    <section>
      <SectionTitle>{t('planning.costs.title')}</SectionTitle>
      <div className={classes.fields}>
        <p className="q-quiet">{t('planning.costs.about')}</p>
        <OrderCost value={rules.orderCost} onSave={(orderCost) => set('replenishment', { ...rules, orderCost })} />
        <RuleNumber
          label={t('planning.costs.holdingRate')}
          about={t('planning.costs.holdingRateAbout')}
          unit="%"
          value={rate === null ? null : Number((rate * 100).toFixed(6))}
          range={[0, 500]}
          mayBeEmpty
          onSave={(value) => set('replenishment', { ...rules, holdingRate: value === null ? null : value / 100 })}
        />
      </div>
    </section>
  )
}

/** Money stays the decimal text that was typed; what is none is put back. */
function OrderCost({ value, onSave }: { value: string | null; onSave: (value: string | null) => void }) {
  const { t } = useText()
  const { baseCurrency: currency } = useBook()
  const written = value ?? ''
  const [typed, setTyped] = useState(written)
  useEffect(() => setTyped(written), [written])
  const take = () => {
    const text = typedDecimal(typed)
    const isGood = text === '' || (isDecimal(text) && !text.startsWith('-'))
    if (!isGood) setTyped(written)
    else if (text !== written) onSave(text === '' ? null : text)
  }
  return (
    <WriteGate>
      <DecimalInput
        label={t('planning.costs.orderCost')}
        description={t('planning.costs.orderCostAbout')}
        styles={{ wrapper: { width: 200 } }}
        unit={t('planning.perOrder', { currency })}
        value={typed}
        onChange={setTyped}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </WriteGate>
  )
}
