// What a shipment takes along that sends another one anew: the goods that are on their way already, or new ones.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'
import type { ResentGoods } from '#shared/schemas/shipment-moves.ts'

const gone: readonly string[] = ['lost', 'damaged', 'destroyed']

/** New goods where the first ones are lost, damaged or destroyed. */
export function resentGoodsOf(db: ReadDb, { follows_id }: { follows_id: Id | null }): ResentGoods {
  const row = db.get<{ state: string; wasLost: number; wasDamaged: number }>(
    'SELECT state, was_lost AS wasLost, was_damaged AS wasDamaged FROM live_shipments WHERE id = ?',
    follows_id,
  )
  if (!row) return 'new'
  return gone.includes(row.state) || row.wasLost === 1 || row.wasDamaged === 1 ? 'new' : 'same'
}
