// Notes on the timeline: their text where they stand, and that one was deleted.
import { notesById } from '#main/services/notes/note-queries.ts'
import { hungOnRecord, removedSql, type TimelineSource } from '#main/services/timeline/timeline-source.ts'

export const noteTimeline: TimelineSource = {
  kind: 'note',
  events: hungOnRecord({
    table: 'notes',
    index: 'notes_by_record',
    made: 'written',
    madeWhere: 'r.deleted = 0',
    changed: removedSql,
  }),
  contents(db, _record, events) {
    const notes = notesById(
      db,
      events.map((event) => event.ref),
    )
    return events.map((event) => {
      const note = notes.get(event.ref)
      return note && event.what === 'written'
        ? { kind: 'note', what: 'written', note }
        : { kind: 'note', what: 'removed' }
    })
  },
}
