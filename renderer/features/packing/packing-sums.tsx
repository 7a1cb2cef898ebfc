// What cartons come to: weights, volume, what freight is paid on, and how full containers are. What is not known says so.
import { useText } from '#renderer/lib/language.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import type { CartonGrid, ContainerUse, PackingTotals } from '#shared/schemas/packing.ts'
import classes from './packing.module.css'

export function PackingSums({ totals }: { totals: PackingTotals }) {
  const { t, format } = useText()
  const { withoutSize, withoutWeight } = totals
  const none = <span className="q-quiet">{t('packing.totals.noData')}</span>
  const grams = (value: number | null) => (value === null ? none : format.kg(value))
  const count = (key: 'noSize' | 'noWeight', value: number) =>
    value === 0 ? null : (
      <p className={classes.hint}>{t(`packing.totals.${key}`, { count: value, formatted: format.number(value) })}</p>
    )
  return (
    <div className={classes.sums}>
      <div>
        <Facts
          title={t('packing.totals.title')}
          facts={[
            { label: t('packing.totals.cartons'), value: format.number(totals.pieces) },
            { label: t('packing.totals.net'), value: grams(totals.netGrams) },
            { label: t('packing.totals.gross'), value: grams(totals.grossGrams) },
            { label: t('packing.totals.volume'), value: totals.volumeM3 === null ? none : `${totals.volumeM3} m³` },
            { label: t('packing.totals.chargeable'), value: grams(totals.chargeableGrams) },
            { label: t('packing.totals.revenueTons'), value: totals.revenueTons ?? none },
          ]}
        />
        {totals.pieces === 0 ? null : <WeighingHint totals={totals} />}
        {count('noSize', withoutSize)}
        {count('noWeight', withoutWeight)}
      </div>
      {totals.pieces === 0 ? null : <Containers containers={totals.containers} />}
    </div>
  )
}

function WeighingHint({ totals: { divisor, service } }: { totals: PackingTotals }) {
  const { t, format } = useText()
  const rule =
    service !== null
      ? t('packing.totals.asService', { service })
      : t('packing.totals.chargeableHint', { divisor: format.number(divisor) })
  return <p className={classes.hint}>{rule}</p>
}

function Containers({ containers }: { containers: readonly ContainerUse[] }) {
  const { t, format } = useText()
  const said = ({ fillVolume, fillWeight, limit, needed }: ContainerUse) => {
    const known = limit ?? (fillVolume !== null ? 'volume' : fillWeight !== null ? 'weight' : null)
    const share = known === 'volume' ? fillVolume : fillWeight
    if (known === null || share === null) return <span className="q-quiet">{t('packing.totals.noData')}</span>
    const fill = t('packing.totals.fill', { formatted: format.share(share), limit: t(`packing.totals.by.${known}`) })
    return needed !== null && needed > 1
      ? `${fill}, ${t('packing.totals.needed', { formatted: format.number(needed) })}`
      : fill
  }
  return (
    <Facts
      title={t('packing.totals.containers')}
      facts={containers.map((container) => ({
        label: container.name,
        value: container.grid ? (
          <>
            {said(container)} <Grid name={container.name} grid={container.grid} />
          </>
        ) : (
          said(container)
        ),
      }))}
    />
  )
}

/** What is said by volume, alike cartons may not keep: none stands across the wall. */
function Grid({ name, grid }: { name: string; grid: CartonGrid }) {
  const { t, format } = useText()
  const { cartons, along, inside, carton, byWeight } = grid
  const sides = (mm: readonly number[]) => `${mm.map((side) => format.number(side / 10)).join(' × ')} cm`
  const figure = t('packing.totals.grid', { count: cartons, formatted: format.number(cartons) })
  return (
    <span className={classes.grid}>
      <ExplainedFigure
        title={t('packing.totals.gridTitle', { container: name })}
        label={`${name}: ${figure}`}
        formula={t('packing.totals.gridFormula')}
        inputs={[
          { label: t('packing.totals.gridInside'), value: sides(inside) },
          { label: t('packing.totals.gridCarton'), value: sides(carton) },
          { label: t('packing.totals.gridAlong'), value: along.map((count) => format.number(count)).join(' × ') },
          { label: t('packing.totals.gridByWeight'), value: byWeight && format.number(byWeight), optional: true },
        ]}
        footnote={t('packing.totals.gridNote')}
      >
        {figure}
      </ExplainedFigure>
    </span>
  )
}
