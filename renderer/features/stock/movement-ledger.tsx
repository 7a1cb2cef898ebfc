// The ledger of a product: every movement, newest first, with filters; more of it as far as one wants to look.
import { Button, MultiSelect, Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { isDay } from '#shared/dates.ts'
import type { MovementRow } from '#shared/schemas/stock.ts'
import { type StockDocumentKind, stockDocumentKinds } from '#shared/schemas/stock-documents.ts'
import { LineValue } from './document-lines.tsx'
import { reasonText } from './document-words.tsx'
import classes from './stock.module.css'
import { usePlaces } from './use-places.ts'

type Filters = { warehouseId: string | null; kinds: StockDocumentKind[]; from: string; to: string }

const none: Filters = { warehouseId: null, kinds: [], from: '', to: '' }
const pageSize = 100

/** `on`: only what had moved by that day. */
export function MovementLedger({ productId, on }: { productId: number; on: string | null }) {
  const { t, format } = useText()
  const [filters, setFilters] = useState(none)
  const query = useMovements(productId, filters, on)
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const base = query.data?.pages[0]?.baseCurrency ?? ''
  return (
    <section>
      <SectionTitle>{t('stock.product.movements')}</SectionTitle>
      <LedgerFilters filters={filters} onChange={(part) => setFilters((before) => ({ ...before, ...part }))} />
      {query.error ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isPending ? <LoadingState /> : null}
      {query.data && rows.length === 0 ? <p className={classes.muted}>{t('stock.product.noMovements')}</p> : null}
      {rows.length > 0 ? <LedgerTable rows={rows} base={base} /> : null}
      {query.hasNextPage ? (
        <div className={classes.more}>
          <Button onClick={() => query.fetchNextPage()} loading={query.isFetchingNextPage}>
            {t('stock.product.moreMovements')}
          </Button>
          {t('stock.product.shown', { count: rows.length, formatted: format.number(rows.length) })}
        </div>
      ) : null}
    </section>
  )
}

function useMovements(productId: number, filters: Filters, on: string | null) {
  const [from, to] = [filters.from, filters.to].map((day) => (isDay(day) ? day : null))
  const asked = {
    productId,
    kinds: filters.kinds,
    warehouseId: filters.warehouseId === null ? null : Number(filters.warehouseId),
    from: from ?? null,
    to: on !== null && (!to || to > on) ? on : (to ?? null),
    limit: pageSize,
  }
  return useInfiniteQuery({
    queryKey: [['stock', 'movements'], asked],
    queryFn: ({ pageParam }) => client.stock.movements.query({ ...asked, after: pageParam }),
    initialPageParam: null as { on: string; id: number } | null,
    getNextPageParam: (page) => page.next,
  })
}

function LedgerFilters({ filters, onChange }: { filters: Filters; onChange: (part: Partial<Filters>) => void }) {
  const { t } = useText()
  const places = usePlaces({ withTransit: true })
  return (
    <div className={classes.bar}>
      <Select
        w={180}
        label={t('stock.fields.place')}
        placeholder={t('stock.allPlaces')}
        clearable
        data={places}
        value={filters.warehouseId}
        onChange={(warehouseId) => onChange({ warehouseId })}
      />
      <MultiSelect
        miw={180}
        label={t('stock.fields.kind')}
        placeholder={filters.kinds.length === 0 ? t('common.any') : ''}
        clearable
        data={stockDocumentKinds.map((value) => ({ value, label: t(`stock.kinds.${value}`) }))}
        value={filters.kinds}
        onChange={(kinds) => onChange({ kinds: kinds as StockDocumentKind[] })}
      />
      <DayInput label={t('stock.product.from')} w={150} value={filters.from} onChange={(from) => onChange({ from })} />
      <DayInput label={t('stock.product.to')} w={150} value={filters.to} onChange={(to) => onChange({ to })} />
    </div>
  )
}

function LedgerTable({ rows, base }: { rows: readonly MovementRow[]; base: string }) {
  const { t } = useText()
  const hasBatch = rows.some(({ batch }) => batch !== '')
  const hasBin = rows.some(({ bin }) => bin !== '')
  return (
    <ScrollRegion name={t('stock.product.movements')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('stock.fields.on')}</th>
            <th scope="col">{t('stock.fields.kind')}</th>
            <th scope="col">{t('stock.fields.document')}</th>
            <th scope="col">{t('stock.fields.place')}</th>
            {hasBatch ? <th scope="col">{t('stock.fields.batch')}</th> : null}
            {hasBin ? <th scope="col">{t('stock.fields.bin')}</th> : null}
            <th scope="col" data-numeric>
              {t('stock.fields.quantity')}
            </th>
            <th scope="col" data-numeric>
              {t('stock.fields.valueIn', { currency: base })}
            </th>
            <th scope="col">{t('stock.fields.note')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Movement key={row.id} row={row} base={base} has={{ batch: hasBatch, bin: hasBin }} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Movement({ row, base, has }: { row: MovementRow; base: string; has: { batch: boolean; bin: boolean } }) {
  const { t, format } = useText()
  return (
    <tr data-off={row.reversedById !== null || undefined}>
      <td className={classes.day}>{row.movedOn}</td>
      <td>
        {t(`stock.kinds.${row.kind as StockDocumentKind}`)}{' '}
        {row.reversesId === null ? null : <StatusBadge tone="outline">{t('stock.counter')}</StatusBadge>}
      </td>
      <td>
        {row.documentId === null ? null : (
          <Link className="q-link" to="/stock/documents/$id" params={{ id: String(row.documentId) }}>
            {row.documentNumber}
          </Link>
        )}
      </td>
      <td className={classes.place}>{placeName(t, { id: row.warehouseId, name: row.warehouse })}</td>
      {has.batch ? <td>{row.batch}</td> : null}
      {has.bin ? <td>{row.bin}</td> : null}
      <td data-numeric>
        {row.quantity > 0 ? '+' : ''}
        {quantityText(format, row.quantity, row.unit)}
      </td>
      <td data-numeric>
        <LineValue line={row} base={base} />
      </td>
      <td className={classes.wide}>{[reasonText(t, row.reason), row.note].filter(Boolean).join(' · ')}</td>
    </tr>
  )
}
