// Back and forth through a long table.
import { Button } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import classes from './sales.module.css'

type PagerProps = { offset: number; atOnce: number; total: number; onChange: (offset: number) => void }

export function Pager({ offset, atOnce, total, onChange }: PagerProps) {
  const { t, format } = useText()
  if (total <= atOnce) return null
  const last = Math.min(offset + atOnce, total)
  return (
    <div className={classes.pager}>
      <Button size="xs" disabled={offset === 0} onClick={() => onChange(Math.max(0, offset - atOnce))}>
        {t('sales.pager.back')}
      </Button>
      <span>
        {t('sales.pager.shown', {
          from: format.number(offset + 1),
          to: format.number(last),
          total: format.number(total),
        })}
      </span>
      <Button size="xs" disabled={last >= total} onClick={() => onChange(offset + atOnce)}>
        {t('sales.pager.next')}
      </Button>
    </div>
  )
}
