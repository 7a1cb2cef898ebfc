// Where a record of any kind is opened.
import type { RecordRef, RecordTitle } from '#shared/schemas/records.ts'

export type RecordAddress = { to: string; params?: { id: string }; search?: Record<string, string | number> }

type Opened = RecordRef & Pick<Partial<RecordTitle>, 'role'>

const pages = {
  product: '/products/$id',
  order: '/orders/$id',
  purchase: '/purchases/$id',
  task: '/tasks',
  paper: '/papers/$id',
  document: '/stock/documents/$id',
  count: '/stock/counts/$id',
  batch: '/batches',
  expected: '/expected',
  offer: '/offers',
  request: '/requests/$id',
  certificate: '/certificates',
  decision: '/improvements',
  salesCost: '/sales-costs',
  settlement: '/settlements/$id',
  letter: '/dunning',
  shipment: '/shipments/$id',
  carrierService: '/carrier-services/$id',
} as const

const partyPages = { customer: '/customers/$id', supplier: '/suppliers/$id', carrier: '/carriers/$id' } as const

/** The screen of a record; the list it stands in where it has no page of its own. */
export function recordAddress({ kind, id, role }: Opened): RecordAddress {
  const params = { id: String(id) }
  switch (kind) {
    case 'product':
    case 'order':
    case 'purchase':
    case 'paper':
      return { to: pages[kind], params }
    case 'party':
      return { to: partyPages[role ?? 'supplier'], params }
    case 'task':
      return { to: pages.task, search: { id } }
    case 'category':
      return { to: '/categories' }
    case 'rate':
      return { to: '/rates', search: { id } }
    case 'company':
      return { to: '/company' }
    case 'person':
      return { to: '/people' }
    case 'document':
    case 'count':
    case 'request':
    case 'settlement':
    case 'shipment':
    case 'carrierService':
      return { to: pages[kind], params }
    case 'warehouse':
      return { to: '/warehouses' }
    case 'channel':
      return { to: '/channels' }
    case 'batch':
    case 'expected':
    case 'offer':
    case 'certificate':
    case 'decision':
    case 'salesCost':
    case 'letter':
      return { to: pages[kind], search: { id } }
    // They stand on the page of their order, which the list finds.
    case 'milestone':
    case 'inspection':
    case 'claim':
      return { to: '/purchases', search: { [kind]: id } }
    case 'payment':
      return { to: '/payables', search: { payment: id } }
  }
}

const kindsOfLists: Readonly<Record<string, RecordRef['kind']>> = {
  products: 'product',
  orders: 'order',
  purchases: 'purchase',
  papers: 'paper',
  customers: 'party',
  suppliers: 'party',
  carriers: 'party',
  tasks: 'task',
  batches: 'batch',
  expected: 'expected',
  offers: 'offer',
  requests: 'request',
  certificates: 'certificate',
  improvements: 'decision',
  'sales-costs': 'salesCost',
  settlements: 'settlement',
  dunning: 'letter',
  shipments: 'shipment',
  'carrier-services': 'carrierService',
}

/** The record that an address shows, on a page of its own or beside its list; null where it shows none. */
export function recordAtAddress(pathname: string, search: { id?: unknown }): RecordRef | null {
  const [, list = '', page] = pathname.split('/')
  const kind = kindsOfLists[list]
  const id = Number(page ?? search.id)
  return kind && Number.isSafeInteger(id) && id > 0 ? { kind, id } : null
}
