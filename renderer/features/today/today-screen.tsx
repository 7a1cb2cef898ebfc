// Home: what waits for someone, alerts and tasks together, by day or by kind.
import { IconCircleCheck, IconInbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { HelpButton } from '#renderer/ui/help-button.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { Waiting } from './waiting.tsx'

export function TodayScreen() {
  const { t, format, language } = useText()
  const { companyName: name, companyNameZh: nameZh } = useBook()
  const today = useToday()
  const query = useQuery(trpc.alerts.home.queryOptions({ today }))
  return (
    <Page
      title={t('today.title')}
      subtitle={t('today.subtitle', { day: format.dayInWords(today), company: nameIn(language, { name, nameZh }) })}
      actions={
        <>
          <LinkButton to="/alerts">{t('today.allAlerts')}</LinkButton>
          {query.data?.hasRecords ? <LinkButton to="/saw">{t('today.saw')}</LinkButton> : null}
        </>
      }
    >
      <QueryState query={query}>
        {({ hasRecords, groups }) => <Waiting groups={groups} ifNothing={hasRecords ? <Calm /> : <EmptyBook />} />}
      </QueryState>
    </Page>
  )
}

function Calm() {
  const { t } = useText()
  return (
    <EmptyState icon={<IconCircleCheck size={28} stroke={1.5} />} title={t('today.nothing')}>
      {t('today.nothingText')}
    </EmptyState>
  )
}

function EmptyBook() {
  const { t } = useText()
  return (
    <EmptyState
      icon={<IconInbox size={28} stroke={1.5} />}
      title={t('today.empty.title')}
      actions={
        <>
          <WriteGate>
            <LinkButton to="/import" variant="filled">
              {t('today.empty.import')}
            </LinkButton>
          </WriteGate>
          <WriteGate>
            <LinkButton to="/products/new">{t('today.empty.product')}</LinkButton>
          </WriteGate>
          <WriteGate>
            <LinkButton to="/orders/new">{t('today.empty.order')}</LinkButton>
          </WriteGate>
          <HelpButton />
        </>
      }
    >
      {t('today.empty.text')}
    </EmptyState>
  )
}
