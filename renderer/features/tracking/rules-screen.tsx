// What words and codes of carriers mean: a text is tried, own rules are written, kept events are read anew.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { OwnRules } from './own-rules.tsx'
import { RereadSection } from './reread-section.tsx'
import { ShippedRules } from './shipped-rules.tsx'
import classes from './tracking.module.css'
import { TryRule } from './try-rule.tsx'

export function TrackingRulesScreen() {
  const { t } = useText()
  const query = useQuery(trpc.tracking.rules.queryOptions())
  return (
    <Page title={t('tracking.rules.title')} subtitle={t('tracking.rules.subtitle')}>
      <div className={classes.page}>
        <TryRule />
        <QueryState query={query}>
          {({ own, shipped }) => (
            <>
              <OwnRules rules={own} />
              <RereadSection />
              <ShippedRules rules={shipped} />
            </>
          )}
        </QueryState>
      </div>
    </Page>
  )
}
