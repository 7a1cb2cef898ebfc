// A freight bill for many shipments: pasted, looked through line by line, then written as what they really cost.
import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type BillLine, type BillsPreview, billsInput } from '#shared/schemas/charges.ts'
import { type ChargeKind, chargeKinds } from '#shared/schemas/shipment-words.ts'
import classes from './charges.module.css'

type BillForm = {
  text: string
  kind: ChargeKind
  party: PickerOption | null
  currency: string
  billedOn: string
  reference: string
}

export function BillsScreen() {
  const { t } = useText()
  const today = useToday()
  const { baseCurrency } = useBook()
  const [form, setForm] = useState<BillForm>({
    ...{ text: '', kind: 'freight', party: null, currency: baseCurrency, billedOn: today, reference: '' },
  })
  const set = (part: Partial<BillForm>) => setForm((before) => ({ ...before, ...part }))
  const read = billsInput.safeParse({
    ...form,
    partyId: form.party?.id ?? null,
    billedOn: typedDay(form.billedOn),
  })
  const bill = useDeferredValue(read.success && form.text.trim() !== '' ? read.data : null)
  const query = useQuery({
    ...trpc.charges.previewBills.queryOptions(bill ?? ({} as never)),
    enabled: bill !== null,
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={t('charges.bills.title')} subtitle={t('charges.bills.subtitle')}>
      <div className={classes.stack}>
        <BillHead form={form} set={set} isDay={typedDay(form.billedOn) !== ''} />
        <Textarea
          label={t('charges.bills.text')}
          placeholder={t('charges.bills.example')}
          minRows={6}
          maxRows={14}
          autosize
          value={form.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        {bill === null ? (
          <p className="q-quiet">{t('charges.bills.hint')}</p>
        ) : (
          <QueryState query={query}>
            {(preview) => <Preview preview={preview} bill={bill} onPosted={() => set({ text: '', reference: '' })} />}
          </QueryState>
        )}
      </div>
    </Page>
  )
}

type HeadProps = { form: BillForm; set: (part: Partial<BillForm>) => void; isDay: boolean }

function BillHead({ form, set, isDay }: HeadProps) {
  const { t } = useText()
  return (
    <div className={classes.fields}>
      <PartyPicker
        partyRole="carrier"
        label={t('charges.fields.party')}
        value={form.party}
        onChange={(party) => set({ party })}
      />
      <TextInput
        label={t('charges.fields.reference')}
        value={form.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
      />
      <DayInput
        label={t('charges.fields.billedOn')}
        required
        value={form.billedOn}
        onChange={(billedOn) => set({ billedOn })}
        error={isDay ? undefined : t('fields.errors.required')}
      />
      <CurrencySelect
        label={t('charges.fields.currency')}
        value={form.currency}
        onChange={(currency) => set({ currency })}
      />
      <Select
        label={t('charges.fields.kind')}
        allowDeselect={false}
        data={chargeKinds.map((kind) => ({ value: kind, label: t(`charges.kinds.${kind}`) }))}
        value={form.kind}
        onChange={(kind) => kind && set({ kind: kind as ChargeKind })}
      />
    </div>
  )
}

type PreviewProps = {
  preview: BillsPreview
  bill: Parameters<typeof client.charges.postBills.mutate>[0]
  onPosted: () => void
}

function Preview({ preview, bill, onPosted }: PreviewProps) {
  const text = useText()
  const { t, format } = text
  const posting = useMutation({
    mutationFn: () => client.charges.postBills.mutate(bill),
    onSuccess: ({ result, operationId }) => {
      const count = { count: result.shipments, formatted: format.number(result.shipments) }
      sayUndoable(text, t('charges.bills.posted', count), operationId)
      onPosted()
    },
    onError: (error) => sayError(t, error),
  })
  const { lines, ready, total, currency } = preview
  return (
    <>
      <ScrollRegion name={t('charges.bills.lines')} className={classes.frame ?? ''}>
        <table className={classes.table} aria-label={t('charges.bills.lines')}>
          <thead>
            <tr>
              <th scope="col">{t('charges.bills.line')}</th>
              <th scope="col">{t('charges.bills.named')}</th>
              <th scope="col">{t('charges.bills.shipment')}</th>
              <th scope="col" data-numeric>
                {t('charges.fields.actual')}
              </th>
              <th scope="col" data-numeric>
                {t('charges.fields.estimate')}
              </th>
              <th scope="col">{t('charges.bills.state')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.line} line={line} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <div className={classes.actions}>
        <WriteGate>
          <Button variant="filled" disabled={ready === 0} loading={posting.isPending} onClick={() => posting.mutate()}>
            {t('charges.bills.post', { count: ready, formatted: format.number(ready) })}
          </Button>
        </WriteGate>
        <p className="q-quiet" role="status">
          {t('charges.bills.ready', { ready: format.number(ready), all: format.number(lines.length) })}
          {total === '' ? '' : ` · ${format.money(total, currency)}`}
        </p>
      </div>
    </>
  )
}

function Line({ line }: { line: BillLine }) {
  const { t, format } = useText()
  return (
    <tr>
      <td>{format.number(line.line)}</td>
      <th scope="row">{line.named}</th>
      <td>
        {line.shipmentId === null ? (
          '—'
        ) : (
          <Link className="q-link" to="/shipments/$id" params={{ id: String(line.shipmentId) }}>
            {line.number}
          </Link>
        )}
      </td>
      <td data-numeric>{line.amount === null ? '—' : format.money(line.amount, line.currency)}</td>
      <td data-numeric>
        {line.estimate === null ? '—' : format.money(line.estimate.amount, line.estimate.currency)}
        {line.variancePercent === null ? null : (
          <span className={classes.quiet}>{format.percent(line.variancePercent)}</span>
        )}
      </td>
      <td>
        {line.problem === null ? (
          t(line.chargeId === null ? 'charges.bills.new' : 'charges.bills.actual')
        ) : (
          <span className={classes.warn}>{t(`charges.bills.problems.${line.problem}`)}</span>
        )}
      </td>
    </tr>
  )
}
