// Where orders come from: the channels with their terms, the SKUs of theirs that nobody knows yet, and those that are matched.
import { Button, SegmentedControl } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Channel } from '#shared/schemas/channels.ts'
import type { Revised } from '#shared/schemas/records.ts'
import { ChannelDialog } from './channel-dialog.tsx'
import { ChannelTable } from './channel-table.tsx'
import classes from './channels.module.css'
import { type ChannelsAddress, type ChannelTab, channelTabs } from './channels-address.ts'
import { MatchedSkus } from './matched-skus.tsx'
import { UnknownSkus } from './unknown-skus.tsx'

export function ChannelsScreen() {
  const { t } = useText()
  const { tab = 'channels', channel }: ChannelsAddress = useSearch({ strict: false })
  const navigate = useNavigate()
  const [archived, setArchived] = useState(false)
  const [edited, setEdited] = useState<Revised<Channel> | 'new' | null>(null)
  const { ifMayWrite } = useMayWrite()
  useHotkeys([['N', ifMayWrite(() => setEdited('new'))]])
  const goTo = (next: ChannelTab) =>
    navigate({ to: '/channels', search: next === 'channels' ? {} : { tab: next, channel } })
  return (
    <Page
      title={t('channels.title')}
      subtitle={t('channels.subtitle')}
      actions={
        <>
          {tab === 'channels' ? (
            <Button aria-pressed={archived} onClick={() => setArchived(!archived)}>
              {t(archived ? 'lists.showLive' : 'lists.showArchived')}
            </Button>
          ) : null}
          <LinkButton to="/shipments/files">{t('packing.files.title')}</LinkButton>
          <WriteGate>
            <Button variant="filled" onClick={() => setEdited('new')}>
              {t('channels.new')}
            </Button>
          </WriteGate>
        </>
      }
    >
      <div className={classes.tabs}>
        <Tabs tab={tab} onTab={goTo} />
      </div>
      {tab === 'channels' ? <ChannelTable archived={archived} onEdit={setEdited} /> : null}
      {tab === 'unknown' ? <UnknownSkus channel={channel} /> : null}
      {tab === 'matched' ? <MatchedSkus channel={channel} /> : null}
      {edited ? <ChannelDialog channel={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
    </Page>
  )
}

function Tabs({ tab, onTab }: { tab: ChannelTab; onTab: (tab: ChannelTab) => void }) {
  const { t, format } = useText()
  const { data } = useQuery(trpc.channels.unknown.queryOptions({ limit: 1, suggest: false }))
  const label = (one: ChannelTab) =>
    one === 'unknown' && data
      ? `${t('channels.tabs.unknown')} (${format.number(data.total)})`
      : t(`channels.tabs.${one}`)
  return (
    <SegmentedControl
      aria-label={t('channels.title')}
      value={tab}
      onChange={(next) => onTab(next as ChannelTab)}
      data={channelTabs.map((value) => ({ value, label: label(value) }))}
    />
  )
}
