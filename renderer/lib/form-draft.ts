// Keeps what is being written in a form, a moment after the last key; the newest wins, and after the form was saved or
// thrown away nothing is written any more.

export type DraftStore = { keep: (content: string) => Promise<unknown>; drop: () => Promise<unknown> }

export type DraftKeeper = {
  /** Content changed: it is kept after the pause. */
  change: (content: string) => void
  /** Writes at once what is still waiting: the form is being left. */
  flush: () => void
  /** The page is being left: what waits is sent now, also past a write that still takes its time. */
  leave: () => void
  /** The form was saved or begun anew: no draft any more. */
  drop: () => void
}

export function newDraftKeeper(store: DraftStore, pauseMs = 800): DraftKeeper {
  let waiting: { content: string; timer: ReturnType<typeof setTimeout> } | null = null
  // What is to be written next; null drops. While a write takes its time (an import has the book), only the newest waits.
  let next: { content: string | null } | null = null
  let isWriting = false
  const write = async () => {
    isWriting = true
    while (next) {
      const { content } = next
      next = null
      try {
        await (content === null ? store.drop() : store.keep(content))
      } catch {
        // A draft that could not be kept is no reason to disturb the one who writes.
      }
    }
    isWriting = false
  }
  const want = (content: string | null) => {
    next = { content }
    if (!isWriting) write()
  }
  const take = () => {
    if (waiting) clearTimeout(waiting.timer)
    const content = waiting?.content ?? null
    waiting = null
    return content
  }
  const flush = () => {
    const content = take()
    if (content !== null) want(content)
  }
  return {
    change(content) {
      take()
      waiting = { content, timer: setTimeout(flush, pauseMs) }
    },
    flush,
    leave() {
      const content = take()
      if (content !== null) next = { content }
      if (next === null) return
      const last = next.content
      next = null
      const sent = last === null ? store.drop() : store.keep(last)
      // Nobody is there any more to be told.
      sent.catch(() => {})
    },
    drop() {
      take()
      want(null)
    },
  }
}

/** Values, and the revision of the record that they were written upon; none where the record is not there yet. */
export type Draft<Values> = { values: Values; seen?: string | undefined }

export function draftContent<Values>({ values, seen }: Draft<Values>): string {
  return JSON.stringify({ values, seen })
}

/** A kept draft where its values still have the form's shape: all its fields, no others. */
export function readDraft<Values extends object>(content: string | undefined, shape: Values): Draft<Values> | null {
  if (content === undefined) return null
  try {
    const kept: unknown = JSON.parse(content)
    if (typeof kept !== 'object' || kept === null || !('values' in kept)) return null
    const { values } = kept
    if (typeof values !== 'object' || values === null) return null
    const keys = Object.keys(values)
    const isWhole = keys.length === Object.keys(shape).length && Object.keys(shape).every((key) => key in values)
    const seen = 'seen' in kept && typeof kept.seen === 'string' ? kept.seen : undefined
    return isWhole ? { values: values as Values, seen } : null
  } catch {
    // Kept by another version in another form; the record itself is what counts.
    return null
  }
}
