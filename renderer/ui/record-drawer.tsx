// The record beside its list: the list keeps its place, Escape closes, the full page is one click away.
import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '#renderer/lib/language.ts'
import classes from './record-drawer.module.css'
import { HeadingLevel } from './section-title.tsx'

type RecordDrawerProps = {
  /** What the drawer is called for those who do not see it. */
  name: string
  title: ReactNode
  badge?: ReactNode
  subtitle?: ReactNode
  actions?: ReactNode
  onClose: () => void
  children: ReactNode
}

export function RecordDrawer({ name, title, badge, subtitle, actions, onClose, children }: RecordDrawerProps) {
  const { t } = useText()
  const body = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record starts at its top
  useEffect(() => {
    body.current?.scrollTo({ top: 0 })
  }, [name])
  return (
    <aside className={classes.drawer} aria-label={name}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {badge}
        <ActionIcon className={classes.close} onClick={onClose} aria-label={t('common.close')}>
          <IconX size={16} stroke={1.5} />
        </ActionIcon>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className={classes.body} ref={body} tabIndex={0} aria-label={name}>
        {subtitle ? <p className={classes.subtitle}>{subtitle}</p> : null}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
        <HeadingLevel value={3}>{children}</HeadingLevel>
      </section>
    </aside>
  )
}
