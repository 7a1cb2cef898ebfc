// Copies for the screen: at a place that was chosen, or on the shelf to be downloaded.
import { rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CopyServices } from '#main/api/host/copies-services.ts'
import { sweepPrivateFolders } from '#main/db/private-folder.ts'
import type { BookKeeper } from '#main/host/book-keeper.ts'
import { logFailure } from '#main/host/log.ts'
import { refuseOpenBook } from '#main/host/open-book-file.ts'
import type { PlaceTokens } from '#main/host/place-tokens.ts'
import type { Porter } from '#main/host/porter.ts'
import type { CopyDone } from '#main/services/copies/make-copy.ts'
import type { FileShelf } from '#main/services/files/file-shelf.ts'
import { AppError } from '#shared/errors.ts'
import type { MadeCopy, MakeCopyInput, OpenCopyInput, OpenedCopy } from '#shared/schemas/copies.ts'

export type CopyParts = { keeper: BookKeeper; tokens: PlaceTokens; files: FileShelf; porter: Porter }

export function copyServices({ keeper, tokens, files, porter }: CopyParts): CopyServices {
  sweep()
  return {
    make: (input) => (input.target === null ? toShelf(keeper, files, input) : toPlace(keeper, tokens, input)),
    async open({ target: token, replace, file, ...input }: OpenCopyInput): Promise<OpenedCopy> {
      const path = tokens.pathOf(token)
      refuseOpenBook(keeper.held(), path)
      const done = await porter.carry<{ size: number; companyName: string }>({
        kind: 'query',
        path: 'inner.copies.open',
        input: { ...input, file: tokens.pathOf(file), target: { path, replace } },
      })
      return { ...done, name: basename(path), token }
    },
  }
}

/** What a killed program left of plain books must not lie there until the system clears it away. */
function sweep(): void {
  try {
    sweepPrivateFolders()
  } catch (error) {
    logFailure('private folders', error)
  }
}

async function toPlace(keeper: BookKeeper, tokens: PlaceTokens, input: MakeCopyInput): Promise<MadeCopy> {
  const path = tokens.pathOf(input.target ?? '')
  refuseOpenBook(keeper.held(), path)
  const done = await make(keeper, input, path)
  return { ...done, name: basename(path), size: statSync(path).size, file: null }
}

/** The copy is made in the shelf's folder and lent from there; it goes with the session. */
async function toShelf(keeper: BookKeeper, files: FileShelf, input: MakeCopyInput): Promise<MadeCopy> {
  const place = files.open(input.name)
  const path = join(dirname(place.path), `${place.token}.copy`)
  try {
    const done = await make(keeper, input, path)
    const { token, name, size } = files.lend(path, place.name)
    return { ...done, name, size, file: token }
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

async function make(
  keeper: BookKeeper,
  { name: _, replace, ...input }: MakeCopyInput,
  path: string,
): Promise<CopyDone> {
  const held = keeper.held()
  if (!held) throw new AppError('book/closed')
  const reply = await held.pool.call({
    id: 0,
    kind: 'query',
    path: 'inner.copies.make',
    input: { ...input, target: { path, replace } },
  })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  return reply.data as CopyDone
}
