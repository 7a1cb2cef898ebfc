// Books as files on this machine: opened before, moved, copied, lying beside one another.
import { z } from 'zod'

const token = z.string().min(1).max(100)

export const recentInput = z.object({ token })
export const pinInput = z.object({ token, isPinned: z.boolean() })
/** `at`: where the book is now; `anyway` also where another book lies there. */
export const foundBookInput = z.object({ token, at: token, anyway: z.boolean().default(false) })
export type FoundBookInput = z.output<typeof foundBookInput>

/** `workThere`: the copy is opened in place of the book. */
export const saveCopyInput = z.object({ target: token, workThere: z.boolean() })
export type SaveCopyInput = z.output<typeof saveCopyInput>

/** `takeOver`: also where another program writes the book. */
export const writeHereInput = z.object({ takeOver: z.boolean() })

/** A copy of the open book that a sync program made beside it, because two machines wrote at once. */
export type ConflictCopy = { token: string; name: string; size: number; changedAt: number }
