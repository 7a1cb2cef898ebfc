// Copies that leave the house, and the ways back in.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { OpenEncrypted } from '#renderer/ui/encrypted-copy/open-encrypted.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import classes from './copies.module.css'
import { MakeCopy } from './make-copy.tsx'

export function CopiesScreen() {
  const { t } = useText()
  const facts = useQuery(trpc.copies.facts.queryOptions())
  return (
    <Page title={t('copies.title')} subtitle={t('copies.subtitle')}>
      <div className={classes.column}>
        <section aria-label={t('copies.make.title')}>
          <SectionTitle>{t('copies.make.title')}</SectionTitle>
          <QueryState query={facts}>{(found) => <MakeCopy facts={found} />}</QueryState>
        </section>
        <section className={classes.part} aria-label={t('copies.bring.title')}>
          <SectionTitle>{t('copies.bring.title')}</SectionTitle>
          <p className={classes.text}>{t('copies.bring.text')}</p>
          <LinkButton to="/merge">{t('copies.bring.go')}</LinkButton>
        </section>
        <section className={classes.part} aria-label={t('copies.open.title')}>
          <SectionTitle>{t('copies.open.title')}</SectionTitle>
          <OpenEncrypted />
        </section>
        <section className={classes.part} aria-label={t('proof.title')}>
          <SectionTitle>{t('proof.title')}</SectionTitle>
          <p className={classes.text}>{t('proof.subtitle')}</p>
          <LinkButton to="/book/heads">{t('proof.nowTitle')}</LinkButton>
        </section>
      </div>
    </Page>
  )
}
