// Something to know or to do, said where it matters: a line of colour and plain words, no box.
import type { ReactNode } from 'react'
import classes from './notice.module.css'

type NoticeProps = {
  tone?: 'info' | 'warn' | 'bad' | 'good'
  title?: ReactNode
  children?: ReactNode
  /** Beside the text. */
  actions?: ReactNode
  className?: string
}

export function Notice({ tone = 'info', title, children, actions, className = '' }: NoticeProps) {
  return (
    <div className={`${classes.notice} ${className}`} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <div className={classes.text}>
        {title ? <p className={classes.title}>{title}</p> : null}
        {children}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </div>
  )
}
