// What windows remember of their lists and forms over a book that cannot be written: kept while the program runs, and put
// into the book once it can be.
import type { Envelope, Reply } from '#shared/operation.ts'

export type WindowMemory = {
  /** The answer to a call on what windows remember; null for what the book itself answers. */
  answer(envelope: Envelope): Reply | null
  /** Calls that put what was kept into the book. */
  kept(): Envelope[]
}

/** Drafts, the state of lists and what was looked at are kept in passing: nobody waits for them, so nobody is told. */
export function isWindowMemory(path: string): boolean {
  return /^(drafts\.|grid\.|records\.opened$|views\.setDefault$)/.test(path)
}

type Input = { form?: string; window?: string; content?: string; list?: string; state?: string }
type Kept = { input: Input; savedAt: number }

export function windowMemory(now: () => number = Date.now): WindowMemory {
  // Null where a draft was thrown away: what the book still has of it is not shown again.
  const drafts = new Map<string, Kept | null>()
  const grids = new Map<string, Kept>()
  const draftOf = (kept: Kept, window = '') => ({ content: kept.input.content ?? '', savedAt: kept.savedAt, window })
  const elsewhere = ({ form, window }: Input) => {
    const others = [...drafts.values()].filter((kept) => kept?.input.form === form && kept?.input.window !== window)
    const newest = others.sort((left, right) => (right?.savedAt ?? 0) - (left?.savedAt ?? 0))[0]
    return newest ? draftOf(newest, newest.input.window) : undefined
  }
  const read = (path: string, input: Input): unknown => {
    if (path === 'grid.state') return grids.get(input.list ?? '')?.input.state
    if (path === 'drafts.elsewhere') return elsewhere(input)
    const kept = path === 'drafts.get' ? drafts.get(draftKey(input)) : undefined
    return kept ? draftOf(kept, input.window) : kept
  }
  const write = (path: string, input: Input): void => {
    if (path === 'grid.keep') grids.set(input.list ?? '', { input, savedAt: now() })
    if (path === 'drafts.keep') drafts.set(draftKey(input), { input, savedAt: now() })
    if (path === 'drafts.drop') drafts.set(draftKey(input), null)
  }
  return {
    answer({ id, kind, path, input }) {
      if (!isWindowMemory(path)) return null
      if (kind === 'mutation') write(path, (input ?? {}) as Input)
      const data = kind === 'mutation' ? null : read(path, (input ?? {}) as Input)
      return data === undefined ? null : { id, ok: true, data }
    },
    kept() {
      const call = (path: string, input: Input): Envelope => ({ id: 0, kind: 'mutation', path, input })
      return [
        ...[...drafts.values()].flatMap((kept) => (kept ? [call('drafts.keep', kept.input)] : [])),
        ...[...grids.values()].map(({ input }) => call('grid.keep', input)),
      ]
    },
  }
}

function draftKey({ form = '', window = '' }: Input): string {
  return `${form}@${window}`
}
