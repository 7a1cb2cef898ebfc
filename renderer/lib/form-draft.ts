// Keeps what is being written in a form, a moment after the last key; the newest wins, and after the form was saved or
// thrown away nothing is written any more.

export type DraftStore = { keep: (content: string) => Promise<unknown>; drop: () => Promise<unknown> }

export type DraftKeeper = {
  /** Content changed: it is kept after the pause. */
  change: (content: string) => void
  /** Writes at once what is still waiting: the form is being left. */
  flush: () => void
  /** The form was saved or begun anew: no draft any more. */
  drop: () => void
}

export function newDraftKeeper(store: DraftStore, pauseMs = 800): DraftKeeper {
  let waiting: { content: string; timer: ReturnType<typeof setTimeout> } | null = null
  // Writes go one after the other, so that a late "keep" cannot come after the "drop" that followed it.
  let last: Promise<unknown> = Promise.resolve()
  const after = (write: () => Promise<unknown>) => {
    // A draft that could not be kept is no reason to disturb the one who writes.
    last = last.then(write).catch(() => {})
  }
  const take = () => {
    if (waiting) clearTimeout(waiting.timer)
    const content = waiting?.content ?? null
    waiting = null
    return content
  }
  const flush = () => {
    const content = take()
    if (content !== null) after(() => store.keep(content))
  }
  return {
    change(content) {
      take()
      waiting = { content, timer: setTimeout(flush, pauseMs) }
    },
    flush,
    drop() {
      take()
      after(() => store.drop())
    },
  }
}

/** The values of a kept draft where they still have the form's shape: all its fields, no others. */
export function readDraft<Values extends object>(content: string | undefined, shape: Values): Values | null {
  if (content === undefined) return null
  try {
    const values: unknown = JSON.parse(content)
    if (typeof values !== 'object' || values === null) return null
    const keys = Object.keys(values)
    const isWhole = keys.length === Object.keys(shape).length && Object.keys(shape).every((key) => key in values)
    return isWhole ? (values as Values) : null
  } catch {
    // Kept by another version in another form; the record itself is what counts.
    return null
  }
}
