// Where a product lies: by place, by batch, and which orders wait for it.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { StockLevels } from '#shared/schemas/stock.ts'
import classes from './stock.module.css'

/** `isShort`: quantities and values alone, for a narrow place. */
export function PlaceTable({ levels, isShort = false }: { levels: StockLevels; isShort?: boolean }) {
  const { t, format } = useText()
  const { warehouses, unit, baseCurrency, on } = levels
  if (warehouses.length === 0) return <p className={classes.muted}>{t('stock.product.never')}</p>
  return (
    <section>
      <SectionTitle>{t('stock.product.places')}</SectionTitle>
      <ScrollRegion name={t('stock.product.places')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('stock.fields.place')}</th>
              <th scope="col" data-numeric>
                {t('stock.figures.onHand')}
              </th>
              {on === null ? (
                <>
                  {isShort ? null : (
                    <th scope="col" data-numeric>
                      {t('stock.fields.averageCost')}
                    </th>
                  )}
                  <th scope="col" data-numeric>
                    {t('stock.fields.valueIn', { currency: baseCurrency })}
                  </th>
                </>
              ) : null}
              {isShort ? null : <th scope="col">{t('stock.fields.lastOn')}</th>}
            </tr>
          </thead>
          <tbody>
            {warehouses.map((place) => (
              <tr key={place.id}>
                <th scope="row">
                  {placeName(t, place)}{' '}
                  {place.isSellable || place.kind === 'transit' ? null : (
                    <StatusBadge tone="outline">{t('warehouses.notSold')}</StatusBadge>
                  )}
                </th>
                <td data-numeric className={place.onHand < 0 ? classes.below : ''}>
                  {quantityText(format, place.onHand, unit)}
                </td>
                {on === null ? (
                  <>
                    {isShort ? null : <td data-numeric>{format.amount(place.averageCost, baseCurrency)}</td>}
                    <td data-numeric>
                      {place.value === null ? (
                        <span className="q-quiet">{t('common.noData')}</span>
                      ) : (
                        format.amount(place.value, baseCurrency)
                      )}
                    </td>
                  </>
                ) : null}
                {isShort ? null : <td className={classes.day}>{place.lastOn}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}

export function BatchTable({ levels }: { levels: StockLevels }) {
  const { t, format } = useText()
  const today = useToday()
  const { batches, unit, tracking, on } = levels
  if (tracking === 'none') return null
  return (
    <section>
      <SectionTitle>{t(`stock.trackingsMany.${tracking}`)}</SectionTitle>
      {batches.length === 0 ? <p className={classes.muted}>{t('stock.batches.none')}</p> : null}
      {batches.length > 0 ? (
        <ScrollRegion name={t(`stock.trackingsMany.${tracking}`)}>
          <table className={classes.table}>
            <TableHead
              heads={[
                t('stock.fields.batch'),
                t('stock.fields.place'),
                t('stock.fields.expiresOn'),
                { numeric: t('stock.figures.onHand') },
              ]}
            />
            <tbody>
              {batches.map((batch) => (
                <tr key={`${batch.id} ${batch.warehouseId}`}>
                  <th scope="row" className={classes.wide}>
                    {batch.code}
                  </th>
                  <td>{placeName(t, { id: batch.warehouseId, name: batch.warehouse })}</td>
                  <td className={classes.day}>
                    {batch.expiresOn}{' '}
                    {batch.expiresOn && batch.expiresOn < (on ?? today) ? (
                      <StatusBadge tone="bad">{t('stock.batches.expired')}</StatusBadge>
                    ) : null}
                  </td>
                  <td data-numeric>{quantityText(format, batch.onHand, unit)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : null}
    </section>
  )
}

export function ReservationTable({ levels }: { levels: StockLevels }) {
  const { t, format } = useText()
  const { reservedBy, reservedByCount, unit } = levels
  if (reservedBy.length === 0) return null
  const rest = reservedByCount - reservedBy.length
  return (
    <section>
      <SectionTitle>{t('stock.product.reservations')}</SectionTitle>
      <ScrollRegion name={t('stock.product.reservations')}>
        <table className={classes.table}>
          <TableHead
            heads={[
              t('stock.fields.order'),
              t('stock.fields.customer'),
              t('stock.product.requiredOn'),
              { numeric: t('stock.figures.reserved') },
            ]}
          />
          <tbody>
            {reservedBy.map((order) => (
              <tr key={order.orderId}>
                <td>
                  <Link className="q-link" to="/orders/$id" params={{ id: String(order.orderId) }}>
                    {order.number}
                  </Link>
                </td>
                <td className={classes.wide}>
                  {nameIn(format.language, { name: order.customer, nameZh: order.customerZh })}
                </td>
                <td className={classes.day}>{order.requiredOn}</td>
                <td data-numeric>{quantityText(format, order.quantity, unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {rest > 0 ? (
        <p className={classes.more}>{t('stock.more', { count: rest, formatted: format.number(rest) })}</p>
      ) : null}
    </section>
  )
}
