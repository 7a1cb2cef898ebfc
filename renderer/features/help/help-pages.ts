// Which page of help belongs to which screen. Every address of the program has one (a test).

export type HelpPage = {
  /** The file's name in pages/<language>/. */
  key: string
  /** Addresses whose help it is; `*` stands for any one part. None for what is not a screen of its own. */
  screens: readonly string[]
}

/** In the order of the seller's day, as the table of contents shows them. */
export const helpPages: readonly HelpPage[] = [
  { key: 'today', screens: ['/'] },
  { key: 'tasks', screens: ['/tasks', '/tasks/*', '/tasks/*/*'] },
  { key: 'calendar', screens: ['/calendar'] },
  { key: 'orders', screens: ['/orders', '/orders/*'] },
  { key: 'dispatch', screens: ['/orders/*/dispatch'] },
  { key: 'credit', screens: ['/orders/*/credit', '/credits/new'] },
  { key: 'order-form', screens: ['/orders/new', '/orders/*/edit'] },
  { key: 'channels', screens: ['/channels'] },
  { key: 'customers', screens: ['/customers', '/customers/*', '/customers/*/*'] },
  { key: 'customer-overview', screens: ['/customers/overview'] },
  { key: 'customer-data', screens: ['/customers/*/privacy'] },
  { key: 'sales', screens: ['/sales'] },
  { key: 'sales-costs', screens: ['/sales-costs'] },
  { key: 'settlements', screens: ['/settlements', '/settlements/*'] },
  { key: 'sales-settings', screens: ['/sales/settings'] },
  { key: 'papers', screens: ['/papers', '/papers/*'] },
  { key: 'paper-templates', screens: ['/papers/templates', '/papers/templates/*', '/papers/templates/*/*'] },
  { key: 'products', screens: ['/products', '/products/*'] },
  { key: 'product-form', screens: ['/products/new', '/products/*/edit'] },
  { key: 'categories', screens: ['/categories'] },
  { key: 'stock', screens: ['/stock', '/stock/*'] },
  { key: 'stock-documents', screens: ['/stock/documents', '/stock/documents/*'] },
  { key: 'stock-document-form', screens: ['/stock/documents/new'] },
  { key: 'counting', screens: ['/stock/counts', '/stock/counts/*'] },
  { key: 'stock-periods', screens: ['/stock/periods'] },
  { key: 'warehouses', screens: ['/warehouses'] },
  { key: 'batches', screens: ['/batches'] },
  { key: 'expected', screens: ['/expected', '/expected/*', '/expected/*/*'] },
  { key: 'sent-list', screens: ['/shipments/sent-list'] },
  { key: 'packing', screens: ['/shipments/*/pack'] },
  { key: 'files-out', screens: ['/shipments/files'] },
  { key: 'shipments', screens: ['/shipments', '/shipments/*'] },
  { key: 'shipment-form', screens: ['/shipments/new', '/shipments/*/edit'] },
  { key: 'shipment-board', screens: ['/shipments/board'] },
  { key: 'shipment-map', screens: ['/shipments/map'] },
  { key: 'tracking', screens: ['/tracking'] },
  { key: 'tracking-rules', screens: ['/tracking/rules'] },
  { key: 'freight-quote', screens: ['/freight-quote'] },
  { key: 'carrier-services', screens: ['/carrier-services', '/carrier-services/*', '/carrier-services/*/*'] },
  { key: 'freight-bills', screens: ['/freight-bills'] },
  { key: 'lanes', screens: ['/lanes'] },
  { key: 'suppliers', screens: ['/suppliers', '/suppliers/*', '/suppliers/*/*'] },
  { key: 'buying-rules', screens: ['/suppliers/rules'] },
  { key: 'certificates', screens: ['/certificates'] },
  { key: 'purchases', screens: ['/purchases', '/purchases/*'] },
  { key: 'purchase-form', screens: ['/purchases/new', '/purchases/*/edit'] },
  { key: 'receiving', screens: ['/purchases/*/receive'] },
  { key: 'payables', screens: ['/payables'] },
  { key: 'receivables', screens: ['/receivables', '/receivables/settings'] },
  { key: 'dunning', screens: ['/dunning'] },
  { key: 'scores', screens: ['/scores', '/scores/*'] },
  { key: 'score-rules', screens: ['/scores/criteria'] },
  { key: 'improvements', screens: ['/improvements'] },
  { key: 'offers', screens: ['/offers', '/offers/*', '/offers/*/*'] },
  { key: 'requests', screens: ['/requests', '/requests/*', '/requests/*/*'] },
  { key: 'carriers', screens: ['/carriers', '/carriers/*', '/carriers/*/*'] },
  { key: 'abc', screens: ['/abc'] },
  { key: 'classes', screens: ['/classes'] },
  { key: 'stock-reports', screens: ['/stock/reports'] },
  { key: 'replenishment', screens: ['/replenishment'] },
  { key: 'forecast', screens: ['/products/*/forecast'] },
  { key: 'planning', screens: ['/planning'] },
  { key: 'first-look', screens: ['/saw'] },
  { key: 'costs', screens: ['/costs'] },
  { key: 'safety', screens: [] },
  { key: 'history', screens: ['/history'] },
  { key: 'bin', screens: ['/bin'] },
  { key: 'backups', screens: ['/backups'] },
  { key: 'health', screens: ['/health'] },
  { key: 'proof', screens: ['/book/heads'] },
  { key: 'sharing', screens: [] },
  { key: 'copies', screens: ['/copies'] },
  { key: 'merge', screens: ['/merge'] },
  { key: 'clashes', screens: ['/clashes'] },
  { key: 'book-places', screens: [] },
  { key: 'import', screens: ['/import'] },
  { key: 'rates', screens: ['/rates'] },
  { key: 'company', screens: ['/company'] },
  { key: 'people', screens: ['/people', '/people/*', '/people/*/*'] },
  { key: 'alerts', screens: ['/alerts'] },
  { key: 'lists', screens: [] },
  { key: 'records', screens: [] },
  { key: 'search', screens: [] },
  { key: 'keyboard', screens: [] },
]

/** The page for an address: that of the screen that names most of it; the first page where none does. */
export function helpPageOf(pathname: string): string {
  const fitting = helpPages
    .flatMap(({ key, screens }) => screens.map((screen) => ({ key, screen })))
    .filter(({ screen }) => fits(screen, pathname))
    .sort((left, right) => wildcards(left.screen) - wildcards(right.screen))
  return fitting[0]?.key ?? 'today'
}

function fits(screen: string, pathname: string): boolean {
  const parts = screen.split('/')
  const given = pathname.replace(/(.)\/$/, '$1').split('/')
  return parts.length === given.length && parts.every((part, at) => part === '*' || part === given[at])
}

function wildcards(screen: string): number {
  return screen.split('*').length - 1
}
