// What counts as demand, how it is forecast, and how often each class is counted.
import { Select } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type CountingRhythm, demandBases } from '#shared/schemas/planning.ts'
import classes from './planning.module.css'
import type { SettingsProps } from './planning-order.tsx'

const stockOutWays = ['fill', 'exclude', 'keep'] as const
const outlierWays = ['cap', 'keep'] as const
const countClasses = ['A', 'B', 'C', 'unclassified'] as const satisfies (keyof CountingRhythm)[]

/** A share of 1 as the per cent of its field; binary fractions are rounded off. */
export const percentOf = (share: number) => Number((share * 100).toFixed(6))

export function DemandSettings({ settings: { demand }, set }: SettingsProps) {
  const { t } = useText()
  const share = demand.stockOutShare
  return (
    <section>
      <SectionTitle>{t('planning.demand.title')}</SectionTitle>
      <div className={classes.fields}>
        <WriteGate>
          <Select
            maw={320}
            label={t('planning.demand.basis')}
            description={t('planning.demand.basisAbout')}
            data={demandBases.map((value) => ({ value, label: t(`planning.demand.${value}`) }))}
            allowDeselect={false}
            value={demand.basis}
            onChange={(value) => {
              const basis = demandBases.find((one) => one === value)
              if (basis) set('demand', { ...demand, basis })
            }}
          />
        </WriteGate>
        <RuleNumber
          label={t('planning.demand.stockOut')}
          about={t('planning.demand.stockOutAbout')}
          unit="%"
          value={share === null ? null : percentOf(share)}
          range={[1, 100]}
          mayBeEmpty
          onSave={(value) => set('demand', { ...demand, stockOutShare: value === null ? null : value / 100 })}
        />
      </div>
    </section>
  )
}

export function ForecastSettings({ settings: { forecast }, set }: SettingsProps) {
  const { t } = useText()
  const change = (part: Partial<typeof forecast>) => set('forecast', { ...forecast, ...part })
  return (
    <section>
      <SectionTitle>{t('planning.forecast.title')}</SectionTitle>
      <div className={classes.fields}>
        <RuleNumber
          label={t('planning.forecast.months')}
          about={t('planning.forecast.monthsAbout')}
          unit={t('planning.months')}
          value={forecast.months}
          range={[6, 120]}
          isWhole
          onSave={(value) => change({ months: value ?? forecast.months })}
        />
        <RuleNumber
          label={t('planning.forecast.horizon')}
          unit={t('planning.months')}
          value={forecast.horizon}
          range={[1, 36]}
          isWhole
          onSave={(value) => change({ horizon: value ?? forecast.horizon })}
        />
        <RuleNumber
          label={t('planning.forecast.level')}
          about={t('planning.forecast.levelAbout')}
          unit="%"
          value={percentOf(forecast.level)}
          range={[50, 99]}
          onSave={(value) => change({ level: value === null ? forecast.level : value / 100 })}
        />
        <WriteGate>
          <Select
            maw={320}
            label={t('planning.forecast.stockOuts')}
            data={stockOutWays.map((value) => ({ value, label: t(`planning.forecast.stockOut.${value}`) }))}
            allowDeselect={false}
            value={forecast.stockOuts}
            onChange={(value) => {
              const stockOuts = stockOutWays.find((one) => one === value)
              if (stockOuts) change({ stockOuts })
            }}
          />
        </WriteGate>
        <WriteGate>
          <Select
            maw={320}
            label={t('planning.forecast.outliers')}
            description={t('planning.forecast.outliersAbout')}
            data={outlierWays.map((value) => ({ value, label: t(`planning.forecast.outlier.${value}`) }))}
            allowDeselect={false}
            value={forecast.outliers}
            onChange={(value) => {
              const outliers = outlierWays.find((one) => one === value)
              if (outliers) change({ outliers })
            }}
          />
        </WriteGate>
      </div>
    </section>
  )
}

export function CountingSettings({ settings, set }: SettingsProps) {
  const { t } = useText()
  const rhythm = settings['counting.rhythm']
  return (
    <section>
      <SectionTitle>{t('planning.counting.title')}</SectionTitle>
      <div className={classes.fields}>
        <p className="q-quiet">{t('planning.counting.about')}</p>
        {countClasses.map((name) => (
          <RuleNumber
            key={name}
            label={
              name === 'unclassified'
                ? t('planning.counting.unclassified')
                : t('planning.counting.of', { letter: name })
            }
            unit={t('planning.months')}
            value={rhythm[name]}
            range={[1, 120]}
            isWhole
            mayBeEmpty
            onSave={(value) => set('counting.rhythm', { ...rhythm, [name]: value })}
          />
        ))}
        <Link className="q-link" to="/stock/counts">
          {t('planning.counting.due')}
        </Link>
      </div>
    </section>
  )
}
