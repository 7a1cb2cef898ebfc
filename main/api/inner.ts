// Work on the book's own file and on other files, by path: asked for by the host alone, never by a page. Queries run on the
// clerk, mutations on the writer.
import { innerBackups } from '#main/api/inner/backups.ts'
import { innerCopies } from '#main/api/inner/copies.ts'
import { innerForecasts } from '#main/api/inner/forecasts.ts'
import { innerHealth } from '#main/api/inner/health.ts'
import { innerMerge } from '#main/api/inner/merge.ts'
import { innerNetwork } from '#main/api/inner/network.ts'
import { innerPast } from '#main/api/inner/past.ts'
import { innerSaving } from '#main/api/inner/saving.ts'
import { router } from '#main/api/trpc.ts'

export const innerRouter = router({
  backups: innerBackups,
  forecasts: innerForecasts,
  health: innerHealth,
  copies: innerCopies,
  merge: innerMerge,
  network: innerNetwork,
  past: innerPast,
  saving: innerSaving,
})
