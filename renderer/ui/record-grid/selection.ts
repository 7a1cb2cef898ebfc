// Which rows are chosen: some by id, or all that match but some. A store of its own, so that one box ticked redraws one box.

export type Selection = {
  /** True: everything that matches is chosen except `ids`. */
  isAll: boolean
  ids: ReadonlySet<number>
}

export const nothing: Selection = { isAll: false, ids: new Set() }

export function isSelected(selection: Selection, id: number): boolean {
  return selection.isAll !== selection.ids.has(id)
}

export function selectedCount(selection: Selection, total: number): number {
  return selection.isAll ? Math.max(0, total - selection.ids.size) : selection.ids.size
}

/** Chooses or leaves out these rows. */
export function withRows(selection: Selection, ids: readonly number[], isChosen: boolean): Selection {
  const next = new Set(selection.ids)
  for (const id of ids) {
    if (isChosen === selection.isAll) next.delete(id)
    else next.add(id)
  }
  return { isAll: selection.isAll, ids: next }
}

export function newSelectionStore(first: Selection = nothing) {
  let current = first
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set(next: Selection) {
      current = next
      for (const listener of listeners) listener()
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type SelectionStore = ReturnType<typeof newSelectionStore>
