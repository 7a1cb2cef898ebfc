// A paper before it is issued: the page as it will be printed, what is missing on it, and everything that can be chosen.
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { chosenProducts } from '#renderer/lib/chosen-products.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { PaperKind, PaperStart, PaperWish } from '#shared/schemas/papers.ts'
import { IssueButton } from './issue-button.tsx'
import { type PaperAddress, recordOf, recordsOf } from './paper-address.ts'
import { KindChoice, PaperOptionsForm } from './paper-options-form.tsx'
import { PaperOutput } from './paper-output.tsx'
import { PaperSource } from './paper-source.tsx'
import { PaperWarnings } from './paper-warnings.tsx'
import classes from './papers.module.css'
import { printable } from './print-paper.ts'
import { PaperSheets } from './sheets/paper-sheets.tsx'
import { usePaperPreview } from './use-paper-preview.ts'
import { alsoFor, recordFor, wishedProducts } from './wish-start.ts'

export function NewPaperScreen() {
  const address = useSearch({ strict: false }) as PaperAddress
  const kind: PaperKind = address.kind ?? 'proforma_invoice'
  const record = recordOf(address.record)
  const asked = { kind, record: recordFor(kind, record), versionId: address.version ?? null }
  const start = useQuery(trpc.papers.start.queryOptions(asked))
  const ticked = useQuery({ queryKey: [['drafts', 'chosen']], queryFn: chosenProducts, staleTime: 0, gcTime: 0 })
  return (
    <QueryState query={start}>
      {(found) => (
        <QueryState query={ticked}>
          {(ids) => (
            <DraftPaper
              // Another source or another kind begins anew.
              key={JSON.stringify(asked) + (record?.id ?? '') + (address.also ?? '')}
              start={found}
              given={{ ...wishedProducts(kind, record, ids), also: alsoFor(kind, recordsOf(address.also)) }}
            />
          )}
        </QueryState>
      )}
    </QueryState>
  )
}

type DraftPaperProps = { start: PaperStart; given: Pick<PaperWish, 'products' | 'productQuery' | 'also'> }

function DraftPaper({ start, given }: DraftPaperProps) {
  const { t } = useText()
  const [wish, setWish] = useState<PaperWish>({ ...start.wish, ...given })
  const preview = usePaperPreview(wish)
  const page = printable(preview)
  const isSample = isOfSample(wish)
  const title = t(`papers.kinds.${wish.kind}`)
  const mark = t(`papers.marks.draft.${wish.language}`)
  const name = t('papers.preview', { name: title })
  return (
    <Page
      name={title}
      title={title}
      subtitle={t('papers.draftText')}
      actions={
        <>
          <PaperOutput asked={{ wish, mark }} page={page} />
          <IssueButton wish={wish} warnings={preview.data?.warnings ?? []} disabled={isSample || !page} />
        </>
      }
      fills
    >
      <div className={classes.split}>
        <div className={classes.sheets}>
          <QueryState query={preview}>
            {({ html }) => <PaperSheets html={html} name={name} mark={mark} isStale={preview.isStale} />}
          </QueryState>
        </div>
        <aside className={classes.side} aria-label={t('papers.choices')}>
          {preview.error && preview.data ? <Notice tone="bad">{errorMessage(t, preview.error)}</Notice> : null}
          <PaperWarnings warnings={preview.data?.warnings ?? []} isSample={isSample} />
          <KindChoice wish={wish} />
          <PaperSource wish={wish} onChange={setWish} />
          <PaperOptionsForm start={start} wish={wish} onChange={setWish} />
        </aside>
      </div>
    </Page>
  )
}

/** Of the sample order, or of no product at all: to look at, not to issue. */
function isOfSample({ kind, record, products, productQuery }: PaperWish): boolean {
  if (kind === 'price_list' || kind === 'product_labels') return products.length === 0 && productQuery === null
  return record === null
}
