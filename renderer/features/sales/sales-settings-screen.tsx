// What the book expects of an order's costs, and which orders are flagged.
import { Checkbox } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type FlagRule, type FlagsSetting, flagRules } from '#shared/schemas/order-flags.ts'
import type { ExpectedCosts } from '#shared/schemas/sales-costs.ts'
import classes from './sales.module.css'

type Change = { flags?: FlagsSetting; expectedCosts?: ExpectedCosts }

export function SalesSettingsScreen() {
  const { t } = useText()
  const { ifMayWrite } = useMayWrite()
  const query = useQuery(trpc.orders.settings.queryOptions())
  const save = useMutation({
    mutationFn: (setting: { key: string; value: unknown }) => client.orders.setSetting.mutate(setting),
    onSuccess: () => notifications.show({ id: 'sales-settings-saved', message: t('sales.settings.saved') }),
    onError: (error) => sayError(t, error),
  })
  const set = ifMayWrite((part: Change) => {
    for (const [key, value] of Object.entries(part)) save.mutate({ key, value })
  })
  return (
    <Page title={t('sales.settings.title')} subtitle={t('sales.settings.subtitle')}>
      <QueryState query={query}>
        {({ flags, expectedCosts }) => (
          <div className={classes.page}>
            <Expected expected={expectedCosts} onChange={(next) => set({ expectedCosts: next })} />
            <Flags flags={flags} onChange={(next) => set({ flags: next })} />
          </div>
        )}
      </QueryState>
    </Page>
  )
}

const percents = ['commissionPercent', 'paymentPercent', 'firstLegPercent'] as const
const amounts = ['freightPerOrder', 'packingPerOrder', 'freightPerKg', 'firstLegPerKg'] as const

type ExpectedProps = { expected: ExpectedCosts; onChange: (next: ExpectedCosts) => void }

function Expected({ expected, onChange }: ExpectedProps) {
  const { t } = useText()
  const { baseCurrency } = useBook()
  return (
    <section>
      <SectionTitle>{t('sales.settings.expected')}</SectionTitle>
      <p className="q-quiet">{t('sales.settings.expectedAbout')}</p>
      <div className={classes.rules}>
        {percents.map((key) => (
          <RuleNumber
            key={key}
            label={t(`sales.settings.${key}`)}
            unit="%"
            value={expected[key]}
            range={[0, 100]}
            onSave={(value) => onChange({ ...expected, [key]: value ?? 0 })}
          />
        ))}
        {amounts.map((key) => (
          <RuleNumber
            key={key}
            label={t(`sales.settings.${key}`)}
            unit={baseCurrency}
            value={Number(expected[key])}
            range={[0, 1_000_000]}
            onSave={(value) => onChange({ ...expected, [key]: String(value ?? 0) })}
          />
        ))}
      </div>
    </section>
  )
}

type FlagsProps = { flags: FlagsSetting; onChange: (next: FlagsSetting) => void }

function Flags({ flags, onChange }: FlagsProps) {
  const { t } = useText()
  return (
    <section>
      <SectionTitle>{t('sales.settings.flags')}</SectionTitle>
      <p className="q-quiet">{t('sales.settings.flagsAbout')}</p>
      <div className={classes.rules}>
        {flagRules.map((rule) => (
          <Rule key={rule} rule={rule} flags={flags} onChange={onChange} />
        ))}
      </div>
      <div className={classes.panelActions}>
        <WriteGate>
          <Checkbox
            label={t('sales.settings.blocks')}
            checked={flags.blocks}
            onChange={(event) => onChange({ ...flags, blocks: event.currentTarget.checked })}
          />
        </WriteGate>
      </div>
    </section>
  )
}

type NumberKey = 'names' | 'days' | 'times' | 'orders'

const ranges = { names: [2, 1000], days: [1, 3650], times: [1, 1000], orders: [1, 1000] } as const

function Rule({ rule, flags, onChange }: FlagsProps & { rule: FlagRule }) {
  const { t } = useText()
  const setting = flags[rule] as { isOn: boolean } & Partial<Record<NumberKey, number>>
  const numbers = (Object.keys(ranges) as NumberKey[]).filter((key) => setting[key] !== undefined)
  const set = (part: object) => onChange({ ...flags, [rule]: { ...setting, ...part } })
  return (
    <div className={classes.rule}>
      <WriteGate>
        <Checkbox
          label={t(`sales.settings.rules.${rule}`)}
          checked={setting.isOn}
          onChange={(event) => set({ isOn: event.currentTarget.checked })}
        />
      </WriteGate>
      {setting.isOn
        ? numbers.map((key) => (
            <RuleNumber
              key={key}
              label={t(`sales.settings.${key}`)}
              value={setting[key] ?? null}
              range={ranges[key]}
              isWhole={key !== 'times'}
              onSave={(value) => value !== null && set({ [key]: value })}
            />
          ))
        : null}
    </div>
  )
}
