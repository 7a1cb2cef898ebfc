// What a kit is made of in the end: every part with how many of it one kit takes, kits inside kits taken apart.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

export type KitPart = { partId: Id; each: number }

/** Parts by kit. A kit without parts is left out: it stands for itself. A part that leads back to its kit counts for nothing. */
export function kitShares(db: ReadDb): Map<Id, KitPart[]> {
  const direct = new Map<Id, KitPart[]>()
  const rows = db.raw(
    `SELECT k.kit_id, k.part_id, k.qty_milli FROM live_kit_parts k CROSS JOIN products p ON p.id = k.kit_id
     WHERE p.kind = 'kit' AND p.deleted = 0 ORDER BY k.kit_id, k.id`,
  ) as [Id, Id, number][]
  for (const [kitId, partId, milli] of rows) {
    const parts = direct.get(kitId)
    const part = { partId, each: milli / 1000 }
    if (parts) parts.push(part)
    else direct.set(kitId, [part])
  }
  return new Map([...direct.keys()].map((kitId) => [kitId, takenApart(direct, kitId)]))
}

function takenApart(direct: ReadonlyMap<Id, readonly KitPart[]>, kitId: Id): KitPart[] {
  const sums = new Map<Id, number>()
  const take = (id: Id, count: number, inside: readonly Id[]) => {
    for (const { partId, each } of direct.get(id) ?? []) {
      if (inside.includes(partId)) continue
      if (direct.has(partId)) take(partId, count * each, [...inside, partId])
      else sums.set(partId, (sums.get(partId) ?? 0) + count * each)
    }
  }
  take(kitId, 1, [kitId])
  return [...sums].map(([partId, each]) => ({ partId, each }))
}
