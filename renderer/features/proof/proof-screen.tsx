// The heads of the book to be kept elsewhere, and the proof against kept ones.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { CheckHeads } from './check-heads.tsx'
import { HeadsNow } from './heads-now.tsx'
import classes from './proof.module.css'

export function ProofScreen() {
  const { t } = useText()
  // Any write makes another head, whatever it was about.
  const heads = useQuery(trpc.book.heads.queryOptions(undefined, { staleTime: 0, refetchOnMount: 'always' }))
  return (
    <Page title={t('proof.title')} subtitle={t('proof.subtitle')}>
      <div className={classes.column}>
        <section className={classes.part} aria-label={t('proof.nowTitle')}>
          <SectionTitle>{t('proof.nowTitle')}</SectionTitle>
          <QueryState query={heads}>{(sheet) => <HeadsNow sheet={sheet} />}</QueryState>
        </section>
        <section className={classes.part} aria-label={t('proof.checkTitle')}>
          <SectionTitle>{t('proof.checkTitle')}</SectionTitle>
          <CheckHeads />
        </section>
      </div>
    </Page>
  )
}
