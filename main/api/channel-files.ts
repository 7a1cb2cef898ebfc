// The door to files that go out to channels and carriers; spread into `packing`. A file is made in two steps: looked at, then
// written; that its numbers were told is noted once it was saved.
import { procedure } from '#main/api/trpc.ts'
import type { ReadDb } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { addressFile } from '#main/services/channels/address-file.ts'
import { listChannelStock, setReserve } from '#main/services/channels/channel-stock.ts'
import { type FileMade, previewOf, writtenFile } from '#main/services/channels/file-made.ts'
import { stockFile } from '#main/services/channels/stock-file.ts'
import { markTold, trackingFile } from '#main/services/channels/tracking-file.ts'
import type { FileShelf } from '#main/services/files/file-shelf.ts'
import {
  addressFileInput,
  channelStockInput,
  markToldInput,
  setReserveInput,
  stockFileInput,
  trackingFileInput,
} from '#shared/schemas/channel-files.ts'

const write = (db: ReadDb, files: FileShelf, file: FileMade) => writtenFile(file, files, bookToday(db, db.now))

export const channelFileProcedures = {
  trackingFile: procedure
    .input(trackingFileInput)
    .query(({ ctx, input }) => ctx.read((db) => previewOf(trackingFile(db, input)))),
  writeTrackingFile: procedure
    .input(trackingFileInput)
    .query(({ ctx, input }) => ctx.read((db) => write(db, ctx.files, trackingFile(db, input)))),
  markTold: procedure
    .input(markToldInput)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('packing.markTold', (tx) => markTold(tx, input.parcelIds, input.on)),
    ),
  addressFile: procedure
    .input(addressFileInput)
    .query(({ ctx, input }) => ctx.read((db) => previewOf(addressFile(db, input)))),
  writeAddressFile: procedure
    .input(addressFileInput)
    .query(({ ctx, input }) => ctx.read((db) => write(db, ctx.files, addressFile(db, input)))),
  stockFile: procedure
    .input(stockFileInput)
    .query(({ ctx, input }) => ctx.read((db) => previewOf(stockFile(db, input)))),
  writeStockFile: procedure
    .input(stockFileInput)
    .query(({ ctx, input }) => ctx.read((db) => write(db, ctx.files, stockFile(db, input)))),
  channelStock: procedure
    .input(channelStockInput)
    .query(({ ctx, input }) => ctx.read((db) => listChannelStock(db, input))),
  setReserve: procedure
    .input(setReserveInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('packing.setReserve', (tx) => setReserve(tx, input))),
}
