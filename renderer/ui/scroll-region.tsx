// A part of the screen that scrolls by itself, and can be reached by key to do so.
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './scroll-region.module.css'

/** `isOver`: files are held over it. `takesFocus`: it came in place of what had the focus. */
type ScrollRegionProps = {
  name: string
  className?: string
  isOver?: boolean
  takesFocus?: boolean
  children: ReactNode
}

export function ScrollRegion({
  name,
  className = '',
  isOver = false,
  takesFocus = false,
  children,
}: ScrollRegionProps) {
  const region = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takesFocus) region.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <section
      ref={region}
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
