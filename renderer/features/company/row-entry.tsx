// One row of a list within the company's form: its fields, and the buttons that move it or take it out.
import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './company.module.css'

type RowEntryProps = {
  label: string
  words: { up: string; down: string; remove: string }
  index: number
  count: number
  onMove: (to: number) => void
  onRemove: () => void
  children: ReactNode
}

export function RowEntry({ label, words, index, count, onMove, onRemove, children }: RowEntryProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a fieldset brings its own frame
    <div className={classes.entry} role="group" aria-label={label}>
      <div className={classes.entryFields}>{children}</div>
      <div className={classes.entryActions}>
        <ActionIcon aria-label={words.up} disabled={index === 0} onClick={() => onMove(index - 1)}>
          <IconArrowUp size={15} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label={words.down} disabled={index === count - 1} onClick={() => onMove(index + 1)}>
          <IconArrowDown size={15} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label={words.remove} onClick={onRemove}>
          <IconTrash size={15} stroke={1.5} />
        </ActionIcon>
      </div>
    </div>
  )
}
