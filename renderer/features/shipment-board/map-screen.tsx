// Where things are now, on a map drawn offline, with the table that says the same beside it.
import { SegmentedControl, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ShipmentViews } from '#renderer/ui/shipment-views.tsx'
import type { ShipmentMap } from '#shared/schemas/shipment-board.ts'
import { askedOf, type BoardAddress, isNarrowed } from './board-address.ts'
import { BoardFilters } from './board-filters.tsx'
import classes from './map.module.css'
import { type Region, regions } from './map-regions.ts'
import { LanesTable, SpotsTable } from './map-tables.tsx'
import { ShipmentMapPicture } from './shipment-map.tsx'
import { useBoardAddress } from './use-board-address.ts'

export function MapScreen() {
  const { t } = useText()
  const state = useBoardAddress('/shipments/map')
  const { address } = state
  const query = useQuery(trpc.shipments.map.queryOptions(askedOf(address), { placeholderData: keepPreviousData }))
  return (
    <Page
      title={t('shipments.board.title')}
      subtitle={t('shipments.map.subtitle')}
      actions={<ShipmentViews view="map" search={address} />}
      fills
    >
      <BoardFilters state={state} carriers={query.data?.carriers ?? []} hasEnded={false} />
      <QueryState query={query}>
        {(map) =>
          map.count === 0 ? <NothingUnderWay address={address} /> : <MapAndTable map={map} address={address} />
        }
      </QueryState>
    </Page>
  )
}

function NothingUnderWay({ address }: { address: BoardAddress }) {
  const { t } = useText()
  if (isNarrowed(address)) return <EmptyState title={t('shipments.board.emptyFiltered.title')} />
  return <EmptyState title={t('shipments.map.empty.title')}>{t('shipments.map.empty.text')}</EmptyState>
}

type Shows = 'spots' | 'lanes'

function MapAndTable({ map, address }: { map: ShipmentMap; address: BoardAddress }) {
  const { t } = useText()
  const home = useBook().country
  const [region, setRegion] = useState<Region>('world')
  const [shows, setShows] = useState<Shows>('spots')
  const [lit, setLit] = useState<string | null>(null)
  const lighting = { lit, onLit: setLit }
  return (
    <div className={classes.map}>
      <div className={classes.picture}>
        <div className={classes.tools}>
          <Select
            w={180}
            aria-label={t('shipments.map.region')}
            allowDeselect={false}
            data={regions.map((value) => ({ value, label: t(`shipments.map.regions.${value}`) }))}
            value={region}
            onChange={(next) => setRegion((next ?? 'world') as Region)}
          />
        </div>
        <ShipmentMapPicture {...{ lanes: map.lanes, spots: map.spots, home, region, shows }} {...lighting} />
        <Legend />
      </div>
      <div className={classes.beside}>
        <div className={classes.tools}>
          <SegmentedControl
            aria-label={t('shipments.map.show')}
            data={(['spots', 'lanes'] as const).map((value) => ({ value, label: t(`shipments.map.${value}`) }))}
            value={shows}
            onChange={(value) => setShows(value as Shows)}
          />
        </div>
        <Untold map={map} />
        {shows === 'spots' ? (
          <SpotsTable spots={map.spots} {...lighting} />
        ) : (
          <LanesTable lanes={map.lanes} currency={map.currency} address={address} {...lighting} />
        )}
      </div>
    </div>
  )
}

function Untold({ map: { withoutSpot, withoutLane } }: { map: ShipmentMap }) {
  const { t, format } = useText()
  if (withoutSpot === 0 && withoutLane === 0) return null
  return (
    <Notice tone="info">
      {[
        withoutSpot > 0 &&
          t('shipments.map.withoutSpot', { count: withoutSpot, formatted: format.number(withoutSpot) }),
        withoutLane > 0 &&
          t('shipments.map.withoutLane', { count: withoutLane, formatted: format.number(withoutLane) }),
      ]
        .filter(Boolean)
        .join(' ')}
    </Notice>
  )
}

const signs = [
  ['lane', 'shipments.map.legendLane'],
  ['late', 'shipments.map.legendLate'],
  ['spot', 'shipments.map.legendSpot'],
  ['lateSpot', 'shipments.map.legendLateSpot'],
  ['vague', 'shipments.map.legendVague'],
] as const

function Legend() {
  const { t } = useText()
  return (
    <ul className={classes.legend}>
      {signs.map(([sign, words]) => (
        <li key={sign}>
          <span className={classes.sign} data-sign={sign} aria-hidden />
          {t(words)}
        </li>
      ))}
    </ul>
  )
}
