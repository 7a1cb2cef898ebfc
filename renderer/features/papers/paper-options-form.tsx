// Everything that can be chosen on one paper; the preview follows at once.
import { SegmentedControl, Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { recordText } from '#renderer/lib/paper-links.ts'
import {
  type PaperKind,
  type PaperOptions,
  type PaperStart,
  type PaperWish,
  paperKindFacts,
  paperKinds,
  paperLanguages,
} from '#shared/schemas/papers.ts'
import { LabelOptions } from './label-options.tsx'
import { OptionArea, OptionSwitch, type OptionsProps, OptionText, ValidUntil } from './option-fields.tsx'
import classes from './papers.module.css'
import { PriceListOptions } from './price-list-options.tsx'
import { PurchaseOptions, RequestOptions, StampChoice } from './purchase-options.tsx'
import { ShipmentOptions } from './shipment-options.tsx'
import { templateName } from './template-name.ts'

type PaperOptionsFormProps = { start: PaperStart; wish: PaperWish; onChange: (wish: PaperWish) => void }

export function PaperOptionsForm({ start, wish, onChange }: PaperOptionsFormProps) {
  const set = (options: Partial<PaperOptions>) => onChange({ ...wish, options: { ...wish.options, ...options } })
  return (
    <div className={classes.fields}>
      <LookChoice start={start} wish={wish} onChange={onChange} />
      {isOrderPaper(wish.kind) ? <OrderOptions wish={wish} set={set} bankAccounts={start.bankAccounts} /> : null}
      {paperKindFacts[wish.kind].records.includes('purchase') ? <PurchaseOptions wish={wish} set={set} /> : null}
      {wish.kind === 'quote_request' ? <RequestOptions wish={wish} set={set} /> : null}
      {wish.kind === 'price_list' ? <PriceListOptions wish={wish} set={set} /> : null}
      {wish.kind === 'product_labels' ? <LabelOptions wish={wish} set={set} /> : null}
      {wish.kind === 'count_sheet' ? <OptionSwitch name="openLinesOnly" wish={wish} set={set} /> : null}
      <ShipmentOptions wish={wish} set={set} />
      {withNote.has(wish.kind) ? <OptionArea name="note" wish={wish} set={set} /> : null}
    </div>
  )
}

const withNote: ReadonlySet<PaperKind> = new Set<PaperKind>([
  'count_sheet',
  'goods_note',
  'packing_list',
  'picking_list',
])

/** A picking list of an order says nothing of prices and terms. */
function isOrderPaper(kind: PaperKind): boolean {
  return paperKindFacts[kind].records.includes('order') && kind !== 'picking_list'
}

/** Another kind of paper of the same source. */
export function KindChoice({ wish }: { wish: PaperWish }) {
  const { t } = useText()
  const navigate = useNavigate()
  const choose = (kind: string | null) => {
    const record = wish.record ? recordText(wish.record) : undefined
    const search = { kind, record, ...(wish.versionId !== null && { version: wish.versionId }) }
    navigate({ to: '/papers/new', search: search as never, replace: true })
  }
  return (
    <Select
      label={t('papers.fields.kind')}
      data={paperKinds.map((kind) => ({ value: kind, label: t(`papers.kinds.${kind}`) }))}
      value={wish.kind}
      onChange={choose}
    />
  )
}

function LookChoice({ start, wish, onChange }: PaperOptionsFormProps) {
  const { t } = useText()
  return (
    <>
      <div>
        <p className={classes.label} id="paper-language">
          {t('papers.fields.language')}
        </p>
        <SegmentedControl
          fullWidth
          aria-labelledby="paper-language"
          data={paperLanguages.map((language) => ({ value: language, label: t(`papers.languages.${language}`) }))}
          value={wish.language}
          onChange={(language) => onChange({ ...wish, language: language as PaperWish['language'] })}
        />
      </div>
      <div className={classes.look}>
        <Select
          label={t('papers.fields.template')}
          data={start.templates.map((template) => ({ value: template.id, label: templateName(t, template) }))}
          value={wish.templateId}
          onChange={(templateId) => templateId && onChange({ ...wish, templateId })}
        />
        <Select
          label={t('papers.fields.pageSize')}
          data={paperKindFacts[wish.kind].pageSizes.map((size) => ({ value: size, label: t(`papers.sizes.${size}`) }))}
          value={wish.pageSize}
          onChange={(size) => size && onChange({ ...wish, pageSize: size as PaperWish['pageSize'] })}
        />
      </div>
    </>
  )
}

const incoterms = ['EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP']

function OrderOptions({ wish, set, bankAccounts }: OptionsProps & Pick<PaperStart, 'bankAccounts'>) {
  const { t } = useText()
  const { options } = wish
  return (
    <>
      <div className={classes.pair}>
        <Select
          label={t('papers.options.incoterm')}
          data={incoterms}
          value={options.incoterm || null}
          clearable
          searchable
          onChange={(incoterm) => set({ incoterm: incoterm ?? '' })}
        />
        <OptionText name="incotermPlace" wish={wish} set={set} />
      </div>
      {wish.kind === 'proforma_invoice' ? <ValidUntil wish={wish} set={set} /> : null}
      <OptionText name="paymentTerms" wish={wish} set={set} />
      <OptionText name="transport" wish={wish} set={set} />
      {wish.kind === 'commercial_invoice' ? <OptionArea name="marks" wish={wish} set={set} /> : null}
      <OptionArea name="note" wish={wish} set={set} />
      {bankAccounts.length > 1 ? (
        <Select
          label={t('papers.options.bankAccount')}
          data={bankAccounts.map(({ id, label }) => ({ value: String(id), label }))}
          value={options.bankAccountId === null ? null : String(options.bankAccountId)}
          placeholder={t('papers.options.bankByCurrency')}
          clearable
          onChange={(id) => set({ bankAccountId: id === null ? null : Number(id) })}
        />
      ) : null}
      <StampChoice wish={wish} set={set} />
    </>
  )
}
