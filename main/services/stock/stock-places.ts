// The places that stock lies in, as far as postings ask: their names, start days and what they do about shortages.
import type { ReadDb } from '#main/db/database.ts'
import { mainWarehouse, transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

export type StockPlace = {
  id: Id
  name: string
  startsOn: Day | null
  isSellable: boolean
  /** Whether more may go out than is there, with a warning. */
  warns: boolean
}

/** The place, or `stock/place-not-found`; a deleted one is none, an archived one takes and gives nothing any more. */
export function openPlace(db: ReadDb, id: Id, field = 'warehouseId'): StockPlace {
  const place = placeOf(db, id)
  if (!place || id === transitWarehouse) throw new AppError('stock/place-not-found', { field })
  if (place.isArchived) throw new AppError('stock/place-archived', { field, ...placeDetails(place) })
  return place
}

export function placeOf(db: ReadDb, id: Id): (StockPlace & { isArchived: boolean }) | null {
  const row = db.get<PlaceRow>(
    `SELECT id, coalesce(nullif(name, ''), code) AS name, starts_on AS startsOn, is_sellable AS isSellable, shortage, archived
     FROM warehouses WHERE id = ? AND deleted = 0`,
    id,
  )
  if (!row) return null
  const { isSellable, shortage, archived, ...place } = row
  return { ...place, isSellable: isSellable === 1, warns: shortage === 'warn', isArchived: archived === 1 }
}

type PlaceRow = {
  id: Id
  name: string
  startsOn: Day | null
  isSellable: number
  shortage: string
  archived: number
}

/** How a failure names a place: the two that every book has may have no name of their own. */
export function placeDetails({ id, name }: { id: Id; name: string }): Record<string, string | number> {
  const unnamed: Readonly<Record<Id, string>> = { [mainWarehouse]: 'main', [transitWarehouse]: 'transit' }
  return { place: name, placeId: id, ...(name === '' && unnamed[id] ? { unnamedPlace: unnamed[id] } : {}) }
}
