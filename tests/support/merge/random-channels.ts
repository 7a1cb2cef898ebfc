// Channels between merges: files of overlapping orders read in any copy, SKUs matched, left and forgotten, terms changed.
import type { WriteTx } from '#main/db/database.ts'
import { editChannel } from '#main/services/channels/channel-commands.ts'
import { listChannels } from '#main/services/channels/channel-queries.ts'
import { forgetSku, ignoreSku, mapSku } from '#main/services/channels/channel-skus.ts'
import { unknownSkus } from '#main/services/channels/unknown-skus.ts'
import { inspectFile } from '#main/services/import/inspect-file.ts'
import { runImport } from '#main/services/import/run-import.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import type { Id } from '#shared/ids.ts'
import { mapSkuInput } from '#shared/schemas/channels.ts'
import { fileOf } from '#tests/support/import-files.ts'
import type { Story } from '#tests/support/merge/random-work.ts'

const header =
  'Name,Email,Financial Status,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Cancelled at,Refunded Amount'

/** A period of which the copies read different editions: states, quantities and refunds go on between them. */
export function readSomeOrders(tx: WriteTx, { dice: d }: Story): void {
  const first = d.below(8)
  const rows = Array.from({ length: 1 + d.below(4) }, (_, at) => rowOf(first + at, { dice: d }))
  const file = fileOf('orders_export.csv', [header, ...rows])
  const { mapping } = inspectFile(tx, file, {})
  runImport(tx, { files: [{ file, mapping }], job: silentJob, shelf: null })
}

function rowOf(number: number, { dice: d }: Pick<Story, 'dice'>): string {
  const quantity = 1 + (number % 3)
  const price = 5 + (number % 4)
  const isCancelled = d.chance(0.15)
  const state = d.pick(['unfulfilled', 'unfulfilled', 'fulfilled']) ?? ''
  const sent = state === 'fulfilled' ? '2026-03-20 10:00:00 +0000' : ''
  const total = `${quantity * price}.00`
  const ends = isCancelled ? '2026-03-21 10:00:00 +0000,0.00' : `,${d.chance(0.2) ? '2.00' : '0.00'}`
  return `#C${number},c${number % 3}@shop.example,paid,${state},${sent},USD,${total},0.00,0.00,${total},2026-03-1${number % 9} 09:00:00 +0000,${quantity},Thing ${number % 5},${price}.00,CH-${number % 5},Buyer ${number % 3},${ends}`
}

export function nameSomeSku(tx: WriteTx, { dice: d }: Story): void {
  const kept = d.pick(tx.raw('SELECT id FROM live_channel_skus ORDER BY id').map(([id]) => id as Id))
  if (kept !== undefined && d.chance(0.3)) forgetSku(tx, kept)
  const unknown = d.pick(unknownSkus(tx, { offset: 0, limit: 50, suggest: false }).rows)
  if (unknown === undefined) return
  const { channel, externalSku } = unknown
  const productId = d.pick(
    tx.raw("SELECT id FROM live_products WHERE kind <> 'family' ORDER BY id").map(([id]) => id as Id),
  )
  if (productId === undefined || d.chance(0.2)) ignoreSku(tx, { channel, externalSku })
  else mapSku(tx, mapSkuInput.parse({ channel, externalSku, productId, factor: 1 + d.below(3) }))
}

export function changeSomeChannel(tx: WriteTx, { dice: d }: Story): void {
  const channel = d.pick(listChannels(tx))
  if (!channel) return
  const { id, ...before } = channel
  editChannel(tx, id, { ...before, name: `Shop ${d.below(9)}`, collectsTax: d.chance(0.5), feePercent: d.below(20) })
}
