// What a dispatch would do to stock and to its order. Writes nothing that stays.
import type { WriteTx } from '#main/db/database.ts'
import { dispatchOrder } from '#main/services/dispatch/dispatch-orders.ts'
import { previewOf } from '#main/services/stock/preview-posting.ts'
import type { DispatchInput, DispatchPreview, PostedDispatch } from '#shared/schemas/dispatch.ts'

/** Throws what the dispatch itself would. */
export function previewDispatch(tx: WriteTx, input: DispatchInput): DispatchPreview {
  const tried: PostedDispatch[] = []
  const preview = previewOf(tx, () => {
    const sent = dispatchOrder(tx, input)
    tried.push(sent)
    return sent
  })
  const [sent] = tried
  if (!sent) throw new Error('a dispatch that was not tried')
  return { ...preview, status: sent.status }
}
