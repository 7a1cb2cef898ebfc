// Channels and SKUs of channels that two copies each gave a meaning.
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, updateOthers } from '#main/services/clashes/clash-rule.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'

/** Both copies read a file of the same channel. Orders name it by its code, so nothing points at the one that goes. */
export const channelTwins: ClashRule = {
  id: 'channels/same-code',
  tables: ['channels'],
  find: (db) =>
    doubledRows(db, {
      table: 'channels',
      index: 'channels_by_code',
      columns: ['code'],
      isLiving: 'r.deleted = 0',
      facts: ([code]) => ({ code: String(code) }),
    }),
  rows: rowsOf('channels'),
  mendings: [{ id: 'keepOne', mend: updateOthers('channels', { deleted: 1 }) }],
}

/** One SKU of a channel, matched in both copies. */
export const channelSkuTwins: ClashRule = {
  id: 'channels/same-sku',
  tables: ['channel_skus'],
  find: (db) =>
    doubledRows(db, {
      table: 'channel_skus',
      index: 'channel_skus_by_sku',
      columns: ['channel', 'external_sku'],
      isLiving: 'r.deleted = 0',
      facts: ([channel, sku]) => ({ channel: String(channel), sku: String(sku) }),
    }),
  rows: rowsOf('channel_skus'),
  mendings: [{ id: 'keepNewest', keeps: 'newest', mend: updateOthers('channel_skus', { deleted: 1 }) }],
}
