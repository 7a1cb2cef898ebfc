// A part of the screen that scrolls by itself, and can be reached by key to do so.
import type { ReactNode } from 'react'
import classes from './scroll-region.module.css'

/** `isOver`: files are held over it. */
type ScrollRegionProps = { name: string; className?: string; isOver?: boolean; children: ReactNode }

export function ScrollRegion({ name, className = '', isOver = false, children }: ScrollRegionProps) {
  return (
    <section
      className={`${classes.region} ${className}`}
      data-over={isOver || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll only what has the focus
      tabIndex={0}
      aria-label={name}
    >
      {children}
    </section>
  )
}
