// Bringing another copy of the book in, as it travels: first what it would mean (a look, nothing is written), then choices
// where both changed the same, then what came of it.
import { z } from 'zod'
import type { Instant } from '#shared/dates.ts'
import type { Failure } from '#shared/errors.ts'
import { type ClashRuleId, clashRuleIds } from '#shared/schemas/clashes.ts'
import { idField } from '#shared/schemas/fields.ts'
import type { PersonName } from '#shared/schemas/people.ts'
import { type RecordTitle, recordKinds } from '#shared/schemas/records.ts'

/** What the report counts by: records with all that belongs to them, and what is no record of its own. */
export const mergedKinds = [
  ...recordKinds,
  'movement',
  'closing',
  'classRun',
  'scoreRun',
  'note',
  'file',
  'template',
  'view',
  'setting',
] as const
export type MergedKind = (typeof mergedKinds)[number]

/** Where something is new or changed: in the open book (`ours`) or in the other copy (`theirs`). */
export const mergeSides = ['ours', 'theirs'] as const
export type MergeSide = (typeof mergeSides)[number]

/** `suggested` is what comes out without a choice: of each field, the last change. */
const mergeChoiceValues = ['suggested', 'ours', 'theirs'] as const
export type MergeChoice = (typeof mergeChoiceValues)[number]

/** What one person did in one copy since the two parted. */
export type CopyWork = {
  side: MergeSide
  /** The letters of the copy; empty for the one the book was made in. */
  copy: string
  person: PersonName | null
  changes: number
  firstAt: Instant
  lastAt: Instant
}

/** A copy whose clock runs a day or more ahead of this machine: its changes count as later than they were. */
export type ClockAhead = { copy: string; person: PersonName | null; at: Instant; aheadMs: number }

/** How a record stands: new on one side, changed on one side, or worked on by both. */
export const mergedPlaces = ['newOurs', 'newTheirs', 'changedOurs', 'changedTheirs', 'both'] as const
export type MergedPlace = (typeof mergedPlaces)[number]

export type MergedKindCount = { kind: MergedKind; conflicts: number } & Record<MergedPlace, number>

export type MergeReport = {
  /** Names this look in the calls that follow. */
  look: string
  fileName: string
  isEncrypted: boolean
  /** The other copy is of an older program: it was upgraded for the look, in a copy of its own. */
  isOlder: boolean
  /** When the two last held the same; null where the log does not tell. */
  partedAt: Instant | null
  /** Changes that only one side has. Both 0: the copies hold the same. */
  changes: Record<MergeSide, number>
  work: CopyWork[]
  clocksAhead: ClockAhead[]
  /** Kinds with something new or changed, in the order of `mergedKinds`. */
  kinds: MergedKindCount[]
  conflicts: number
  /** Records of people that were erased on one side: erased for good on both. */
  erased: number
  /** What will be there to mend after it, that is not there now; by kind. */
  clashes: { rule: ClashRuleId; count: number }[]
}

/** Who changed something last on one side, and when. */
export type MergeAuthor = { copy: string; person: PersonName | null; at: Instant; operation: string }

export type MergeValue = string | number | null

/** One column; values as they are stored, an amount's currency is a column of its own beside it. */
export type MergeField = {
  table: string
  rowId: number
  column: string
  base: MergeValue
  ours: MergeValue
  theirs: MergeValue
}

/** What references among fields name, by the column that refers; on any of the sides. */
export type MergeTitle = RecordTitle & { table: string; column: string }

/** A record in the report's lists. */
export type MergedRecord = {
  /** The key by which choices name it. */
  key: string
  kind: MergedKind
  place: MergedPlace
  /** The record itself, or the one that it belongs to (of a note, a file, a movement); null where there is none. */
  record: RecordTitle | null
  /** What the other copy calls the same record, where that differs. */
  elsewhere: RecordTitle | null
  /** What stands for it where it is no record: the text of a note, a file's name, a view's. */
  label: string
  /** Columns changed, of the record and of what belongs to it; for new ones none. At most 40, `moreFields` says how many lie beyond. */
  fields: MergeField[]
  moreFields: number
  titles: MergeTitle[]
  ours: MergeAuthor | null
  theirs: MergeAuthor | null
  conflicts: number
}

/** Fields of one record that mean something only together and that both sides changed; or a whole document. */
export type MergeConflict = {
  /** Names it in the choices. */
  key: string
  /** The key of its record in the choices. */
  recordKey: string
  kind: MergedKind
  /** A confirmed document is decided as a whole: lines added on one side are told as rows of `added`. */
  isDocument: boolean
  record: RecordTitle | null
  /** What the other copy calls the same record, where that differs. */
  elsewhere: RecordTitle | null
  label: string
  fields: MergeField[]
  /** Of a document: how many lines each side added or took out. */
  lines: Record<MergeSide, { added: number; removed: number }>
  titles: MergeTitle[]
  ours: MergeAuthor
  theirs: MergeAuthor
  /** Whose change is the last, and so what `suggested` means; `mixed` of a document whose fields come from both. */
  suggested: MergeSide | 'mixed'
}

const look = z.string().min(1).max(100)
const offset = z.number().int().min(0).default(0)
const limit = z.number().int().min(1).max(500).default(100)
const key = z.string().min(1).max(200)
const choice = z.enum(mergeChoiceValues)

/** `file` is a token of a place that was chosen. */
export const mergeLookInput = z.object({
  file: z.string().min(1).max(100),
  passphrase: z.string().max(1000).optional(),
  jobId: z.string().min(1).max(100),
})
export type MergeLookInput = z.output<typeof mergeLookInput>

export const mergeRecordsInput = z.object({
  look,
  kind: z.enum(mergedKinds),
  place: z.enum(mergedPlaces),
  offset,
  limit,
})
export type MergeRecordsInput = z.output<typeof mergeRecordsInput>

export const mergeConflictsInput = z.object({ look, kind: z.enum(mergedKinds).optional(), offset, limit })
export type MergeConflictsInput = z.output<typeof mergeConflictsInput>

export const mergeClashesInput = z.object({ look, rule: z.enum(clashRuleIds), offset, limit })
export type MergeClashesInput = z.output<typeof mergeClashesInput>

/** The nearest word counts: of the conflict itself, else of its record, else of its kind, else of all. */
export const mergeChoices = z.object({
  all: choice.default('suggested'),
  kinds: z.partialRecord(z.enum(mergedKinds), choice).default({}),
  records: z.record(key, choice).default({}),
  conflicts: z.record(key, choice).default({}),
})
export type MergeChoices = z.output<typeof mergeChoices>

/** What the writer is asked to do: the other copy as it was looked at, and a file with what the choices come to. */
export type MergePlan = { file: string; fileName: string; planFile: string }

export const mergeApplyInput = z.object({ look, choices: mergeChoices, jobId: z.string().min(1).max(100) })
export type MergeApplyInput = z.output<typeof mergeApplyInput>
export const mergeForgetInput = z.object({ look })

/** What a merge did. */
export type MergeResult = {
  /** The note of it, by which it is undone; null where there was nothing to take in. */
  id: number | null
  fileName: string
  /** Changes that came in. */
  changes: number
  kinds: MergedKindCount[]
  /** Conflicts, and in how many something else than the last change was chosen. */
  conflicts: number
  chosen: number
  /** What waits to be mended now that did not before. */
  clashes: { rule: ClashRuleId; count: number }[]
  /** Why the choices were not written although the copy came in: the last change counts everywhere then. */
  choicesFailure: Failure | null
  backupName: string
}

/** How many records are named; more are counted only. */
export const mostUnwrittenNamed = 8

/** A merge whose choices were not written: everywhere the last change counts. */
export type UnwrittenChoices = {
  id: number
  at: Instant
  fileName: string
  /** Rows that would hold something else. */
  choices: number
  /** The first of their records, and how many more there are. */
  records: RecordTitle[]
  more: number
}

/** Why a merge cannot be undone (any more). */
export type MergeStanding = 'undoable' | 'later-work' | 'no-backup'

/** A merge in this copy's notes, newest first. */
export type PastMerge = {
  id: number
  at: Instant
  fileName: string
  changes: number
  standing: MergeStanding
  result: MergeResult | null
}

export const mergeUndoInput = z.object({ id: idField })
