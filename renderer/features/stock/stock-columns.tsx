// The columns of the stock list: figures that explain themselves, and one column for each place.
import { useMemo } from 'react'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn, namesIn } from '#renderer/lib/names.ts'
import { transitPlace } from '#renderer/lib/place-name.ts'
import { unitText } from '#renderer/lib/unit-text.ts'
import type { Fact } from '#renderer/ui/facts.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, numberColumn, partyColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import { type PlacedStockRow, type StockState, stockStates } from '#shared/schemas/stock.ts'
import type { PlaceChoice } from './use-places.ts'

type Row = PlacedStockRow
type Text = ReturnType<typeof useText>
type NamedPlace = { value: string; label: string }

export function useStockColumns(places: readonly PlaceChoice[]): readonly GridColumn<Row>[] {
  const text = useText()
  const { baseCurrency } = useBook()
  const named = JSON.stringify(places.map(({ value, label }) => ({ value, label })))
  return useMemo(() => {
    const known = JSON.parse(named) as NamedPlace[]
    return [...stockColumns(text, baseCurrency, known), ...placeColumns(text, known)]
  }, [text, baseCurrency, named])
}

const tones: Readonly<Record<StockState, Tone>> = {
  below: 'bad',
  none: 'warn',
  low: 'warn',
  there: 'neutral',
  never: 'outline',
}

function stockColumns(text: Text, base: string, places: readonly NamedPlace[]): GridColumn<Row>[] {
  const { t, format, language } = text
  return [
    textColumn('sku', t('stock.fields.sku'), { width: 110 }),
    {
      key: 'nameEn',
      label: t('stock.fields.name'),
      kind: 'text',
      text: (row) => nameIn(language, { name: row.nameEn, nameZh: row.nameZh }),
      render: (row) => <ProductName row={row} />,
      width: 220,
      grows: true,
      minWidth: 140,
    },
    {
      key: 'state',
      label: t('stock.fields.state'),
      kind: 'choice',
      text: (row) => t(`stock.stockStates.${row.state}`),
      render: (row) => <StatusBadge tone={tones[row.state]}>{t(`stock.stockStates.${row.state}`)}</StatusBadge>,
      choices: stockStates.map((state) => ({ value: state, label: t(`stock.stockStates.${state}`) })),
      isQuick: true,
      width: 108,
    },
    figureColumn('onHand', text, places),
    figureColumn('reserved', text, places),
    figureColumn('available', text, places),
    figureColumn('onOrder', text, places),
    figureColumn('inTransit', text, places),
    {
      ...numberColumn<Row>('value', t('stock.fields.valueIn', { currency: base }), format),
      kind: 'money',
      text: (row) => (row.value === null ? '' : format.amount(row.value, base)),
      render: (row) => <Value row={row} base={base} />,
      width: 104,
    },
    textColumn('category', t('stock.fields.category'), { width: 130, isQuiet: true, isHidden: true }),
    partyColumn('supplier', t('stock.fields.supplier'), { language, nameZh: 'supplierZh', width: 140, isHidden: true }),
    textColumn('unit', t('stock.fields.unit'), { width: 64, isHidden: true }),
    numberColumn('reorderPoint', t('stock.fields.reorderPoint'), format, { isHidden: true }),
    numberColumn('averageCost', t('stock.fields.averageCost'), format, { isHidden: true, isPlain: true }),
    numberColumn('uncosted', t('stock.fields.uncosted'), format, { isHidden: true }),
    dayColumn('lastOn', t('stock.fields.lastOn'), { isHidden: true }),
    {
      key: 'tracking',
      label: t('stock.fields.tracking'),
      kind: 'choice',
      text: (row) => t(`stock.trackings.${row.tracking as 'none'}`),
      choices: (['none', 'batch', 'serial'] as const).map((value) => ({ value, label: t(`stock.trackings.${value}`) })),
      width: 104,
      isHidden: true,
    },
  ]
}

function placeColumns({ format }: Text, places: readonly NamedPlace[]): GridColumn<Row>[] {
  return places.map(({ value, label }) => ({
    key: `place_${value}`,
    label,
    kind: 'number',
    text: (row) => format.number(row.places[value] ?? null),
    width: 104,
    isHidden: true,
  }))
}

function ProductName({ row }: { row: Row }) {
  const { language } = useText()
  const [name, other] = namesIn(language, row.nameEn, row.nameZh)
  return (
    <>
      {name} {row.variantLabel ? <span className="q-quiet">{row.variantLabel}</span> : null}{' '}
      {other ? <span className="q-quiet">{other}</span> : null}
    </>
  )
}

type FigureKey = 'onHand' | 'reserved' | 'available' | 'onOrder' | 'inTransit'

function figureColumn(key: FigureKey, { t, format }: Text, places: readonly NamedPlace[]): GridColumn<Row> {
  return {
    ...numberColumn<Row>(key, t(`stock.figures.${key}`), format),
    render: (row) => <FigureCell row={row} name={key} places={places} />,
    width: key === 'onHand' ? 104 : 92,
  }
}

type CellProps = { row: Row; name: FigureKey; places: readonly NamedPlace[] }

function FigureCell({ row, name, places }: CellProps) {
  const { t, format } = useText()
  // Of all places and now, reserved is known: then nothing on order is nothing, not unknown.
  const figure = name === 'onOrder' && row.reserved !== null ? (row.onOrder ?? 0) : row[name]
  if (figure === null) return null
  // A nought is no news.
  if (figure === 0 && name !== 'onHand') return <span className="q-quiet">{format.number(0)}</span>
  return (
    <span data-acts>
      <ExplainedFigure
        title={t(`stock.figures.${name}`)}
        formula={t(`stock.formulas.${name}`)}
        inputs={figureInputs({ row, name, places }, { t, format })}
        footnote={row.reserved === null ? undefined : t('stock.formulas.now')}
      >
        {format.number(figure)}{' '}
        {name === 'onHand' ? <span className="q-quiet">{unitText(format, row.unit, figure)}</span> : null}
      </ExplainedFigure>
    </span>
  )
}

/** What of a figure the row itself knows; the rest stands on the page of the product. */
function figureInputs({ row, name, places }: CellProps, { t, format }: Pick<Text, 't' | 'format'>): Fact[] {
  if (name === 'available') {
    const sellable = (Math.round((row.available ?? 0) * 1000) + Math.round((row.reserved ?? 0) * 1000)) / 1000
    return [
      { label: t('stock.formulas.sellable'), value: format.number(sellable) },
      { label: t('stock.figures.reserved'), value: format.number(row.reserved) },
    ]
  }
  // Of one place, or as of a day, the places of now are not what it is made of.
  if (name !== 'onHand' || row.reserved === null)
    return [{ label: t(`stock.figures.${name}`), value: format.number(row[name]) }]
  return places.flatMap(({ value, label }) => {
    const lying = row.places[value]
    return lying === undefined || Number(value) === transitPlace ? [] : [{ label, value: format.number(lying) }]
  })
}

function Value({ row, base }: { row: Row; base: string }) {
  const { t, format } = useText()
  // Nothing there is worth nothing to tell; something without a cost is not known.
  if (row.value === null) return row.onHand ? <span className="q-quiet">{t('common.noData')}</span> : null
  return (
    <span data-acts>
      <ExplainedFigure
        title={t('stock.figures.value')}
        formula={t('stock.formulas.value')}
        inputs={[
          { label: t('stock.figures.onHand'), value: format.number(row.onHand) },
          { label: t('stock.figures.inTransit'), value: format.number(row.inTransit) },
          { label: t('stock.fields.averageCost'), value: row.averageCost && format.money(row.averageCost, base) },
          {
            label: t('stock.fields.uncosted'),
            value: row.uncosted === 0 ? null : format.number(row.uncosted),
            optional: true,
          },
        ]}
        footnote={t('stock.formulas.now')}
      >
        {format.amount(row.value, base)}
      </ExplainedFigure>
    </span>
  )
}
