// Paths stay in the host: the screen gets a token for each, good for this session only.
import { randomBytes } from 'node:crypto'
import { leadsOutOf } from '#main/host/places/leads-out.ts'
import { AppError } from '#shared/errors.ts'

export type PlaceTokens = {
  /**
   * A token for a path. With a root, what was found by looking through folders: it is good only as long as it lies
   * inside the root with all links followed, which is looked at again with each use.
   */
  tokenOf(path: string, root?: string): string
  /** The path behind a token; `host/unknown-place` for any other text. */
  pathOf(token: string): string
}

type Place = { path: string; root: string | undefined }

export function placeTokens(): PlaceTokens {
  const byPlace = new Map<string, string>()
  const byToken = new Map<string, Place>()
  return {
    tokenOf(path, root) {
      const key = JSON.stringify([path, root])
      const known = byPlace.get(key)
      if (known) return known
      const token = randomBytes(12).toString('hex')
      byPlace.set(key, token)
      byToken.set(token, { path, root })
      return token
    },
    pathOf(token) {
      const place = byToken.get(token)
      if (place === undefined) throw new AppError('host/unknown-place')
      if (place.root !== undefined && leadsOutOf(place.root, place.path)) throw new AppError('host/unknown-place')
      return place.path
    },
  }
}
