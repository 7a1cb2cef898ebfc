// Who and when of a change, leading to the change in the history of the whole book.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import classes from './record-history.module.css'

export function InHistory({ operationId, children }: { operationId: number; children: string }) {
  const { t } = useText()
  return (
    <Link
      className={classes.inHistory}
      to="/history"
      search={{ operation: operationId }}
      title={t('history.book.inHistory')}
    >
      {children}
    </Link>
  )
}
