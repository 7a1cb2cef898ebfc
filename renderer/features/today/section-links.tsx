// The ways from Home to all of a kind: its alerts, its list, and where many are mended at once.
import { Link } from '@tanstack/react-router'
import { lateOrdersAddress, productsWithoutCostAddress } from '#renderer/lib/attention-lists.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import type { AlertRuleId } from '#shared/schemas/alerts.ts'
import type { Rest } from './home-sections.ts'

/** Below the rows of a day: what it leaves out of each kind. */
export function RestLinks({ rests }: { rests: readonly Rest[] }) {
  const { t, format } = useText()
  return rests.map(({ rule, count }) => (
    <Link key={rule} className="q-link" {...(allAddress(rule) as { to: '/' })}>
      {t('today.more', { kind: kindName(t, rule), count, formatted: format.number(count) })}
    </Link>
  ))
}

/** Below the rows of a kind. */
export function KindLinks({ rule, count, shown }: { rule: AlertRuleId | 'tasks'; count: number; shown: number }) {
  const { t, format } = useText()
  const counted = { count, formatted: format.number(count) }
  return (
    <>
      {count > shown ? (
        <Link className="q-link" {...(allAddress(rule) as { to: '/' })}>
          {t('today.all', counted)}
        </Link>
      ) : null}
      <ListLinks rule={rule} count={count} />
    </>
  )
}

/** Kinds that have a list of their own records, and the screen that fills in many costs. */
function ListLinks({ rule, count }: { rule: AlertRuleId | 'tasks'; count: number }) {
  const { t, format } = useText()
  const today = useToday()
  const counted = { count, formatted: format.number(count) }
  if (rule === 'orders/late') {
    return (
      <Link className="q-link" to="/orders" search={lateOrdersAddress(today)}>
        {t('today.late.all', counted)}
      </Link>
    )
  }
  if (rule !== 'products/no-cost') return null
  return (
    <>
      <Link className="q-link" to="/costs">
        {t('today.costs.fill')}
      </Link>
      <Link className="q-link" to="/products" search={productsWithoutCostAddress()}>
        {t('today.costs.all', counted)}
      </Link>
    </>
  )
}

function allAddress(rule: Rest['rule']) {
  return rule === 'tasks' ? { to: '/tasks' } : { to: '/alerts', search: { rule } }
}

export function kindName(t: ReturnType<typeof useText>['t'], rule: AlertRuleId | 'tasks'): string {
  return rule === 'tasks' ? t('tasks.title') : t(`alerts.rules.${rule}.name`)
}
