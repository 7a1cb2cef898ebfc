// Choosing files and folders: by the system's dialogs, or by looking through folders where there are none.
import { hostProcedure, router } from '#main/api/trpc.ts'
import { browsePlacesInput, newFolderInput, placeWish, targetInput } from '#shared/schemas/places.ts'

export const placesRouter = router({
  pick: hostProcedure.input(placeWish).mutation(({ ctx, input }) => ctx.host.places.pick(input)),
  browse: hostProcedure
    .input(browsePlacesInput)
    .query(({ ctx, input }) => ctx.host.places.browse(input.folder, input.kinds)),
  makeFolder: hostProcedure
    .input(newFolderInput)
    .mutation(({ ctx, input }) => ctx.host.places.makeFolder(input.folder, input.name)),
  target: hostProcedure.input(targetInput).mutation(({ ctx, input }) => ctx.host.places.target(input)),
})
