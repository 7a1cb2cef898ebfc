import { QueryClient } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'
import { tableList } from '#main/db/table-list.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { withJobEvent } from '#renderer/lib/jobs.ts'
import { featureOfKey, handleEvent, isTouched } from '#renderer/lib/live-updates.ts'
import type { HostEvent } from '#shared/operation.ts'

const stale = (client: QueryClient, key: readonly unknown[]) =>
  client.getQueryState(key as unknown[])?.isInvalidated ?? 'gone'

function clientWith(...keys: (readonly unknown[])[]) {
  const client = new QueryClient()
  for (const key of keys) client.setQueryData(key as unknown[], 1)
  return client
}

const products = [['products', 'list'], { type: 'query' }]
const rates = [['rates', 'list'], { type: 'query' }]
const grid = [['grid', 'state'], { type: 'query' }]
const host = [['host', 'state'], { type: 'query' }]

describe('changed tables', () => {
  test('make the queries of the features that read them stale, and no others', () => {
    const client = clientWith(products, rates, grid)
    handleEvent(client, { type: 'changed', tables: ['products'] })
    expect(stale(client, products)).toBe(true)
    expect(stale(client, rates)).toBe(false)
    expect(stale(client, grid)).toBe(false)
  })

  test('reach features that look at the whole book, and features nobody named', () => {
    expect(isTouched('today', ['rates'])).toBe(true)
    expect(isTouched('history', ['contacts'])).toBe(true)
    expect(isTouched('a-feature-of-tomorrow', ['products'])).toBe(true)
  })

  test('reach versions whenever the document they are compared with may say something else', () => {
    for (const table of ['sales_orders', 'order_lines', 'parties', 'contacts', 'addresses', 'products'])
      expect([table, isTouched('versions', [table])]).toEqual([table, true])
    expect(isTouched('versions', ['tasks'])).toBe(false)
  })

  test('reach the timeline of records when something is on it, not when an alert is put aside or a list arranged', () => {
    const rules = Object.values(recordKindRules)
    const onRecords = rules.flatMap(({ table, children }) => [table, ...children.map((child) => child.table)])
    for (const table of [...onRecords, 'notes', 'record_attachments', 'document_versions', 'stock_movements'])
      expect([table, isTouched('timeline', [table])]).toEqual([table, true])
    for (const table of ['alert_marks', 'alert_settings', 'saved_views', 'import_mappings', 'paper_templates'])
      expect([table, isTouched('timeline', [table])]).toEqual([table, false])
  })

  test('never put back what this screen writes itself', () => {
    expect(isTouched('grid', ['grid_states'])).toBe(false)
    expect(isTouched('drafts', ['drafts'])).toBe(false)
  })

  test('of this copy alone (what was opened, the state of lists) leave the book’s figures as they are', () => {
    for (const table of ['recent_records', 'grid_states', 'drafts']) {
      expect(isTouched('today', [table])).toBe(false)
      expect(isTouched('a-feature-of-tomorrow', [table])).toBe(false)
    }
    expect(isTouched('today', ['recent_records', 'products'])).toBe(true)
    expect(isTouched('search', ['recent_records'])).toBe(true)
  })

  test('every table that people see is read by some list', () => {
    const unseen = [
      'attachments',
      'source_keys',
      'import_mappings',
      'people',
      'books',
      'product_barcodes',
      // Read by alerts, which look at the whole book.
      'alert_marks',
      'alert_settings',
      // Read by the history and by what is to be mended, which look at the whole book.
      'undoings',
      // Read by the analyses, which look at the whole book.
      'planning_settings',
      'class_runs',
      'class_run_items',
      'clash_marks',
    ]
    const records = ['products', 'categories', 'parties', 'orders', 'rates', 'tasks', 'papers', 'people', 'book']
    const lists = [
      ...records,
      'stock',
      'warehouses',
      'batches',
      'expected',
      'suppliers',
      'certificates',
      'offers',
      'requests',
      'purchases',
      'shipments',
      'carriers',
      'tracking',
      'offers',
      'certificates',
      // What hangs on a supplier or an order has no list of its own.
      'timeline',
      'receiving',
      'milestones',
      'inspections',
      'claims',
      'payments',
      'attachments',
      'notes',
      'versions',
      'views',
    ]
    const tables = Object.entries(tableList).filter(([, rule]) => rule.kind === 'record' || rule.kind === 'ledger')
    const forgotten = tables
      .map(([table]) => table)
      .filter((table) => !unseen.includes(table) && !lists.some((feature) => isTouched(feature, [table])))
    expect(forgotten).toEqual([])
  })
})

describe('another book', () => {
  test('takes everything of the old one away and asks the host again', () => {
    const client = clientWith(products, host)
    handleEvent(client, { type: 'book' })
    expect(stale(client, products)).toBe('gone')
    expect(stale(client, host)).toBe(true)
  })
})

test('keys start with the procedure’s path', () => {
  expect(featureOfKey([['orders', 'get'], {}])).toBe('orders')
  expect(featureOfKey([['parties', 'customer'], 'suggest', ''])).toBe('parties')
  expect(featureOfKey(['plain'])).toBe('plain')
})

describe('jobs', () => {
  const idle = { jobs: [], waitingFor: null }
  const running = { id: 'j', kind: 'imports.run', phase: 'rows', done: 1, total: 10, status: 'running' } as const
  const job = (status: 'running' | 'done' | 'failed'): HostEvent => ({ type: 'job', job: { ...running, status } })

  test('stand there while they run and go when they end', () => {
    const during = withJobEvent(idle, job('running'))
    expect(during.jobs).toHaveLength(1)
    expect(withJobEvent(during, job('running')).jobs).toHaveLength(1)
    expect(withJobEvent(during, job('done')).jobs).toEqual([])
    expect(withJobEvent(during, job('failed')).jobs).toEqual([])
  })

  test('hold a waiting change until the job it waits for ends', () => {
    const waiting = withJobEvent(withJobEvent(idle, job('running')), { type: 'waiting', job: 'j' })
    expect(waiting.waitingFor).toBe('j')
    expect(withJobEvent(waiting, job('done')).waitingFor).toBeNull()
    expect(withJobEvent(waiting, { type: 'waiting', job: null }).waitingFor).toBeNull()
    expect(withJobEvent(waiting, { type: 'book' })).toEqual(idle)
  })
})
