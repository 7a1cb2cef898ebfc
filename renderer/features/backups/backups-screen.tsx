// Backups: whether there is one, where they go, how many are kept, and the way back to each.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { Page } from '#renderer/ui/page.tsx'
import { choosePlace } from '#renderer/ui/places/choose-place.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { dayOf, type Instant } from '#shared/dates.ts'
import type { BackupState } from '#shared/schemas/backups.ts'
import { BackupList } from './backup-list.tsx'
import { BackupPlaces } from './backup-places.tsx'
import { BackupPreviewDialog } from './backup-preview.tsx'
import { BackupRulesTable } from './backup-rules.tsx'
import classes from './backups.module.css'
import { LastUpgrade } from './last-upgrade.tsx'

export function BackupsScreen() {
  const { t } = useText()
  const state = useQuery(trpc.host.backups.state.queryOptions())
  const [looked, setLooked] = useState<string | null>(null)
  const make = useMakeBackup()
  return (
    <Page
      title={t('backups.title')}
      subtitle={t('backups.subtitle')}
      actions={
        <>
          <ChooseFile onChosen={setLooked} />
          <Button onClick={() => make.mutate(true)}>{t('backups.saveAs')}</Button>
          <Button variant="filled" loading={make.isPending} onClick={() => make.mutate(false)}>
            {t('backups.make')}
          </Button>
        </>
      }
    >
      <QueryState query={state}>
        {(found) => (
          <div className={classes.column}>
            {found.lastAt === null && !found.isWorking ? null : (
              <p className={classes.state} role="status">
                <StateText state={found} />
              </p>
            )}
            <LastUpgrade offer={found.upgrade} />
            <section aria-label={t('backups.places.title')}>
              <SectionTitle>{t('backups.places.title')}</SectionTitle>
              <BackupPlaces places={found.places} />
            </section>
            <section aria-label={t('backups.list.title')}>
              <SectionTitle>{t('backups.list.title')}</SectionTitle>
              <BackupList places={found.places} onLook={setLooked} />
            </section>
            <section aria-label={t('backups.rules.title')}>
              <SectionTitle>{t('backups.rules.title')}</SectionTitle>
              <BackupRulesTable rules={found.rules} />
            </section>
          </div>
        )}
      </QueryState>
      {looked === null ? null : <BackupPreviewDialog backup={looked} onClose={() => setLooked(null)} />}
    </Page>
  )
}

function StateText({ state }: { state: BackupState }) {
  const { t, format } = useText()
  if (state.isWorking) return t('backups.state.working')
  const last = state.lastAt === null ? '' : t('backups.state.last', { at: format.instant(state.lastAt) })
  return `${t(state.isUpToDate ? 'backups.state.upToDate' : 'backups.state.behind')} ${last}`
}

/** In the usual places, or as a file somewhere else. */
function useMakeBackup() {
  const { t } = useText()
  const { fileName } = useBook()
  return useMutation({
    mutationFn: async (isElsewhere: boolean) => {
      if (!isElsewhere) return made(await client.host.backups.make.mutate({}))
      const title = t('backups.saveAsTitle')
      const target = await choosePlace({
        what: 'target',
        kind: 'book',
        name: `${fileName.replace(/\.quay$/i, '')} ${dayOf(Date.now() as Instant)}`,
        title,
      })
      return target === null ? false : made(await client.host.backups.make.mutate({ target: target.token }))
    },
    onSuccess: (isMade) => {
      if (isMade) notifications.show({ message: t('backups.made') })
    },
    onError: (error) => sayError(t, error),
  })
}

const made = (_: unknown) => true

function ChooseFile({ onChosen }: { onChosen: (token: string) => void }) {
  const { t } = useText()
  const choose = useMutation({
    mutationFn: () => choosePlace({ what: 'file', kinds: ['book'], title: t('backups.chooseFileTitle') }),
    onSuccess: (place) => {
      if (place) onChosen(place.token)
    },
    onError: (error) => sayError(t, error),
  })
  return <Button onClick={() => choose.mutate()}>{t('backups.chooseFile')}</Button>
}
