// What a pool without a writer answers to a wish to write: a refusal that says why, except for what windows only remember.
import { isWindowMemory, type WindowMemory } from '#main/host/window-memory.ts'
import type { Envelope, Reply } from '#shared/operation.ts'
import type { ReadReason } from '#shared/schemas/host.ts'

/** Null for what a reader answers. */
export function readOnlyAnswer(envelope: Envelope, why: ReadReason, memory: WindowMemory): Reply | null {
  if (isWindowMemory(envelope.path)) return memory.answer(envelope)
  if (envelope.kind === 'query' || keptOutside.has(envelope.path)) return null
  return { id: envelope.id, ok: false, error: { code: 'book/read-only', details: { why } } }
}

/** Mutations of what this machine remembers, not of the book. */
export const keptOutside: ReadonlySet<string> = new Set(['people.choose'])
