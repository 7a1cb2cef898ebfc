// Why a product is to be ordered: a formula card for every figure, the stock of each day to come, and the rows behind it.
import { LineChart } from '@mantine/charts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { FormulaCard } from '#renderer/ui/formula-card.tsx'
import plain from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { ReplenishmentDetail } from '#shared/schemas/replenishment.ts'
import { figureValue, inputFacts } from './figure-words.ts'
import classes from './replenishment.module.css'

export function ReplenishmentCard({ productId, onClose }: { productId: number; onClose: () => void }) {
  const { t, language } = useText()
  const query = useQuery(
    trpc.planning.replenishmentOf.queryOptions({ productId }, { placeholderData: keepPreviousData }),
  )
  const line = query.data?.line
  return (
    <RecordDrawer
      name={line ? `${line.sku} ${nameIn(language, line)}` : t('replenishment.title')}
      title={
        line ? (
          <Link className="q-link" to="/products/$id" params={{ id: String(line.productId) }}>
            {line.sku}
          </Link>
        ) : (
          ''
        )
      }
      subtitle={line ? nameIn(language, line) : ''}
      onClose={onClose}
    >
      <QueryState query={query}>{(detail) => <Card detail={detail} />}</QueryState>
    </RecordDrawer>
  )
}

function Card({ detail }: { detail: ReplenishmentDetail }) {
  const text = useText()
  const { t } = text
  const { unit } = detail.line
  return (
    <div className={classes.card}>
      <Walk detail={detail} />
      {detail.figures.map((figure) => (
        <FormulaCard
          key={figure.figure}
          title={`${t(`replenishment.figures.${figure.figure}`)}: ${figureValue(text, figure, unit)}`}
          formula={t(`replenishment.formulas.${figure.formula}`)}
          inputs={inputFacts(text, figure, unit)}
        />
      ))}
      <Rows detail={detail} />
      <p className="q-quiet">{t('replenishment.card.asOf', { day: detail.on })}</p>
    </div>
  )
}

const shownPoints = 60

/** Every so many days are drawn: a year of single days is no clearer. */
function Walk({ detail }: { detail: ReplenishmentDetail }) {
  const { t } = useText()
  const { walk, line } = detail
  if (line.dailyDemand === null || walk.length === 0) return null
  const step = Math.ceil(walk.length / shownPoints)
  const points = walk.filter((_day, index) => index % step === 0 || index === walk.length - 1)
  return (
    <section aria-label={t('replenishment.card.walk')}>
      <SectionTitle>{t('replenishment.card.walk')}</SectionTitle>
      <LineChart
        h={140}
        data={points}
        dataKey="on"
        series={[
          { name: 'stock', label: t('replenishment.card.stock', { unit: line.unit }), color: 'var(--q-accent)' },
        ]}
        withDots={false}
        curveType="stepAfter"
        referenceLines={[
          { y: 0, color: 'var(--q-mute)' },
          ...(line.safetyStock === null
            ? []
            : [{ y: line.safetyStock, label: t('replenishment.figures.safetyStock'), color: 'var(--q-amber)' }]),
        ]}
      />
    </section>
  )
}

function Rows({ detail }: { detail: ReplenishmentDetail }) {
  const { t, format } = useText()
  const { unit } = detail.line
  const amount = (quantity: number) => quantityText(format, quantity, unit)
  return (
    <>
      <Table
        title={t('replenishment.card.places')}
        rows={detail.places.map((place) => ({
          key: String(place.warehouseId),
          cells: [
            placeName(t, { id: place.warehouseId, name: place.warehouse }),
            place.isSellable ? '' : t('replenishment.card.notSellable'),
          ],
          figure: amount(place.onHand),
        }))}
      />
      <Table
        title={t('replenishment.card.arrivals')}
        rows={detail.arrivals.map((arrival, index) => ({
          // Two lines of one order may bring the same product.
          key: String(index),
          cells: [
            arrival.on ?? t('replenishment.card.noDay'),
            [t(`replenishment.card.${arrival.kind}`), arrival.reference].filter(Boolean).join(' · '),
          ],
          figure: amount(arrival.quantity),
        }))}
      />
      <Table
        title={t('replenishment.card.openDemand')}
        rows={detail.openDemand.map((order) => ({
          key: String(order.orderId),
          cells: [
            order.on ?? '',
            <Link key="link" className="q-link" to="/orders/$id" params={{ id: String(order.orderId) }}>
              {order.number}
            </Link>,
          ],
          figure: amount(order.quantity),
        }))}
      />
      <Table
        title={t('replenishment.card.leadTimes')}
        rows={detail.leadTimes.map((order) => ({
          key: `${order.kind} ${order.id}`,
          cells: [`${order.orderedOn} – ${order.receivedOn}`, order.reference],
          figure: t('replenishment.days', { formatted: format.number(order.days) }),
        }))}
      />
      <Table
        title={t('replenishment.card.forecast')}
        rows={detail.forecast.map((month) => ({
          key: month.from,
          cells: [`${month.from} – ${month.to}`, ''],
          figure: amount(Number(month.quantity.toFixed(1))),
        }))}
      />
    </>
  )
}

type TableRow = { key: string; cells: readonly React.ReactNode[]; figure: string }

function Table({ title, rows }: { title: string; rows: readonly TableRow[] }) {
  if (rows.length === 0) return null
  return (
    <section>
      <SectionTitle>{title}</SectionTitle>
      <table className={plain.table}>
        <tbody>
          {rows.map(({ key, cells, figure }) => (
            <tr key={key}>
              <td>{cells[0]}</td>
              <td>{cells[1]}</td>
              <td data-numeric>{figure}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
