// While a day of the past is shown: which one, and the way back to now.
import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { choosePast } from '#renderer/lib/past-store.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import classes from './past.module.css'

export function PastBanner() {
  const { t, format } = useText()
  const { access } = useBook()
  const back = useMutation({
    mutationFn: () => client.host.past.close.mutate(),
    onError: (error) => sayError(t, error),
  })
  if (access.mode !== 'read' || access.reason !== 'past') return null
  return (
    <div className={classes.banner} role="status">
      <IconHistory size={16} stroke={1.6} aria-hidden />
      <p className={classes.says}>{t('past.banner', { day: format.dayInWords(access.day) })}</p>
      <Button size="compact-sm" variant="subtle" onClick={() => choosePast(access.day)}>
        {t('past.otherDay')}
      </Button>
      <Button size="compact-sm" onClick={() => back.mutate()} loading={back.isPending}>
        {t('past.back')}
      </Button>
    </div>
  )
}
