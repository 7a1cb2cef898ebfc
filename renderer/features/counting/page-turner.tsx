// Which part of a long table is shown, and the ways to the next.
import { Button } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import classes from './counting.module.css'

type PageTurnerProps = { total: number; offset: number; limit: number; onTurn: (offset: number) => void }

export function PageTurner({ total, offset, limit, onTurn }: PageTurnerProps) {
  const { t, format } = useText()
  if (total <= limit && offset === 0) return null
  const shown = {
    from: format.number(offset + 1),
    to: format.number(Math.min(total, offset + limit)),
    all: format.number(total),
  }
  return (
    <div className={classes.turner}>
      <Button disabled={offset === 0} onClick={() => onTurn(Math.max(0, offset - limit))}>
        {t('counting.before')}
      </Button>
      <span>{t('counting.shown', shown)}</span>
      <Button disabled={offset + limit >= total} onClick={() => onTurn(offset + limit)}>
        {t('counting.next')}
      </Button>
    </div>
  )
}
