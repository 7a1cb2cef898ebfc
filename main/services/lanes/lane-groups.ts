// What shipments are added up by: the columns of each group, and what a group is called.
import type { ReadDb } from '#main/db/database.ts'
import type { LaneGroup, LaneRow } from '#shared/schemas/lanes.ts'

/** Two columns of a shipment `r` that tell groups apart. */
export const laneKeys: Readonly<Record<LaneGroup, readonly [string, string]>> = {
  carrier: ['r.carrier_id', "''"],
  service: ['r.service_id', "''"],
  mode: ['r.mode', "''"],
  country: ['r.ship_to_country', "''"],
  lane: ['r.from_country', 'r.ship_to_country'],
}

export type LaneKey = readonly [first: string | number | null, second: string]

export type LaneName = Pick<
  LaneRow,
  'key' | 'id' | 'name' | 'nameZh' | 'carrier' | 'carrierZh' | 'fromCountry' | 'toCountry'
>

const noName: LaneName = {
  key: '',
  id: null,
  name: '',
  nameZh: '',
  carrier: '',
  carrierZh: '',
  fromCountry: '',
  toCountry: '',
}

const separator = '>'

/** Names of all groups at once; a mode and a country stand for themselves. */
export function laneNames(db: ReadDb, by: LaneGroup, keys: readonly LaneKey[]): (key: LaneKey) => LaneName {
  const ids = keys.flatMap(([first]) => (typeof first === 'number' ? [first] : []))
  const named = new Map(by === 'service' || by === 'carrier' ? namedRows(db, by, ids).map((row) => [row.id, row]) : [])
  return ([first, second]) => {
    if (by === 'lane') {
      const fromCountry = String(first ?? '')
      return { ...noName, key: `${fromCountry}${separator}${second}`, fromCountry, toCountry: second }
    }
    if (typeof first !== 'number')
      return { ...noName, key: first ?? '', ...(by === 'country' && { toCountry: first ?? '' }) }
    const { id, name, nameZh, carrier, carrierZh } = named.get(first) ?? { ...noName, id: first }
    return {
      ...noName,
      id,
      key: name || nameZh,
      name: name || nameZh,
      nameZh,
      carrier: carrier || carrierZh,
      carrierZh,
    }
  }
}

type NamedRow = Pick<LaneRow, 'name' | 'nameZh' | 'carrier' | 'carrierZh'> & { id: number }

function namedRows(db: ReadDb, by: 'service' | 'carrier', ids: readonly number[]): NamedRow[] {
  const select =
    by === 'carrier'
      ? "SELECT r.id, r.name, r.name_zh AS nameZh, '' AS carrier, '' AS carrierZh FROM parties r"
      : `SELECT r.id, r.name, '' AS nameZh, p.name AS carrier, p.name_zh AS carrierZh
         FROM carrier_services r JOIN parties p ON p.id = r.carrier_id`
  return db.all<NamedRow>(`${select} WHERE r.id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))
}

/** The condition that a shipment `r` belongs to a row of the report, which is named by its id, or by its key where it has none. */
export function inGroup(by: LaneGroup, { key, id }: { key: string; id: number | null }) {
  const [first, second] = laneKeys[by]
  if (by === 'lane') {
    const [from = '', to = ''] = key.split(separator)
    return { sql: `${first} = ? AND ${second} = ?`, params: [from, to] }
  }
  if (by === 'carrier' || by === 'service') return { sql: `${first} IS ?`, params: [id] }
  return { sql: `${first} = ?`, params: [key] }
}
