// What the copy is to be, as the form holds it, and what still keeps it from being made.
import type { Redaction } from '#shared/schemas/copies.ts'

export type CopyWish = {
  kind: 'whole' | 'redacted'
  withFiles: boolean
  redact: readonly Redaction[]
  isEncrypted: boolean
  passphrase: string
  again: string
  /** Words that were suggested, shown until something else is typed. */
  suggested: string | null
}

export const firstWish: CopyWish = {
  kind: 'whole',
  withFiles: true,
  redact: ['personal', 'costs', 'suppliers'],
  isEncrypted: false,
  passphrase: '',
  again: '',
  suggested: null,
}

export type PassphraseProblem = 'missing' | 'differs'

/** Null where the passphrase can be used; a weak one can, and is said to be. */
export function passphraseProblem({ isEncrypted, passphrase, again }: CopyWish): PassphraseProblem | null {
  if (!isEncrypted) return null
  if (passphrase.trim() === '') return 'missing'
  return passphrase === again ? null : 'differs'
}

export function isReady(wish: CopyWish): boolean {
  return passphraseProblem(wish) === null && (wish.kind === 'whole' || wish.redact.length > 0)
}
