// The world with what is under way: lanes as arcs, wider the more shipments take them, and a dot where things are now. The table
// beside it says the same, and is reached by keys.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import world from '#renderer/ui/world-map/world-map.module.css'
import { mapSize, worldProjection, worldShapes } from '#renderer/ui/world-map/world-shapes.ts'
import type { MapLane, MapSpot } from '#shared/schemas/shipment-board.ts'
import classes from './map.module.css'
import { type Drawn, type DrawnLane, type DrawnSpot, drawnMap } from './map-drawing.ts'
import { type Region, windowOf } from './map-regions.ts'
import { placeInWords, spotInWords } from './place-words.ts'

type MapProps = {
  lanes: readonly MapLane[]
  spots: readonly MapSpot[]
  /** Where the company sits: the map is turned so that its lanes are not cut. */
  home: string
  region: Region
  shows: 'lanes' | 'spots'
  lit: string | null
  onLit: (key: string | null) => void
}

/** Seen from East Asia the Pacific is in the middle, else the Atlantic is not cut either. */
const eastern = ['CN', 'HK', 'TW', 'JP', 'KR', 'VN', 'TH', 'MY', 'SG', 'PH', 'ID', 'AU', 'NZ', 'IN', 'BD', 'PK', 'LK']

export function ShipmentMapPicture({ lanes, spots, home, region, shows, lit, onLit }: MapProps) {
  const { t } = useText()
  const projection = useMemo(() => worldProjection(eastern.includes(home) ? 150 : 0), [home])
  const shapes = useMemo(() => worldShapes(projection), [projection])
  const drawn: Drawn = useMemo(() => drawnMap(projection, lanes, spots), [projection, lanes, spots])
  const { x, y, width, height } = windowOf(projection, region)
  const scale = width / mapSize.width
  return (
    <svg
      className={world.land}
      viewBox={`${x} ${y} ${width} ${height}`}
      role="img"
      aria-label={t('shipments.map.label')}
    >
      {shapes.map(({ path }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes never change, and some have no country
        <path key={index} className={`${world.shape} ${classes.shape}`} d={path} />
      ))}
      <g data-shown={shows === 'lanes' || undefined} className={classes.lanes}>
        {drawn.lanes.map((lane) => (
          <Lane key={lane.key} lane={lane} isLit={lit === lane.key} onLit={onLit} />
        ))}
      </g>
      {drawn.spots.map((spot) => (
        <Spot key={spot.key} spot={spot} scale={scale} isLit={lit === spot.key} onLit={onLit} />
      ))}
    </svg>
  )
}

type Lighting = { isLit: boolean; onLit: (key: string | null) => void }

function Lane({ lane, isLit, onLit }: { lane: DrawnLane } & Lighting) {
  const { t, format, language } = useText()
  const { count, late, from, to } = lane.lane
  const words = { from: placeInWords(from, format, language), to: placeInWords(to, format, language) }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table beside it does the same by keys
    <path
      className={classes.lane}
      d={lane.path}
      strokeWidth={lane.width}
      data-late={late > 0 || undefined}
      data-lit={isLit || undefined}
      onMouseEnter={() => onLit(lane.key)}
      onMouseLeave={() => onLit(null)}
    >
      <title>
        {t('shipments.map.lane', words)}: {t('shipments.map.said', { count, formatted: format.number(count) })}
        {late > 0 ? `, ${t('shipments.board.lateCount', { formatted: format.number(late) })}` : ''}
      </title>
    </path>
  )
}

/** The number stands in the dot, so that nobody has to compare sizes; what is late has a ring around it. */
function Spot({ spot, scale, isLit, onLit }: { spot: DrawnSpot; scale: number } & Lighting) {
  const { t, format, language } = useText()
  const { count, late } = spot.spot
  const radius = spot.radius * scale
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table beside it does the same by keys
    <g
      className={classes.spot}
      data-late={late > 0 || undefined}
      data-vague={!spot.isExact || undefined}
      data-lit={isLit || undefined}
      onMouseEnter={() => onLit(spot.key)}
      onMouseLeave={() => onLit(null)}
    >
      <title>
        {spotInWords(spot.spot, { t, format, language })}:{' '}
        {t('shipments.map.said', { count, formatted: format.number(count) })}
        {late > 0 ? `, ${t('shipments.board.lateCount', { formatted: format.number(late) })}` : ''}
      </title>
      {late > 0 ? <circle className={classes.ring} cx={spot.x} cy={spot.y} r={radius + 3.5 * scale} /> : null}
      <circle className={classes.dot} cx={spot.x} cy={spot.y} r={radius} />
      <text className={classes.figure} x={spot.x} y={spot.y} fontSize={10 * scale} dy="0.35em">
        {format.number(count)}
      </text>
    </g>
  )
}
