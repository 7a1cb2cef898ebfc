// A place where nothing is yet: what would be here, and what to do.
import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

type EmptyStateProps = { title: ReactNode; children?: ReactNode; actions?: ReactNode; icon?: ReactNode }

export function EmptyState({ title, children, actions, icon }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {icon ? (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      ) : null}
      <p className={classes.title}>{title}</p>
      {children ? <div className={classes.text}>{children}</div> : null}
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </div>
  )
}
