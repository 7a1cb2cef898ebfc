// How sure goods should be there, cell by cell as it is decided on ABC-XYZ, and how lead times are found.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import plain from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import classes from './planning.module.css'

export function ServiceLevels() {
  const { t, format } = useText()
  const query = useQuery(trpc.planning.policies.queryOptions())
  return (
    <section>
      <SectionTitle>{t('planning.service.title')}</SectionTitle>
      <div className={classes.fields}>
        <p className="q-quiet">{t('planning.service.about')}</p>
        <QueryState query={query}>
          {(policies) => (
            <table className={plain.table} aria-label={t('planning.service.title')}>
              <TableHead
                heads={[
                  t('planning.service.cell'),
                  t('classes.rules.policy'),
                  { numeric: t('planning.service.level') },
                ]}
              />
              <tbody>
                {policies.map(({ cell, policy, serviceLevel }) => (
                  <tr key={cell}>
                    <th scope="row">{cell === 'unclassified' ? t('planning.service.unclassified') : cell}</th>
                    <td>{t(`classes.policy.${policy}`)}</td>
                    <td data-numeric>{format.share(serviceLevel)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </QueryState>
        <div>
          <LinkButton to="/classes" search={{ view: 'rules' }}>
            {t('planning.service.change')}
          </LinkButton>
        </div>
      </div>
    </section>
  )
}

export function LeadTimes() {
  const { t } = useText()
  return (
    <section>
      <SectionTitle>{t('planning.leadTimes.title')}</SectionTitle>
      <div className={classes.fields}>
        <p className="q-quiet">{t('planning.leadTimes.rule')}</p>
        <Link className="q-link" to="/expected">
          {t('planning.leadTimes.expected')}
        </Link>
      </div>
    </section>
  )
}
