// Writes a stock document of any kind: goods received, issued, moved, adjusted, sent back, kits put together.
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDrafts, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { sayAll } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { blameStock } from './blame.ts'
import { DocumentFields } from './document-form.tsx'
import { type FormKind, formKinds, type NewDocumentAddress, readNewDocument } from './form-kinds.ts'
import { useLaterFigures } from './later-figures.tsx'
import { orderGoods } from './order-field.tsx'
import { type Posted, postLookingFirst } from './post-stock.ts'
import { isShortage, ShortageNotice } from './shortage-notice.tsx'
import { newStockForm, newStockLine, readStockForm, type StockForm } from './stock-form-values.ts'

export function NewDocumentScreen() {
  const { t } = useText()
  const address = readNewDocument(useSearch({ strict: false }))
  const kind = address.kind ?? 'receipt'
  return (
    <Page title={t(`stock.new.${kind}`)} actions={<KindMenu kind={kind} />}>
      <DocumentStart key={JSON.stringify([kind, address])} kind={kind} address={address} />
    </Page>
  )
}

/** From one kind of document to another; what was written in each stays as its draft. */
function KindMenu({ kind }: { kind: FormKind }) {
  const { t } = useText()
  const navigate = useNavigate()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} stroke={1.5} />}>{t('stock.form.otherKind')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formKinds
          .filter((one) => one !== kind)
          .map((one) => (
            <Menu.Item key={one} onClick={() => navigate({ to: '/stock/documents/new', search: { kind: one } })}>
              {t(`stock.kinds.${one}`)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}

type StartProps = { kind: FormKind; address: NewDocumentAddress }

function DocumentStart({ kind, address }: StartProps) {
  const start = useStart(address)
  const { product, order, warehouse } = address
  const name = [
    'stock',
    kind,
    ...Object.entries({ product, order, warehouse }).flatMap(([key, id]) => (id ? [`${key}-${id}`] : [])),
  ]
  const drafts = useDraft(name.join('/'), start)
  if (start === undefined || drafts === undefined) return <LoadingState />
  return <DocumentEditor kind={kind} name={name.join('/')} initial={start} drafts={drafts} />
}

/** What the form begins with, the product or order that the address names filled in; undefined while that is read. */
function useStart({ product, order, warehouse }: NewDocumentAddress): StockForm | undefined {
  const { language } = useText()
  const { baseCurrency } = useBook()
  const today = useToday()
  const query = useQuery({
    queryKey: [['stock', 'start'], product, order, language],
    queryFn: () => startOf({ product, order }, language),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (query.data === undefined) return undefined
  return { ...newStockForm(today, baseCurrency, warehouse), ...query.data }
}

async function startOf(
  { product, order }: Pick<NewDocumentAddress, 'product' | 'order'>,
  language: ReturnType<typeof useText>['language'],
): Promise<Partial<StockForm>> {
  if (order) {
    const found = await orderGoods(order, language)
    return found
      ? { order: found.order, party: found.party, ...(found.lines.length > 0 && { lines: found.lines }) }
      : {}
  }
  if (!product) return {}
  const found = await client.products.get.query({ id: product }).catch(() => null)
  if (!found) return {}
  const option = {
    id: found.id,
    name: found.sku,
    detail: nameIn(language, { name: found.nameEn, nameZh: found.nameZh }),
  }
  const line = newStockLine('first', { product: option, unit: found.unit, tracking: found.tracking })
  return found.kind === 'kit' ? { kit: { ...line, key: 'kit' }, lines: [line] } : { lines: [line] }
}

type EditorProps = { kind: FormKind; name: string; initial: StockForm; drafts: KeptDrafts<StockForm> }

function DocumentEditor({ kind, name, initial, drafts }: EditorProps) {
  const text = useText()
  const { t } = text
  const { baseCurrency } = useBook()
  const today = useToday()
  const navigate = useNavigate()
  const later = useLaterFigures()
  const state = useRecordForm({
    name,
    initial,
    drafts,
    read: (form: StockForm) => readStockForm(kind, form, baseCurrency),
    blame: (failure, form) => blameStock(t, failure, form),
    save: (posting) => postLookingFirst(posting, today, later.ask),
    onSaved: ({ result, operationId }: Posted) => {
      sayUndoable(text, t('stock.form.posted', { number: result.number }), operationId)
      sayAll(
        'yellow',
        result.warnings.map((warning) => errorMessage(t, warning)),
      )
      navigate({ to: '/stock/documents/$id', params: { id: String(result.id) } })
    },
  })
  const isShort = isShortage(state.failure)
  return (
    <>
      <RecordForm
        state={isShort ? { ...state, failure: null } : state}
        onCancel={() => navigate({ to: '/stock/documents' })}
        label={t(`stock.new.${kind}`)}
        saveLabel={t('stock.form.post')}
      >
        <DocumentFields kind={kind} form={state.form} notice={<ShortageNotice error={state.failure} />} />
      </RecordForm>
      {later.dialog}
    </>
  )
}
