// The envelope of one call and of its reply: what travels between the screen, the host and the worker threads.
import { z } from 'zod'
import type { Failure } from '#shared/errors.ts'

export const envelopeSchema = z.object({
  id: z.number().int(),
  kind: z.enum(['query', 'mutation']),
  path: z.string().max(200),
  input: z.unknown().optional(),
})

export type Envelope = z.infer<typeof envelopeSchema>

export type Reply = { id: number; ok: true; data: unknown } | { id: number; ok: false; error: Failure }

/** What the host tells the screen without being asked. */
export type HostEvent =
  /** These tables changed; queries over them are stale. */
  | { type: 'changed'; tables: string[] }
  | { type: 'job'; job: JobState }
  /** A write waits behind a long job; `job` says which. */
  | { type: 'waiting'; job: string | null }
  /** Another book is open now, or none. */
  | { type: 'book' }

export type JobState = {
  id: string
  kind: string
  phase: string
  done: number
  /** Null while nobody knows how much there is. */
  total: number | null
  status: 'running' | 'done' | 'cancelled' | 'failed'
  error?: Failure
}
