// The world by countries, each darker the more it has. The table beside it says the same in figures, and is reached by keys.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import map from '#renderer/ui/world-map/world-map.module.css'
import { mapSize, worldProjection, worldShapes } from '#renderer/ui/world-map/world-shapes.ts'
import type { CountryRow } from '#shared/schemas/customers.ts'
import type { Measure } from './countries-report.tsx'
import classes from './customers.module.css'

const steps = [1, 2, 3, 4, 5] as const

type MapProps = {
  rows: readonly CountryRow[]
  currency: string
  measure: Measure
  lit: string | null
  onLit: (country: string | null) => void
}

export function CountryMap({ rows, currency, measure, lit, onLit }: MapProps) {
  const { t, format } = useText()
  const shapes = useMemo(() => worldShapes(worldProjection()), [])
  const byCountry = useMemo(() => new Map(rows.map((row) => [row.country, row])), [rows])
  const values = rows.map((row) => Number(row[measure])).filter((value) => value > 0)
  const most = Math.max(0, ...values)
  const said = (row: CountryRow) =>
    measure === 'revenue' ? format.money(row.revenue, currency) : format.number(row[measure])
  return (
    <div>
      <svg
        className={map.land}
        viewBox={`0 0 ${mapSize.width} ${mapSize.height}`}
        role="img"
        aria-label={t('customers.countries.map')}
      >
        {shapes.map(({ country, path }, index) => {
          const row = byCountry.get(country)
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the table beside it does the same by keys
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: the shapes never change, and some have no country
              key={index}
              className={`${map.shape} ${classes.country}`}
              d={path}
              data-step={(row && stepOf(Number(row[measure]), most)) || undefined}
              data-lit={(country !== '' && lit === country) || undefined}
              onMouseEnter={() => row && onLit(country)}
              onMouseLeave={() => onLit(null)}
            >
              {row ? <title>{`${format.country(country)}: ${said(row)}`}</title> : null}
            </path>
          )
        })}
      </svg>
      <Legend
        most={most}
        text={(value) => [format.number(Math.round(value)), measure === 'revenue' ? currency : ''].join(' ').trim()}
      />
    </div>
  )
}

/** By the square root: one large country would leave all others the same. 0 where there is nothing. */
function stepOf(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0
  return Math.min(steps.length, Math.max(1, Math.ceil(Math.sqrt(value / most) * steps.length)))
}

function Legend({ most, text }: { most: number; text: (value: number) => string }) {
  const { t } = useText()
  if (most <= 0) return null
  const bound = (step: number) => most * (step / steps.length) ** 2
  return (
    <div className={classes.legend} aria-hidden>
      {steps.map((step) => (
        <span key={step}>
          <span className={classes.swatch} style={{ opacity: [0.25, 0.45, 0.65, 0.85, 1][step - 1] }} />
          {t('customers.countries.legend', { least: text(bound(step - 1)), most: text(bound(step)) })}
        </span>
      ))}
    </div>
  )
}
