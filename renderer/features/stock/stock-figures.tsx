// The figures of a product's stock, each with what it is made of.
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { unitText } from '#renderer/lib/unit-text.ts'
import type { Fact } from '#renderer/ui/facts.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { Decimal } from '#shared/decimal.ts'
import type { StockLevels } from '#shared/schemas/stock.ts'
import classes from './stock.module.css'

type FigureKey = 'onHand' | 'reserved' | 'available' | 'onOrder' | 'inTransit' | 'value'

export function StockFigureRow({ levels }: { levels: StockLevels }) {
  const keys: FigureKey[] =
    levels.on === null ? ['onHand', 'reserved', 'available', 'onOrder', 'inTransit', 'value'] : ['onHand', 'inTransit']
  return (
    <dl className={classes.figures}>
      {keys.map((key) => (
        <Figure key={key} name={key} levels={levels} />
      ))}
    </dl>
  )
}

function Figure({ name, levels }: { name: FigureKey; levels: StockLevels }) {
  const { t, format } = useText()
  const inputs = useInputs(levels)
  const figure = name === 'value' ? stockValue(levels) : levels[name]
  const unit = name === 'value' ? levels.baseCurrency : unitText(format, levels.unit, figure ?? 0)
  const shown: ReactNode =
    figure === null ? (
      t('common.noData')
    ) : (
      <>
        {name === 'value' ? format.amount(figure, levels.baseCurrency) : format.number(figure)}{' '}
        <span className="q-quiet">{unit}</span>
      </>
    )
  return (
    <div className={classes.figure}>
      <dt>{t(`stock.figures.${name}`)}</dt>
      <dd data-figure data-below={(figure !== null && Number(figure) < 0) || undefined}>
        <ExplainedFigure
          title={t(`stock.figures.${name}`)}
          formula={t(`stock.formulas.${name}`)}
          inputs={inputs(name)}
          footnote={footnote({ name, levels }, t)}
        >
          {shown}
        </ExplainedFigure>
      </dd>
    </div>
  )
}

function footnote({ name, levels }: { name: FigureKey; levels: StockLevels }, t: ReturnType<typeof useText>['t']) {
  if (name === 'value') {
    const uncosted = levels.warehouses.reduce((sum, place) => sum + Math.round(place.uncosted * 1000), 0) / 1000
    return uncosted !== 0 ? t('stock.formulas.uncosted', { quantity: uncosted }) : t('stock.formulas.now')
  }
  return levels.on === null ? t('stock.formulas.now') : t('stock.formulas.asOf', { day: levels.on })
}

/** Of all places; null where no cost of anything is known. */
export function stockValue({ warehouses }: StockLevels): string | null {
  const known = warehouses.flatMap(({ value }) => value ?? [])
  return known.length === 0 ? null : known.reduce((sum, value) => sum.plus(value), new Decimal(0)).toFixed()
}

/** What goes into each figure: places, orders. */
function useInputs(levels: StockLevels): (name: FigureKey) => Fact[] {
  const { t, format } = useText()
  const said = (quantity: number | null) => (quantity === null ? null : format.number(quantity))
  const places = (some: StockLevels['warehouses']): Fact[] =>
    some.map((place) => ({ label: placeName(t, place), value: format.number(place.onHand) }))
  const lying = levels.warehouses.filter(({ kind }) => kind !== 'transit')
  return (name) => {
    switch (name) {
      case 'onHand':
        return places(lying)
      case 'reserved':
        return levels.reservedBy.slice(0, 12).map(({ number, quantity }) => ({ label: number, value: said(quantity) }))
      case 'available':
        return [
          ...places(lying.filter(({ isSellable }) => isSellable)),
          { label: t('stock.figures.reserved'), value: `− ${said(levels.reserved) ?? ''}` },
        ]
      case 'onOrder':
        return [{ label: t('stock.figures.onOrder'), value: said(levels.onOrder) }]
      case 'inTransit':
        return [{ label: t('warehouses.transit'), value: said(levels.inTransit) }]
      case 'value':
        return levels.warehouses.map((place) => ({
          label: placeName(t, place),
          value: place.value === null ? t('common.noData') : format.money(place.value, levels.baseCurrency),
        }))
    }
  }
}
