// Of which channel the SKUs are shown.
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import classes from './channels.module.css'
import type { ChannelTab } from './channels-address.ts'

export function ChannelFilter({ tab, channel }: { tab: ChannelTab; channel: string | undefined }) {
  const { t } = useText()
  const navigate = useNavigate()
  const { data = [] } = useQuery(trpc.channels.list.queryOptions({ archived: false }))
  return (
    <Select
      className={classes.filter}
      aria-label={t('channels.one')}
      placeholder={t('channels.all')}
      clearable
      data={data.map(({ code, name }) => ({ value: code, label: name || code }))}
      value={channel ?? null}
      onChange={(code) => navigate({ to: '/channels', search: { tab, ...(code === null ? {} : { channel: code }) } })}
    />
  )
}
