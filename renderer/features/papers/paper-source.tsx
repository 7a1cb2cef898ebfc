// What a paper is made of: its order, or its products.
import { Button, NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { recordText } from '#renderer/lib/paper-links.ts'
import { Picker, type PickerOption } from '#renderer/ui/picker.tsx'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import type { OrderRow } from '#shared/schemas/orders.ts'
import { type PaperWish, paperKindFacts } from '#shared/schemas/papers.ts'
import classes from './papers.module.css'
import { withCopies } from './wish-start.ts'

type PaperSourceProps = { wish: PaperWish; onChange: (wish: PaperWish) => void }

export function PaperSource({ wish, onChange }: PaperSourceProps) {
  const { records } = paperKindFacts[wish.kind]
  if (records.includes('shipment') && wish.record?.kind !== 'order') return <RecordSource wish={wish} kind="shipment" />
  if (records.includes('order')) return <RecordSource wish={wish} kind="order" />
  if (records.includes('count')) return <RecordSource wish={wish} kind="count" />
  if (records.includes('document')) return <RecordSource wish={wish} kind="document" />
  if (records.includes('purchase')) return <RecordSource wish={wish} kind="purchase" />
  if (records.includes('letter')) return <RecordSource wish={wish} kind="letter" />
  if (records.includes('request')) return <RecordSource wish={wish} kind="request" />
  return <ProductSource wish={wish} onChange={onChange} />
}

/** The record's number is asked for: the address holds its id only. */
function RecordSource({ wish, kind }: { wish: PaperWish; kind: keyof typeof pickers }) {
  const { t } = useText()
  const { Picker: RecordPicker, label } = pickers[kind]
  const navigate = useNavigate()
  const { data: titles } = useQuery(
    trpc.records.titles.queryOptions({ records: wish.record ? [wish.record] : [] }, { enabled: wish.record !== null }),
  )
  const title = titles?.[0]
  const chosen = wish.record && title ? { id: wish.record.id, name: title.code } : null
  const choose = (option: PickerOption | null) => {
    const record = option ? recordText({ kind, id: option.id }) : undefined
    navigate({ to: '/papers/new', search: { kind: wish.kind, record }, replace: true })
  }
  return (
    <RecordPicker
      label={t(label)}
      description={wish.versionId === null ? undefined : t('papers.oldVersion')}
      value={chosen}
      onChange={choose}
      my="md"
    />
  )
}

export function OrderPicker(props: Omit<Parameters<typeof Picker>[0], 'suggest' | 'source'>) {
  const { language } = useText()
  const customerOf = (row: OrderRow) => nameIn(language, { name: row.customer, nameZh: row.customerZh })
  const suggest = async (text: string) => {
    const { rows } = await client.orders.list.query({ search: text, limit: 20 })
    return rows.map((row) => ({ id: row.id, name: row.number, detail: `${customerOf(row)} ${row.orderedOn}`.trim() }))
  }
  return <Picker {...props} suggest={suggest} source={['orders', 'for-papers', language]} />
}

function CountPicker(props: Omit<Parameters<typeof Picker>[0], 'suggest' | 'source'>) {
  const suggest = async (text: string) => {
    const { rows } = await client.counting.list.query({ search: text, limit: 20 })
    return rows.map((row) => ({ id: row.id, name: row.number, detail: `${row.warehouse} ${row.on}`.trim() }))
  }
  return <Picker {...props} suggest={suggest} source={['counting', 'for-papers']} />
}

function DocumentPicker(props: Omit<Parameters<typeof Picker>[0], 'suggest' | 'source'>) {
  const { t, language } = useText()
  const suggest = async (text: string) => {
    const { rows } = await client.stock.documents.query({ search: text, limit: 20 })
    return rows.map((row) => {
      const party = nameIn(language, { name: row.party, nameZh: row.partyZh })
      return { id: row.id, name: row.number, detail: [t(`stock.kinds.${row.kind}`), party, row.on].join(' ').trim() }
    })
  }
  return <Picker {...props} suggest={suggest} source={['stock', 'for-papers', language]} />
}

function PurchasePicker(props: Omit<Parameters<typeof Picker>[0], 'suggest' | 'source'>) {
  const { language } = useText()
  const suggest = async (text: string) => {
    const { rows } = await client.purchases.list.query({ search: text, limit: 20 })
    return rows.map((row) => {
      const supplier = nameIn(language, { name: row.supplier, nameZh: row.supplierZh })
      return { id: row.id, name: row.number, detail: `${supplier} ${row.orderedOn}`.trim() }
    })
  }
  return <Picker {...props} suggest={suggest} source={['purchases', 'for-papers', language]} />
}

function RequestPicker(props: Omit<Parameters<typeof Picker>[0], 'suggest' | 'source'>) {
  const suggest = async (text: string) => {
    const { rows } = await client.requests.list.query({ search: text, limit: 20 })
    return rows.map((row) => ({ id: row.id, name: row.number, detail: `${row.title} ${row.requestedOn}`.trim() }))
  }
  return <Picker {...props} suggest={suggest} source={['requests', 'for-papers']} />
}

function LetterPicker(props: Omit<Parameters<typeof Picker>[0], 'suggest' | 'source'>) {
  const { language } = useText()
  const suggest = async (text: string) => {
    const letters = await client.receivables.letters.query({ limit: 200 })
    const told = letters.map((letter) => {
      const customer = nameIn(language, { name: letter.customer, nameZh: letter.customerZh })
      return { id: letter.id, name: letter.number, detail: `${customer} ${letter.asOf}` }
    })
    const wanted = text.toLowerCase()
    return told.filter(({ name, detail }) => `${name} ${detail}`.toLowerCase().includes(wanted)).slice(0, 20)
  }
  return <Picker {...props} suggest={suggest} source={['receivables', 'for-papers', language]} />
}

function ShipmentPicker(props: Omit<Parameters<typeof Picker>[0], 'suggest' | 'source'>) {
  const { language } = useText()
  const suggest = async (text: string) => {
    const { rows } = await client.shipments.list.query({ search: text, limit: 20 })
    return rows.map((row) => {
      const to = nameIn(language, { name: row.to, nameZh: row.toZh })
      return { id: row.id, name: row.number, detail: [to, row.sentOn ?? row.plannedOn].filter(Boolean).join(' ') }
    })
  }
  return <Picker {...props} suggest={suggest} source={['shipments', 'for-papers', language]} />
}

const pickers = {
  shipment: { Picker: ShipmentPicker, label: 'papers.fields.shipment' },
  order: { Picker: OrderPicker, label: 'papers.fields.record' },
  count: { Picker: CountPicker, label: 'papers.fields.count' },
  document: { Picker: DocumentPicker, label: 'papers.fields.document' },
  purchase: { Picker: PurchasePicker, label: 'papers.fields.purchase' },
  request: { Picker: RequestPicker, label: 'papers.fields.request' },
  letter: { Picker: LetterPicker, label: 'papers.fields.letter' },
} as const

/** More are counted, not listed. */
const mostListed = 50

function ProductSource({ wish, onChange }: PaperSourceProps) {
  const { t, format } = useText()
  const isLabels = wish.kind === 'product_labels'
  const { products, productQuery } = wish
  const add = (option: PickerOption | null) => {
    if (!option || products.some((one) => one.productId === option.id)) return
    onChange({ ...wish, productQuery: null, products: [...products, { productId: option.id, copies: 1 }] })
  }
  return (
    <section className={classes.products} aria-label={t('papers.products.title')}>
      <p>
        {productQuery
          ? t('papers.products.all')
          : t('papers.products.count', { count: products.length, formatted: format.number(products.length) })}
      </p>
      {products.length > 0 && products.length <= mostListed ? (
        <ProductRows wish={wish} onChange={onChange} isLabels={isLabels} />
      ) : null}
      <ProductPicker label={t('papers.products.add')} value={null} onChange={add} dropdownWidth={292} />
      {isLabels && products.length > 1 ? (
        <NumberInput
          label={t('papers.products.copiesOfAll')}
          min={1}
          max={1000}
          allowDecimal={false}
          onChange={(copies) => {
            if (typeof copies !== 'number' || copies < 1) return
            onChange({ ...wish, products: products.map((one) => ({ ...one, copies: Math.min(copies, 1000) })) })
          }}
        />
      ) : null}
    </section>
  )
}

function ProductRows({ wish, onChange, isLabels }: PaperSourceProps & { isLabels: boolean }) {
  const { t, language } = useText()
  const records = wish.products.map(({ productId }) => ({ kind: 'product' as const, id: productId }))
  const { data: titles } = useQuery(trpc.records.titles.queryOptions({ records }))
  return (
    <ul className={classes.list}>
      {wish.products.map(({ productId, copies }) => {
        const title = titles?.find((one) => one.id === productId)
        const code = title?.code ?? ''
        return (
          <li key={productId}>
            <span className={classes.productName} title={title ? nameIn(language, title) : undefined}>
              {code}
            </span>
            {isLabels ? (
              <NumberInput
                aria-label={t('papers.products.copies', { name: code })}
                className={classes.copies}
                min={1}
                max={1000}
                allowDecimal={false}
                value={copies}
                onChange={(next) =>
                  typeof next === 'number' && onChange(withCopies(wish, productId, Math.max(1, next)))
                }
              />
            ) : null}
            <Button
              variant="subtle"
              aria-label={t('papers.products.remove', { name: code })}
              onClick={() => onChange(withCopies(wish, productId, 0))}
            >
              ×
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
