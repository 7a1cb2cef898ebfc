// The frame of every screen: title, one quiet line below it, actions on the right, then the content.
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import classes from './page.module.css'

type PageProps = {
  title: ReactNode
  /** The window's title where `title` is more than text. */
  name?: string
  subtitle?: ReactNode
  actions?: ReactNode
  /** The content fills the window and scrolls inside itself: lists. */
  fills?: boolean
  children: ReactNode
}

export function Page({ title, name, subtitle, actions, fills = false, children }: PageProps) {
  const windowTitle = name ?? (typeof title === 'string' ? title : '')
  useEffect(() => {
    document.title = windowTitle ? `${windowTitle} · Quayside` : 'Quayside'
  }, [windowTitle])
  return (
    <div className={classes.page} data-fills={fills || undefined}>
      <header className={classes.head}>
        <div className={classes.titles}>
          <h1 className={classes.title}>{title}</h1>
          {subtitle ? <p className={classes.subtitle}>{subtitle}</p> : null}
        </div>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </header>
      <div className={classes.content}>{children}</div>
    </div>
  )
}
