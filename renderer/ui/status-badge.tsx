// A state as a word on a quiet ground; the colour only repeats what the word says.
import type { ReactNode } from 'react'
import classes from './status-badge.module.css'

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'outline'

/** `hint`: what the word leaves open. */
type Props = { tone?: Tone; hint?: string | undefined; children: ReactNode }

export function StatusBadge({ tone = 'neutral', hint, children }: Props) {
  return (
    <span className={classes.badge} data-tone={tone} title={hint}>
      {children}
    </span>
  )
}
