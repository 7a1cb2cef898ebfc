// What the user decided so far: for all, for a kind, or for one conflict; the nearest word counts. Nothing here asks the host.
import type { MergeChoice, MergeChoices, MergeConflict, MergedKind, MergedKindCount } from '#shared/schemas/merge.ts'

type One = { choice: MergeChoice; kind: MergedKind }

export type Decisions = {
  all: MergeChoice | null
  kinds: Readonly<Partial<Record<MergedKind, MergeChoice>>>
  conflicts: ReadonlyMap<string, One>
}

export const undecided: Decisions = { all: null, kinds: {}, conflicts: new Map() }

/** Takes the place of everything that was decided before. */
export function decideAll(choice: MergeChoice): Decisions {
  return { ...undecided, all: choice }
}

/** Takes the place of what was decided for single ones of the kind. */
export function decideKind(before: Decisions, kind: MergedKind, choice: MergeChoice): Decisions {
  const others = [...before.conflicts].filter(([, one]) => one.kind !== kind)
  return { ...before, kinds: { ...before.kinds, [kind]: choice }, conflicts: new Map(others) }
}

export function decideConflicts(
  before: Decisions,
  conflicts: readonly Pick<MergeConflict, 'key' | 'kind'>[],
  choice: MergeChoice,
): Decisions {
  const added = conflicts.map(({ key, kind }): [string, One] => [key, { choice, kind }])
  return { ...before, conflicts: new Map([...before.conflicts, ...added]) }
}

/** Null while nobody decided: then the suggestion counts. */
export function decisionOf(
  decisions: Decisions,
  { key, kind }: Pick<MergeConflict, 'key' | 'kind'>,
): MergeChoice | null {
  return decisions.conflicts.get(key)?.choice ?? decisions.kinds[kind] ?? decisions.all
}

/** How many nobody decided yet. */
export function openCount({ all, kinds, conflicts }: Decisions, counts: readonly MergedKindCount[]): number {
  if (all !== null) return 0
  const open = counts.filter(({ kind }) => kinds[kind] === undefined)
  const openKinds = new Set(open.map(({ kind }) => kind))
  const single = [...conflicts.values()].filter(({ kind }) => openKinds.has(kind)).length
  return open.reduce((sum, count) => sum + count.conflicts, 0) - single
}

/** As the host takes them. */
export function choicesOf({ all, kinds, conflicts }: Decisions): MergeChoices {
  return {
    all: all ?? 'suggested',
    kinds,
    records: {},
    conflicts: Object.fromEntries([...conflicts].map(([key, { choice }]) => [key, choice])),
  }
}
