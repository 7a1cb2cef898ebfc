// Waiting that does not jump: the place is kept, and nothing is shown before it is worth showing.
import { Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import classes from './loading-state.module.css'

const patienceMs = 250

export function LoadingState() {
  const { t } = useText()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={classes.place} aria-busy="true">
      {isSlow ? <Loader size="sm" role="status" aria-label={t('common.loading')} /> : null}
    </div>
  )
}
