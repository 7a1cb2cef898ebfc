// Posts a document of any kind, and the look at what it would change of what was already told.
import { client } from '#renderer/lib/api.ts'
import { CallFailure } from '#renderer/lib/call-failure.ts'
import type { Day } from '#shared/dates.ts'
import type { PostedDocument, StockPreview } from '#shared/schemas/stock-documents.ts'
import type { StockPosting } from '#shared/schemas/stock-postings.ts'

export type Posted = { result: PostedDocument; operationId: number | null }

function postStock(posting: StockPosting): Promise<Posted> {
  const { stock } = client
  switch (posting.kind) {
    case 'receive':
      return stock.receive.mutate(posting.input)
    case 'issue':
      return stock.issue.mutate(posting.input)
    case 'transfer':
      return stock.transfer.mutate(posting.input)
    case 'arrive':
      return stock.arrive.mutate(posting.input)
    case 'settleTransit':
      return stock.settleTransit.mutate(posting.input)
    case 'adjust':
      return stock.adjust.mutate(posting.input)
    case 'returnFromCustomer':
      return stock.returnFromCustomer.mutate(posting.input)
    case 'returnToSupplier':
      return stock.returnToSupplier.mutate(posting.input)
    case 'assemble':
      return stock.assemble.mutate(posting.input)
    case 'reverse':
      return stock.reverse.mutate(posting.input)
  }
}

export type AskPreview = (preview: StockPreview) => Promise<boolean>

/** What is dated before today may change figures that were told since: these are shown first, and only a yes posts it. */
export async function postLookingFirst(posting: StockPosting, today: Day, ask: AskPreview): Promise<Posted> {
  if ('on' in posting.input && posting.input.on < today) {
    const preview = await client.stock.preview.mutate(posting)
    if (preview.isBackdated && !(await ask(preview))) {
      throw new CallFailure({ code: 'stock/not-posted', details: {} })
    }
  }
  return postStock(posting)
}
