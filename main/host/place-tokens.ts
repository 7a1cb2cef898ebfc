// Paths stay in the host: the screen gets a token for each, good for this session only.
import { randomBytes } from 'node:crypto'
import { AppError } from '#shared/errors.ts'

export type PlaceTokens = {
  tokenOf(path: string): string
  /** The path behind a token; `host/unknown-place` for any other text. */
  pathOf(token: string): string
}

export function placeTokens(): PlaceTokens {
  const byPath = new Map<string, string>()
  const byToken = new Map<string, string>()
  return {
    tokenOf(path) {
      const known = byPath.get(path)
      if (known) return known
      const token = randomBytes(12).toString('hex')
      byPath.set(path, token)
      byToken.set(token, path)
      return token
    },
    pathOf(token) {
      const path = byToken.get(token)
      if (path === undefined) throw new AppError('host/unknown-place')
      return path
    },
  }
}
