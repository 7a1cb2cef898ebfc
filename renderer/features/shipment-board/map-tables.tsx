// What the map shows, as tables: where things are, and the lanes. A row lights its dot or its arc.
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import table from '#renderer/ui/plain-table.module.css'
import type { MapLane, MapSpot } from '#shared/schemas/shipment-board.ts'
import type { BoardAddress } from './board-address.ts'
import classes from './map.module.css'
import { keyOfLane, keyOfSpot } from './map-drawing.ts'
import { placeInWords, spotInWords } from './place-words.ts'

type Lit = { lit: string | null; onLit: (key: string | null) => void }

export function SpotsTable({ spots, lit, onLit }: { spots: readonly MapSpot[] } & Lit) {
  const { t, format, language } = useText()
  const [open, setOpen] = useState<string | null>(null)
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('shipments.map.place')}</th>
          <th scope="col" data-numeric>
            {t('shipments.map.shipments')}
          </th>
          <th scope="col" data-numeric>
            {t('shipments.map.late')}
          </th>
          <th scope="col" className={classes.states}>
            {t('shipments.map.states')}
          </th>
        </tr>
      </thead>
      <tbody>
        {spots.map((spot) => {
          const key = keyOfSpot(spot)
          const isOpen = open === key
          const place = spotInWords(spot, { t, format, language })
          const Chevron = isOpen ? IconChevronDown : IconChevronRight
          return (
            <Fragment key={key}>
              <tr
                className={classes.row}
                data-lit={lit === key || undefined}
                onMouseEnter={() => onLit(key)}
                onMouseLeave={() => onLit(null)}
              >
                <th scope="row">
                  <button
                    type="button"
                    className={classes.opener}
                    aria-expanded={isOpen}
                    aria-label={t('shipments.map.showSpot', { place })}
                    onFocus={() => onLit(key)}
                    onBlur={() => onLit(null)}
                    onClick={() => setOpen(isOpen ? null : key)}
                  >
                    <Chevron size={13} stroke={1.7} aria-hidden />
                    <span title={place}>{place}</span>
                  </button>
                </th>
                <td data-numeric>{format.number(spot.count)}</td>
                <Late count={spot.late} />
                <td>
                  {spot.states
                    .map(
                      ({ state, count }) =>
                        `${state === '' ? '–' : t(`shipments.states.${state}`)} ${format.number(count)}`,
                    )
                    .join(' · ')}
                </td>
              </tr>
              {isOpen ? <SpotShipments spot={spot} /> : null}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

function SpotShipments({ spot }: { spot: MapSpot }) {
  const { t, format } = useText()
  const rest = spot.count - spot.shipments.length
  return (
    <tr>
      <td colSpan={4}>
        <ul className={classes.shipments}>
          {spot.shipments.map(({ id, number, state, isLate }) => (
            <li key={id}>
              <Link className="q-link" to="/shipments/$id" params={{ id: String(id) }}>
                {number}
              </Link>{' '}
              <span className="q-quiet">
                {state === '' ? '' : t(`shipments.states.${state}`)}
                {isLate ? ` · ${t('shipments.map.late')}` : ''}
              </span>
            </li>
          ))}
          {rest > 0 ? (
            <li className="q-quiet">{t('shipments.map.more', { count: rest, formatted: format.number(rest) })}</li>
          ) : null}
        </ul>
      </td>
    </tr>
  )
}

type LanesProps = { lanes: readonly MapLane[]; currency: string; address: BoardAddress } & Lit

export function LanesTable({ lanes, currency, address, lit, onLit }: LanesProps) {
  const { t, format, language } = useText()
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('shipments.map.lanes')}</th>
          <th scope="col" data-numeric>
            {t('shipments.map.shipments')}
          </th>
          <th scope="col" data-numeric>
            {t('shipments.map.late')}
          </th>
          <th scope="col" data-numeric>
            {t('shipments.map.value', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {lanes.map((lane) => {
          const key = keyOfLane(lane)
          const from = placeInWords(lane.from, format, language)
          const to = placeInWords(lane.to, format, language)
          const { withoutValue } = lane
          return (
            <tr
              key={key}
              className={classes.row}
              data-lit={lit === key || undefined}
              onMouseEnter={() => onLit(key)}
              onMouseLeave={() => onLit(null)}
            >
              <th scope="row">
                <Link
                  className="q-link"
                  to="/shipments/board"
                  search={{ ...address, country: lane.to.country || undefined } as never}
                  onFocus={() => onLit(key)}
                  onBlur={() => onLit(null)}
                >
                  {t('shipments.map.lane', { from, to })}
                </Link>
              </th>
              <td data-numeric>{format.number(lane.count)}</td>
              <Late count={lane.late} />
              <td data-numeric>
                {withoutValue === lane.count ? '–' : format.amount(lane.value, currency)}
                {withoutValue > 0 ? (
                  <div className="q-quiet">
                    {t('shipments.board.without', { count: withoutValue, formatted: format.number(withoutValue) })}
                  </div>
                ) : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Late({ count }: { count: number }) {
  const { format } = useText()
  return (
    <td data-numeric>
      {count > 0 ? (
        <span className={classes.lateCount}>
          <IconAlertTriangle size={13} stroke={1.7} aria-hidden />
          {format.number(count)}
        </span>
      ) : (
        '0'
      )}
    </td>
  )
}
