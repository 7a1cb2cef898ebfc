// SHA-256 over text that comes in pieces, each made of whole characters.
import { createHash, type Hash, hash } from 'node:crypto'

export type TextHash = { update(text: string): void; hex(): string }

/** So much is hashed in one go; a hash that goes on costs more than all the hashing of a saved edit. */
const charactersAtOnce = 2 ** 16

export function textHash(): TextHash {
  let begun: Hash | null = null
  let waiting = ''
  return {
    update(text) {
      waiting += text
      if (waiting.length < charactersAtOnce) return
      begun ??= createHash('sha256')
      begun.update(waiting)
      waiting = ''
    },
    hex: () => (begun === null ? hash('sha256', waiting) : begun.update(waiting).digest('hex')),
  }
}
