// What a seller does with channels. Orders name a channel by its code: one that orders came under keeps it, and is archived,
// never deleted.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { channelDefaults } from '#main/domain/channels/channel-defaults.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { channelColumns } from '#main/services/channels/channel-columns.ts'
import { channelByCode, getChannel } from '#main/services/channels/channel-queries.ts'
import { plainKey, type UniqueKey } from '#main/services/records/unique-key.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { ChannelInput, ChannelKind } from '#shared/schemas/channels.ts'

/** Adds a channel; `channels/code-taken` where another one has its code, `warehouses/not-found` where its place is none. */
export function addChannel(tx: WriteTx, channel: ChannelInput): Id {
  refuseTaken(tx, channel.code, null)
  refuseNoPlace(tx, channel.warehouseId)
  return tx.insert('channels', channelColumns(channel, baseCurrency(tx)))
}

/** `channels/code-fixed` where orders stand under the code that was. */
export function editChannel(tx: WriteTx, id: Id, channel: ChannelInput): void {
  const before = getChannel(tx, id)
  if (channel.code !== before.code) {
    if (isUsed(tx, before.code)) throw new AppError('channels/code-fixed', { code: before.code, field: 'code' })
    refuseTaken(tx, channel.code, id)
  }
  if (channel.warehouseId !== before.warehouseId) refuseNoPlace(tx, channel.warehouseId)
  tx.update('channels', id, channelColumns(channel, baseCurrency(tx)))
}

export function setChannelsArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    getChannel(tx, id)
    tx.update('channels', id, { archived: archived ? 1 : 0 })
  }
}

/** Takes a channel that no order names out of the book. */
export function removeChannel(tx: WriteTx, id: Id): void {
  const { code } = getChannel(tx, id)
  if (isUsed(tx, code)) throw new AppError('channels/in-use', { code })
  tx.update('channels', id, { deleted: 1 })
}

export const channelKeys: readonly UniqueKey[] = [plainKey('channels', ['code'])]

export type ChannelWish = { code: string; kind: ChannelKind; country: string; currency: string }

/** The channel of a code; made with the usual terms of its kind where there is none. */
export function channelFor(tx: WriteTx, { code, kind, country, currency }: ChannelWish): Id {
  const known = channelByCode(tx, code)
  if (known) return known.id
  const { pricesWithTax, collectsMoney, collectsTax } = channelDefaults(kind, country, currency)
  return tx.insert('channels', {
    code,
    kind,
    country,
    currency,
    prices_with_tax: Number(pricesWithTax),
    collects_money: Number(collectsMoney),
    collects_tax: Number(collectsTax),
  })
}

function refuseTaken(tx: WriteTx, code: string, own: Id | null): void {
  const other = channelByCode(tx, code)
  if (other && other.id !== own) throw new AppError('channels/code-taken', { code, field: 'code' })
}

function refuseNoPlace(db: ReadDb, warehouseId: Id | null): void {
  if (warehouseId === null) return
  const isOpen = db.get(
    `SELECT 1 FROM live_warehouses WHERE id = ? AND archived = 0 AND kind <> 'transit'`,
    warehouseId,
  )
  if (!isOpen) throw new AppError('warehouses/not-found', { field: 'warehouseId' })
}

function isUsed(db: ReadDb, code: string): boolean {
  const has = (sql: string) => db.get(sql, code) !== undefined
  return (
    has('SELECT 1 FROM sales_orders WHERE channel = ? AND deleted = 0 LIMIT 1') ||
    has('SELECT 1 FROM settlements WHERE channel = ? AND deleted = 0 LIMIT 1') ||
    has('SELECT 1 FROM sales_costs WHERE channel = ? AND deleted = 0 LIMIT 1')
  )
}
