// What the page of a supplier shows beside what every party has.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { Party } from '#shared/schemas/parties.ts'
import { AdmissionList } from './admission-list.tsx'
import { BankAccounts } from './bank-accounts.tsx'
import { CertificateList } from './certificate-list.tsx'
import { SupplierOffers, SupplierShares } from './supplier-offers.tsx'
import classes from './supply.module.css'
import { SupplyStatusBadge } from './supply-status.tsx'

export function SupplySections({ party }: { party: Party }) {
  return (
    <div className={classes.sections}>
      <AdmissionList supplierId={party.id} />
      <div className={classes.stack}>
        <CertificateList supplierId={party.id} />
        <BankAccounts supplierId={party.id} />
        <StatusChanges supplierId={party.id} />
      </div>
      <SupplierOffers party={party} />
      <SupplierShares party={party} />
    </div>
  )
}

function StatusChanges({ supplierId }: { supplierId: number }) {
  const { t, language } = useText()
  const { data: changes = [] } = useQuery(trpc.suppliers.statusChanges.queryOptions({ supplierId }))
  return (
    <section aria-label={t('suppliers.sections.changes')}>
      <SectionTitle>{t('suppliers.sections.changes')}</SectionTitle>
      {changes.length === 0 ? <p className="q-quiet">{t('suppliers.status.noChanges')}</p> : null}
      <ul className={classes.items}>
        {changes.map(({ id, status, on, reason, person }) => (
          <li key={id} className={classes.line}>
            <div>
              <SupplyStatusBadge status={status} /> {reason}
              <span className={classes.quiet}>
                {[on, person && nameIn(language, person)].filter(Boolean).join(' · ')}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
