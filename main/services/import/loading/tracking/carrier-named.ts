// The carrier that a file of tracking names: by the code of its courier, else by its name. One that the book does not know is made
// where the file may make what is missing, so that its shipments say by whom they went.
import { type LoadContext, type TypedRow, textOf } from '#main/services/import/loading/loader.ts'
import { partyFor } from '#main/services/import/loading/party-loader.ts'
import { listCouriers } from '#main/services/tracking/couriers.ts'
import type { Id } from '#shared/ids.ts'

/** Null where none is named, or none can be told by it: numbers of a list of theirs are no names. */
export function carrierNamed(context: LoadContext, row: TypedRow): Id | null {
  const courier = textOf(row, 'courier')?.trim() ?? ''
  if (courier === '') return null
  const known = knownCourier(context, row)
  if (known !== null) return known
  if (!/\p{L}/u.test(courier)) return null
  const id = partyFor(context, 'carrier', courier.slice(0, 300))
  if (id === null) want(context, courier)
  return id
}

function want({ wanting }: LoadContext, courier: string): void {
  wanting.set('carrier', (wanting.get('carrier') ?? new Set()).add(courier.slice(0, 200)))
}

/** The same of couriers alone: where news is told, the column may name the page that tells it as well. */
export function knownCourier(context: LoadContext, row: TypedRow): Id | null {
  const { tx, makeMissing, made } = context
  const courier = textOf(row, 'courier')?.trim() ?? ''
  if (courier === '') return null
  const code = courier.toLowerCase().replaceAll(/[\s-]+/g, '_')
  const own = tx.get<{ id: Id }>(
    `SELECT id FROM live_parties WHERE is_carrier = 1 AND archived = 0
       AND (courier_code = ? OR name = ? COLLATE NOCASE OR name_zh = ?)
     ORDER BY courier_code = ? DESC, id LIMIT 1`,
    ...[code, courier, courier, code],
  )
  const listed = own ? undefined : listCouriers().find((one) => one.code === code)
  if (!listed) return own?.id ?? null
  if (!makeMissing) {
    want(context, courier)
    return null
  }
  const { name, nameZh } = listed
  made.set('carrier', (made.get('carrier') ?? 0) + 1)
  return tx.insert('parties', { name, name_zh: nameZh === name ? '' : nameZh, courier_code: code, is_carrier: 1 })
}
