// Kept events read anew by the rules of today: what was said stays, what it means follows. States set by hand stay too.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { newsOf } from '#main/services/tracking/add-events.ts'
import { bookStateReader } from '#main/services/tracking/tracking-rules.ts'
import type { Id } from '#shared/ids.ts'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'
import type { ReadBy, RereadPreview } from '#shared/schemas/tracking.ts'

type State = TrackingState | ''
type Row = [id: Id, shipmentId: Id, text: string, source: string, code: string, state: State, readBy: ReadBy]
type Changed = { id: Id; shipmentId: Id; text: string; before: State; after: State; readBy: ReadBy }

/** What reading anew would change: nothing is written. */
export function rereadPreview(db: ReadDb): RereadPreview {
  let changed = 0
  const shipments = new Set<Id>()
  const counts = new Map<string, RereadPreview['examples'][number]>()
  for (const { shipmentId, text, before, after } of otherMeanings(db)) {
    if (before === after) continue
    changed += 1
    shipments.add(shipmentId)
    const key = `${before}|${after}|${text}`
    const same = counts.get(key)
    if (same) same.count += 1
    else if (counts.size < 10_000) counts.set(key, { text, before, after, count: 1 })
  }
  const examples = [...counts.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
  return { changed, shipments: shipments.size, examples: examples.slice(0, 50) }
}

/** Writes what the rules say today, as one step. Gives how many events mean something else now. */
export function rereadEvents(tx: WriteTx): { changed: number; shipments: number } {
  const shipments = new Set<Id>()
  let changed = 0
  const all = [...otherMeanings(tx)]
  for (const { id, shipmentId, before, after, readBy } of all) {
    tx.update('shipment_events', id, { state: after, read_by: readBy })
    if (before === after) continue
    changed += 1
    shipments.add(shipmentId)
  }
  newsOf(tx, [...shipments])
  return { changed, shipments: shipments.size }
}

const chunk = 20_000

/** Events that are read otherwise today, or by another kind of rule. */
function* otherMeanings(db: ReadDb): Generator<Changed> {
  const read = bookStateReader(db)
  for (let after = 0; ; ) {
    const rows = db.raw(
      `SELECT id, shipment_id, text, source, source_code, state, read_by FROM shipment_events
       WHERE id > ? AND deleted = 0 AND read_by <> 'hand' ORDER BY id LIMIT ?`,
      after,
      chunk,
    ) as Row[]
    if (rows.length === 0) return
    for (const [id, shipmentId, text, source, sourceCode, state, readBy] of rows) {
      const now = read({ text, source, sourceCode })
      // A state that came without words (a file that told it) has nothing to be read from.
      if (text === '' && sourceCode === '') continue
      if (now.state !== state || now.rule.by !== readBy)
        yield { id, shipmentId, text, before: state, after: now.state, readBy: now.rule.by }
    }
    after = rows.at(-1)?.[0] ?? after
  }
}
