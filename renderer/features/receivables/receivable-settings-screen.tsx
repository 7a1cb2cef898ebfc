// What the book is told about credit, what may never come, and letters to who is late.
import { Button, Select, Textarea } from '@mantine/core'
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
import type { AllowanceSetting, CreditSetting, DunningSetting } from '#shared/schemas/receivable-settings.ts'
import { ageBuckets, creditGrades } from '#shared/schemas/receivables.ts'
import classes from './receivables.module.css'

type Change = { credit?: CreditSetting; allowance?: AllowanceSetting; dunning?: DunningSetting }
type Part<Value> = { value: Value; onChange: (value: Value) => void }

const mostDays = 3650
const mostMoney = 1_000_000_000_000

export function ReceivableSettingsScreen() {
  const { t } = useText()
  const { ifMayWrite } = useMayWrite()
  const query = useQuery(trpc.orders.settings.queryOptions())
  const save = useMutation({
    mutationFn: (setting: { key: string; value: unknown }) => client.orders.setSetting.mutate(setting),
    onSuccess: () => notifications.show({ id: 'receivable-settings', message: t('receivables.settings.saved') }),
    onError: (error) => sayError(t, error),
  })
  const set = ifMayWrite((part: Change) => {
    for (const [key, value] of Object.entries(part)) save.mutate({ key, value })
  })
  return (
    <Page title={t('receivables.settings.title')}>
      <QueryState query={query}>
        {({ credit, allowance, dunning }) => (
          <div className={classes.settings}>
            <Credit value={credit} onChange={(next) => set({ credit: next })} />
            <Allowance value={allowance} onChange={(next) => set({ allowance: next })} />
            <Dunning value={dunning} onChange={(next) => set({ dunning: next })} />
          </div>
        )}
      </QueryState>
    </Page>
  )
}

function Credit({ value, onChange }: Part<CreditSetting>) {
  const { t } = useText()
  const withDay = (at: number, days: number) =>
    value.gradeDays.map((old, index) => (index === at ? days : old)) as CreditSetting['gradeDays']
  return (
    <section>
      <SectionTitle>{t('receivables.settings.credit')}</SectionTitle>
      <div className={classes.rules}>
        <WriteGate>
          <Select
            label={t('receivables.settings.action')}
            allowDeselect={false}
            data={(['warn', 'stop'] as const).map((action) => ({
              value: action,
              label: t(`receivables.settings.actions.${action}`),
            }))}
            value={value.action}
            onChange={(action) => onChange({ ...value, action: action === 'stop' ? 'stop' : 'warn' })}
          />
        </WriteGate>
        <RuleNumber
          label={t('receivables.settings.overdueDays')}
          value={value.overdueDays}
          range={[0, mostDays]}
          isWhole
          mayBeEmpty
          onSave={(overdueDays) => onChange({ ...value, overdueDays })}
        />
        {creditGrades.slice(0, 3).map((grade, at) => (
          <RuleNumber
            key={grade}
            label={t('receivables.settings.gradeDays', { grade })}
            value={value.gradeDays[at] ?? 0}
            range={[value.gradeDays[at - 1] ?? 0, value.gradeDays[at + 1] ?? mostDays]}
            isWhole
            onSave={(days) => onChange({ ...value, gradeDays: withDay(at, days ?? 0) })}
          />
        ))}
        <RuleNumber
          label={t('receivables.settings.gradeCases')}
          value={value.gradeCases}
          range={[1, 1000]}
          isWhole
          onSave={(cases) => onChange({ ...value, gradeCases: cases ?? 1 })}
        />
        <RuleNumber
          label={t('receivables.settings.gradeMonths')}
          value={value.gradeMonths}
          range={[1, 120]}
          isWhole
          onSave={(months) => onChange({ ...value, gradeMonths: months ?? 1 })}
        />
      </div>
    </section>
  )
}

function Allowance({ value, onChange }: Part<AllowanceSetting>) {
  const { t } = useText()
  const { baseCurrency: currency } = useBook()
  return (
    <section>
      <SectionTitle>{t('receivables.settings.allowance')}</SectionTitle>
      <div className={classes.rules}>
        {ageBuckets.map((bucket, at) => (
          <RuleNumber
            key={bucket}
            label={t(`receivables.buckets.${bucket}`)}
            unit="%"
            value={value.percents[at] ?? 0}
            range={[0, 100]}
            onSave={(percent) =>
              onChange({
                ...value,
                percents: value.percents.map((old, index) =>
                  index === at ? (percent ?? 0) : old,
                ) as AllowanceSetting['percents'],
              })
            }
          />
        ))}
        <RuleNumber
          label={t('receivables.settings.existing', { currency })}
          value={Number(value.existing)}
          range={[0, mostMoney]}
          onSave={(existing) => onChange({ ...value, existing: String(existing ?? 0) })}
        />
        <RuleNumber
          label={t('receivables.settings.dsoDays')}
          value={value.dsoDays}
          range={[1, mostDays]}
          isWhole
          onSave={(days) => onChange({ ...value, dsoDays: days ?? 1 })}
        />
      </div>
    </section>
  )
}

const mostSteps = 9
const nextStepAfter = 14

function Dunning({ value, onChange }: Part<DunningSetting>) {
  const { t } = useText()
  const { steps } = value
  const last = steps.at(-1)
  const add = () => {
    if (last)
      onChange({
        ...value,
        steps: [...steps, { ...last, afterDays: last.afterDays + nextStepAfter, texts: { en: '', 'zh-CN': '' } }],
      })
  }
  return (
    <section>
      <SectionTitle>{t('receivables.settings.dunning')}</SectionTitle>
      <RuleNumber
        label={t('receivables.settings.gapDays')}
        value={value.gapDays}
        range={[0, mostDays]}
        isWhole
        onSave={(gapDays) => onChange({ ...value, gapDays: gapDays ?? 0 })}
      />
      {steps.map((step, at) => (
        <Step
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          key={at}
          at={at}
          steps={steps}
          onChange={(next) => onChange({ ...value, steps: steps.map((old, index) => (index === at ? next : old)) })}
          onRemove={() => onChange({ ...value, steps: steps.filter((_, index) => index !== at) })}
          step={step}
        />
      ))}
      {steps.length < mostSteps ? (
        <WriteGate>
          <Button onClick={add}>{t('receivables.settings.addStep')}</Button>
        </WriteGate>
      ) : null}
    </section>
  )
}

type DunningStep = DunningSetting['steps'][number]
type StepProps = {
  at: number
  step: DunningStep
  steps: readonly DunningStep[]
  onChange: (step: DunningStep) => void
  onRemove: () => void
}

function Step({ at, step, steps, onChange, onRemove }: StepProps) {
  const { t } = useText()
  const { baseCurrency: currency } = useBook()
  const least = (steps[at - 1]?.afterDays ?? -1) + 1
  const most = (steps[at + 1]?.afterDays ?? mostDays + 1) - 1
  return (
    <div className={classes.step}>
      <strong>{t('receivables.settings.step', { step: at + 1 })}</strong>
      <div className={classes.rules}>
        <RuleNumber
          label={t('receivables.settings.afterDays')}
          value={step.afterDays}
          range={[least, most]}
          isWhole
          onSave={(days) => onChange({ ...step, afterDays: days ?? least })}
        />
        <RuleNumber
          label={t('receivables.settings.payDays')}
          value={step.payDays}
          range={[0, mostDays]}
          isWhole
          onSave={(days) => onChange({ ...step, payDays: days ?? 0 })}
        />
        <RuleNumber
          label={t('receivables.settings.fee', { currency })}
          value={Number(step.fee)}
          range={[0, mostMoney]}
          onSave={(fee) => onChange({ ...step, fee: String(fee ?? 0) })}
        />
      </div>
      {(['en', 'zh-CN'] as const).map((language) => (
        <StepText
          key={`${language} ${step.texts[language] ?? ''}`}
          label={t(language === 'en' ? 'receivables.settings.textEn' : 'receivables.settings.textZh')}
          value={step.texts[language] ?? ''}
          onSave={(text) => onChange({ ...step, texts: { ...step.texts, [language]: text } })}
        />
      ))}
      {steps.length > 1 ? (
        <WriteGate>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('receivables.settings.removeStep', { step: at + 1 })}
            onClick={onRemove}
          >
            {t('receivables.settings.removeStep', { step: at + 1 })}
          </Button>
        </WriteGate>
      ) : null}
    </div>
  )
}

/** Taken when the field is left. */
function StepText({ label, value, onSave }: { label: string; value: string; onSave: (text: string) => void }) {
  const { t } = useText()
  return (
    <WriteGate>
      <Textarea
        label={label}
        placeholder={t('receivables.settings.textHint')}
        autosize
        minRows={1}
        defaultValue={value}
        onBlur={(event) => event.currentTarget.value !== value && onSave(event.currentTarget.value)}
      />
    </WriteGate>
  )
}
