// The health of the book: the check, what takes the room, rescue.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { HealthState } from '#shared/schemas/health.ts'
import { CheckBook } from './check-book.tsx'
import classes from './health.module.css'
import { LastBackups } from './last-backups.tsx'
import { RescueSection } from './rescue-section.tsx'

export function HealthScreen() {
  const { t } = useText()
  const query = useQuery(trpc.host.health.state.queryOptions(undefined, { staleTime: 0 }))
  return (
    <Page title={t('health.title')} subtitle={t('health.subtitle')}>
      <QueryState query={query}>
        {(state) => (
          <div className={classes.column}>
            <CheckBook last={state.lastCheck} />
            <Room state={state} />
            <section aria-label={t('health.backups.title')}>
              <SectionTitle>{t('health.backups.title')}</SectionTitle>
              <LastBackups />
            </section>
            <RescueSection />
          </div>
        )}
      </QueryState>
    </Page>
  )
}

/** Below this a save may fail before the day is over. */
const lowBytes = 500_000_000

function Room({ state: { size, walSize, freeBytes, room } }: { state: HealthState }) {
  const { t, format } = useText()
  const bytes = (count: number) => <span data-figure>{format.fileSize(count)}</span>
  return (
    <div>
      <Facts
        title={t('health.room.title')}
        facts={[
          { label: t('health.room.size'), value: bytes(size) },
          { label: t('health.room.records'), value: bytes(room.records) },
          { label: t('health.room.attachments'), value: bytes(room.attachments) },
          { label: t('health.room.log'), value: bytes(room.log) },
          { label: t('health.room.indexes'), value: bytes(room.indexes) },
          { label: t('health.room.empty'), value: bytes(room.free) },
          { label: t('health.room.wal'), value: bytes(walSize) },
          { label: t('health.room.free'), value: freeBytes === null ? '' : bytes(freeBytes), optional: true },
        ]}
      />
      {freeBytes !== null && freeBytes < lowBytes ? <Notice tone="warn">{t('health.room.low')}</Notice> : null}
    </div>
  )
}
