// What a receipt would do: to the lines of its order, to stock and to what was already told. Writes nothing that stays.
import type { WriteTx } from '#main/db/database.ts'
import { type Received, receivePurchase } from '#main/services/receiving/receive-purchase.ts'
import { previewOf } from '#main/services/stock/preview-posting.ts'
import { minorText } from '#shared/money.ts'
import type { ReceiptPreview, ReceivePurchaseInput } from '#shared/schemas/receiving.ts'

/** Throws what the receipt itself would, but for more than was ordered: that is told by its line. */
export function previewReceipt(tx: WriteTx, input: ReceivePurchaseInput): ReceiptPreview {
  const tried: Received[] = []
  const preview = previewOf(tx, () => {
    const received = receivePurchase(tx, { ...input, acceptOver: true })
    tried.push(received)
    return received
  })
  const [received] = tried
  if (!received) throw new Error('a receipt that was not tried')
  const { lines, status, valueMinor } = received
  return {
    ...preview,
    lines,
    status,
    value: minorText(valueMinor, preview.baseCurrency),
  }
}
