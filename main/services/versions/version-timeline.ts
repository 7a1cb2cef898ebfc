// Kept versions on the timeline of their document.
import { contentsByRow, hungOnRecord, idsOf, type TimelineSource } from '#main/services/timeline/timeline-source.ts'
import type { Id } from '#shared/ids.ts'
import type { VersionCause } from '#shared/schemas/versions.ts'

export const versionTimeline: TimelineSource = {
  kind: 'version',
  // Never changed and never taken back: their making is all there is.
  events: hungOnRecord({ table: 'document_versions', index: 'document_versions_by_record', made: 'kept' }),
  contents(db, _record, events) {
    const rows = db.all<{ id: Id; version: number; cause: VersionCause }>(
      'SELECT id, version, cause FROM document_versions WHERE id IN (SELECT value FROM json_each(?))',
      idsOf(events),
    )
    return contentsByRow(events, rows, (row) => ({ kind: 'version', ...row }))
  },
}
