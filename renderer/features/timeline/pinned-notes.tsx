// Notes that stay on top.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { NoteItem } from './note-item.tsx'
import classes from './timeline.module.css'

export function PinnedNotes({ record }: PanelProps) {
  const { t } = useText()
  const { data: notes = [] } = useQuery(trpc.notes.pinned.queryOptions(record))
  if (notes.length === 0) return null
  return (
    <ul className={classes.pinned} aria-label={t('notes.pinned')}>
      {notes.map((note) => (
        <li key={note.id}>
          <NoteItem note={note} />
        </li>
      ))}
    </ul>
  )
}
