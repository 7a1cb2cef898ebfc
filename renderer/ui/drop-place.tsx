// A place where files are let go, or something is chosen by a click: a sign, what to do, and the way to do it.
import type { ReactNode } from 'react'
import classes from './drop-place.module.css'

type DropPlaceProps = {
  icon: ReactNode
  /** What it is called for those who do not see it. */
  label: string
  /** What is held over it says what happens when it is let go. */
  title: string
  text: string
  isOver: boolean
  children: ReactNode
}

export function DropPlace({ icon, label, title, text, isOver, children }: DropPlaceProps) {
  return (
    <section className={classes.area} data-over={isOver || undefined} aria-label={label}>
      <div className={classes.icon} aria-hidden>
        {icon}
      </div>
      <p className={classes.title}>{title}</p>
      <p className={classes.text}>{text}</p>
      {children}
    </section>
  )
}
