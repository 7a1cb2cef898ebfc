// Files on the timeline: added, taken off.
import {
  contentsByRow,
  hungOnRecord,
  idsOf,
  removedSql,
  type TimelineSource,
} from '#main/services/timeline/timeline-source.ts'
import type { Id } from '#shared/ids.ts'
import type { AttachmentKind } from '#shared/schemas/attachments.ts'

export const attachmentTimeline: TimelineSource = {
  kind: 'file',
  events: hungOnRecord({
    table: 'record_attachments',
    index: 'record_attachments_by_record',
    made: 'added',
    changed: removedSql,
  }),
  contents(db, _record, events) {
    const rows = db.all<{ id: Id; name: string; kind: AttachmentKind; deleted: number }>(
      'SELECT id, name, kind, deleted FROM record_attachments WHERE id IN (SELECT value FROM json_each(?))',
      idsOf(events),
    )
    return contentsByRow(events, rows, ({ id, name, kind, deleted }, event) => ({
      kind: 'file',
      what: event.what === 'removed' ? 'removed' : 'added',
      id,
      name,
      fileKind: kind,
      isRemoved: deleted === 1,
    }))
  },
}
