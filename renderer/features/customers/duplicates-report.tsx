// Records that look like one customer: why, and what to do about it.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import {
  type DuplicateGroup,
  type DuplicateMember,
  type DuplicateReport,
  likenessWeights,
} from '#shared/schemas/customers.ts'
import classes from './customers.module.css'
import type { CustomersState } from './use-customers.ts'
import { useSetting } from './use-setting.ts'

export function DuplicatesReport({ state }: { state: CustomersState }) {
  const { t, format } = useText()
  const query = useQuery(trpc.customers.duplicates.queryOptions({}))
  const { setting, save } = useSetting('duplicates', t('customers.duplicates.saved'))
  const { data } = query
  return (
    <>
      <div className={report.bar}>
        {data
          ? t('customers.duplicates.summary', {
              count: data.total,
              formatted: format.number(data.total),
              customers: format.number(data.customers),
            })
          : null}
        <div className={report.actions}>
          <span>{t('customers.duplicates.least')}</span>
          <RuleNumber
            label={t('customers.duplicates.least')}
            isNamedOutside
            unit="%"
            value={setting?.leastPercent ?? null}
            range={[30, 100]}
            isWhole
            onSave={(value) => value !== null && save({ leastPercent: value })}
          />
        </div>
      </div>
      <QueryState query={query}>{(found) => <Groups data={found} state={state} />}</QueryState>
    </>
  )
}

function Groups({ data, state }: { data: DuplicateReport; state: CustomersState }) {
  const { t, format } = useText()
  if (data.groups.length === 0)
    return <EmptyState title={t('customers.duplicates.empty')}>{t('customers.duplicates.emptyText')}</EmptyState>
  const common = { count: data.commonValues, formatted: format.number(data.commonValues) }
  return (
    <div className={classes.scroll}>
      {data.commonValues > 0 ? <Notice>{t('customers.duplicates.common', common)}</Notice> : null}
      {data.total > data.groups.length ? (
        <Notice>
          {t('customers.duplicates.more', {
            shown: format.number(data.groups.length),
            total: format.number(data.total),
          })}
        </Notice>
      ) : null}
      <ul className={classes.list}>
        {data.groups.map((group) => (
          <Group key={group.members.map(({ id }) => id).join()} group={group} state={state} />
        ))}
      </ul>
    </div>
  )
}

function Group({ group, state }: { group: DuplicateGroup; state: CustomersState }) {
  const text = useText()
  const { t, language } = text
  const { members, percent, reasons } = group
  const ids = members.map(({ id }) => id)
  const name = members[0] ? nameIn(language, members[0]) : ''
  const distinct = useMutation({
    mutationFn: () => client.customers.setDistinct.mutate({ ids: ids.slice(0, 50) }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('customers.duplicates.distinctDone'), operationId),
    onError: (error) => sayError(t, error),
  })
  return (
    <li className={classes.group}>
      <div className={classes.groupHead}>
        <span>
          <Likeness percent={percent} /> {reasons.map((reason) => t(`customers.reasons.${reason}`)).join(', ')}
        </span>
        <span className={report.actions}>
          <WriteGate>
            <Button
              aria-label={t('customers.duplicates.distinctOf', { name })}
              loading={distinct.isPending}
              onClick={() => distinct.mutate()}
            >
              {t('customers.duplicates.distinct')}
            </Button>
          </WriteGate>
          <WriteGate>
            <Button
              variant="filled"
              aria-label={t('customers.duplicates.mergeOf', { name })}
              onClick={() => state.change({ merge: ids.slice(0, 21).join('.') })}
            >
              {t('customers.duplicates.merge')}
            </Button>
          </WriteGate>
        </span>
      </div>
      <ul className={classes.members}>
        {members.map((member) => (
          <Member key={member.id} member={member} />
        ))}
      </ul>
    </li>
  )
}

function Member({ member }: { member: DuplicateMember }) {
  const { t, format, language } = useText()
  const { id, code, country, city, email, phone, orderCount } = member
  const orders = t('customers.alike.orders', { count: orderCount, formatted: format.number(orderCount) })
  const about = [code, city, format.country(country), email, phone, orders].filter(Boolean).join(' · ')
  return (
    <li>
      <Link className="q-link" to="/customers/$id" params={{ id: String(id) }}>
        {nameIn(language, member)}
      </Link>{' '}
      <span className="q-quiet">{about}</span>
    </li>
  )
}

function Likeness({ percent }: { percent: number }) {
  const { t, format } = useText()
  const weights = [
    {
      label: t('customers.duplicates.card.company'),
      value: format.percent(Math.round(likenessWeights.companyName * 100)),
    },
    {
      label: t('customers.duplicates.card.person'),
      value: format.percent(Math.round(likenessWeights.personName * 100)),
    },
    { label: t('customers.duplicates.card.like'), value: format.percent(Math.round(likenessWeights.nameLike * 100)) },
  ]
  return (
    <ExplainedFigure
      title={t('customers.duplicates.card.title')}
      formula={t('customers.duplicates.card.formula')}
      inputs={weights}
      footnote={t('customers.duplicates.card.abroad')}
    >
      {format.percent(percent)}
    </ExplainedFigure>
  )
}
