// What the host offers for bringing copies together.
import type { ClashPage } from '#shared/schemas/clashes.ts'
import type {
  MergeApplyInput,
  MergeClashesInput,
  MergeConflict,
  MergeConflictsInput,
  MergedRecord,
  MergeLookInput,
  MergeRecordsInput,
  MergeReport,
  MergeResult,
  PastMerge,
} from '#shared/schemas/merge.ts'

export interface MergeServices {
  look(input: MergeLookInput): Promise<MergeReport>
  records(input: MergeRecordsInput): Promise<{ rows: MergedRecord[]; total: number }>
  conflicts(input: MergeConflictsInput): Promise<{ rows: MergeConflict[]; total: number }>
  clashes(input: MergeClashesInput): Promise<ClashPage>
  apply(input: MergeApplyInput): Promise<MergeResult>
  forget(look: string): Promise<void>
  past(): Promise<PastMerge[]>
  undo(id: number): Promise<void>
}
