// Where stock lies: few places, on one page.
import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { placeName, transitPlace } from '#renderer/lib/place-name.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import tableClasses from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Revised } from '#shared/schemas/records.ts'
import type { Warehouse } from '#shared/schemas/warehouses.ts'
import { WarehouseDialog } from './warehouse-dialog.tsx'
import classes from './warehouses.module.css'

export function WarehousesScreen() {
  const { t } = useText()
  const [archived, setArchived] = useState(false)
  const query = useQuery(trpc.warehouses.list.queryOptions({ archived }))
  const [edited, setEdited] = useState<Revised<Warehouse> | 'new' | null>(null)
  const add = () => setEdited('new')
  const { ifMayWrite } = useMayWrite()
  useHotkeys([['N', ifMayWrite(add)]])
  return (
    <Page
      title={t('warehouses.title')}
      subtitle={t('warehouses.subtitle')}
      actions={
        <>
          <Button aria-pressed={archived} onClick={() => setArchived(!archived)}>
            {t(archived ? 'lists.showLive' : 'lists.showArchived')}
          </Button>
          <WriteGate>
            <Button variant="filled" onClick={add}>
              {t('warehouses.new')}
            </Button>
          </WriteGate>
        </>
      }
    >
      <QueryState query={query}>
        {(warehouses) =>
          warehouses.length === 0 ? (
            <EmptyState title={t('warehouses.empty.title')}>{t('warehouses.empty.text')}</EmptyState>
          ) : (
            <WarehouseTable warehouses={warehouses} onEdit={setEdited} />
          )
        }
      </QueryState>
      {edited ? <WarehouseDialog warehouse={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
    </Page>
  )
}

type TableProps = {
  warehouses: readonly Revised<Warehouse>[]
  onEdit: (warehouse: Revised<Warehouse>) => void
}

function WarehouseTable({ warehouses, onEdit }: TableProps) {
  const { t } = useText()
  return (
    <ScrollRegion name={t('warehouses.list')}>
      <table className={tableClasses.table} aria-label={t('warehouses.list')}>
        <TableHead
          heads={[
            t('warehouses.fields.name'),
            t('warehouses.fields.kind'),
            t('warehouses.fields.country'),
            t('warehouses.fields.startsOn'),
            t('warehouses.fields.shortage'),
            { numeric: t('warehouses.fields.products') },
            { numeric: t('warehouses.fields.bins') },
            '',
          ]}
        />
        <tbody>
          {warehouses.map((warehouse) => (
            <WarehouseRow key={warehouse.id} warehouse={warehouse} onEdit={onEdit} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function WarehouseRow({ warehouse, onEdit }: { warehouse: Revised<Warehouse>; onEdit: TableProps['onEdit'] }) {
  const { t, format } = useText()
  const name = placeName(t, warehouse)
  const isTransit = warehouse.id === transitPlace
  return (
    <tr>
      <th scope="row" className={classes.name}>
        {name} {warehouse.code && warehouse.code !== name ? <span className="q-quiet">{warehouse.code}</span> : null}{' '}
        {warehouse.isSellable || isTransit ? null : <StatusBadge tone="outline">{t('warehouses.notSold')}</StatusBadge>}
        {isTransit ? <span className={classes.about}>{t('warehouses.hints.transit')}</span> : null}
      </th>
      <td>{isTransit ? '' : t(`warehouses.kinds.${warehouse.kind}`)}</td>
      <td>{format.country(warehouse.country)}</td>
      <td data-figure>{warehouse.startsOn}</td>
      <td>{isTransit ? '' : t(`warehouses.shortages.${warehouse.shortage}`)}</td>
      <td data-numeric>{format.number(warehouse.productCount)}</td>
      <td data-numeric>{isTransit || warehouse.bins.length === 0 ? '' : format.number(warehouse.bins.length)}</td>
      <td data-numeric>
        {isTransit ? null : (
          <WriteGate>
            <Button variant="subtle" onClick={() => onEdit(warehouse)} aria-label={`${t('common.edit')}: ${name}`}>
              {t('common.edit')}
            </Button>
          </WriteGate>
        )}
      </td>
    </tr>
  )
}
