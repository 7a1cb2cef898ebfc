// The changes of one operation: the first few at once, the rest on demand.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { HistoryEntry } from '#shared/schemas/history.ts'
import { changeLines } from './change-lines.ts'
import classes from './record-history.module.css'

const shownAtFirst = 6

export function ChangeList({ entry }: { entry: Pick<HistoryEntry, 'changes' | 'titles'> }) {
  const { t, format } = useText()
  const [isOpen, setOpen] = useState(false)
  const lines = changeLines(entry, t, format)
  const shown = isOpen ? lines : lines.slice(0, shownAtFirst)
  const rest = lines.length - shown.length
  return (
    <>
      {shown.map((line) => (
        <p key={line.key} className={classes.change}>
          <span className="q-quiet">{line.label}</span> {line.text}
        </p>
      ))}
      {rest > 0 ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setOpen(true)}>
          {t('history.more', { count: rest })}
        </Button>
      ) : null}
    </>
  )
}
