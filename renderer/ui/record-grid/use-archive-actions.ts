// Archiving ticked records and taking them back out, as every list that has an archive offers it.
import { useText } from '#renderer/lib/language.ts'
import type { RecordTarget } from '#shared/schemas/record-target.ts'
import type { BulkAction } from './run-action.ts'

type Mutation = { mutate: (target: RecordTarget) => Promise<{ operationId: number | null }> }

/** `said` tells what was done to so many records. */
export function useArchiveActions(
  feature: { archive: Mutation; unarchive: Mutation },
  said: (what: 'archived' | 'unarchived', count: { count: number; formatted: string }) => string,
): { archive: BulkAction; unarchive: BulkAction } {
  const { t, format } = useText()
  const counted = (count: number) => ({ count, formatted: format.number(count) })
  return {
    archive: {
      key: 'archive',
      label: t('common.archive'),
      runOn: (target) => feature.archive.mutate(target),
      done: (count) => said('archived', counted(count)),
    },
    unarchive: {
      key: 'unarchive',
      label: t('common.unarchive'),
      runOn: (target) => feature.unarchive.mutate(target),
      done: (count) => said('unarchived', counted(count)),
    },
  }
}
