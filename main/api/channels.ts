// The door to channels: where orders come from, and what they call our products.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import {
  addChannel,
  editChannel,
  removeChannel,
  setChannelsArchived,
} from '#main/services/channels/channel-commands.ts'
import { channelOfOrder, getChannel, listChannels } from '#main/services/channels/channel-queries.ts'
import { forgetSku, ignoreSku, listChannelSkus, mapSku } from '#main/services/channels/channel-skus.ts'
import { unknownSkus } from '#main/services/channels/unknown-skus.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { channelInput, channelSkusInput, mapSkuInput, skuInput, unknownSkusInput } from '#shared/schemas/channels.ts'
import { idField } from '#shared/schemas/fields.ts'
import { seenField } from '#shared/schemas/records.ts'

const one = z.object({ id: idField })
const many = z.object({ ids: z.array(idField).min(1).max(1000) })

export const channelsRouter = router({
  list: procedure
    .input(z.object({ archived: z.boolean().default(false) }).default({ archived: false }))
    .query(({ ctx, input }) =>
      ctx.read((db) => listChannels(db, input).map((one) => revised(db, { kind: 'channel', id: one.id }, one))),
    ),
  get: procedure
    .input(one)
    .query(({ ctx, input }) =>
      ctx.read((db) => revised(db, { kind: 'channel', id: input.id }, getChannel(db, input.id))),
    ),
  add: procedure
    .input(channelInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('channels.add', (tx) => addChannel(tx, input)) })),
  edit: procedure.input(z.object({ id: idField, seen: seenField, channel: channelInput })).mutation(({ ctx, input }) =>
    ctx.write('channels.edit', (tx) => {
      refuseChangedSince(tx, { kind: 'channel', id: input.id }, input.seen)
      return editChannel(tx, input.id, input.channel)
    }),
  ),
  archive: procedure
    .input(many)
    .mutation(({ ctx, input }) => ctx.write('channels.archive', (tx) => setChannelsArchived(tx, input.ids, true))),
  unarchive: procedure
    .input(many)
    .mutation(({ ctx, input }) => ctx.write('channels.unarchive', (tx) => setChannelsArchived(tx, input.ids, false))),
  remove: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.write('channels.remove', (tx) => removeChannel(tx, input.id))),
  /** What the page of an order says of where it came from. */
  ofOrder: procedure.input(one).query(({ ctx, input }) => ctx.read((db) => channelOfOrder(db, input.id))),
  skus: procedure.input(channelSkusInput).query(({ ctx, input }) => ctx.read((db) => listChannelSkus(db, input))),
  unknown: procedure.input(unknownSkusInput).query(({ ctx, input }) => ctx.read((db) => unknownSkus(db, input))),
  mapSku: procedure
    .input(mapSkuInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('channels.mapSku', (tx) => mapSku(tx, input))),
  ignoreSku: procedure
    .input(skuInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('channels.ignoreSku', (tx) => ignoreSku(tx, input))),
  forgetSku: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('channels.forgetSku', (tx) => forgetSku(tx, input.id))),
})
