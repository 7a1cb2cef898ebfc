// The one list of calls that every way into the program passes: direct, worker threads, HTTP, Electron's IPC.
import type { Envelope, Reply } from '#shared/operation.ts'

export type Call = (envelope: Envelope) => Promise<Reply>

/** What the cases need of a test runner; vitest's `expect` has it, and Playwright's, which runs them in the window. */
export type Expect = (value: unknown) => {
  toBe(expected: unknown): unknown
  toEqual(expected: unknown): unknown
  toMatchObject(expected: object): unknown
}

type TransportCase = { name: string; run: (call: Call, expect: Expect) => Promise<void> }

let nextId = 0

export function envelope(kind: Envelope['kind'], path: string, input?: unknown): Envelope {
  nextId += 1
  return { id: nextId, kind, path, input }
}

/** The data of a reply that must be a good one. */
export async function dataOf<Data>(call: Call, ...parts: Parameters<typeof envelope>): Promise<Data> {
  const reply = await call(envelope(...parts))
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.data as Data
}

export const transportCases: readonly TransportCase[] = [
  {
    name: 'a mutation is seen by the next query',
    async run(call, expect) {
      const { id } = await dataOf<{ id: number }>(call, 'mutation', 'products.add', {
        sku: 'T-1',
        nameEn: 'Mug',
        nameZh: '马克杯',
      })
      const product = await dataOf<{ nameZh: string }>(call, 'query', 'products.get', { id })
      expect(product.nameZh).toBe('马克杯')
    },
  },
  {
    name: 'the reply carries the id of its call',
    async run(call, expect) {
      const sent = envelope('query', 'products.list', {})
      expect((await call(sent)).id).toBe(sent.id)
    },
  },
  {
    name: 'many calls at once each get their own answer',
    async run(call, expect) {
      const names = Array.from({ length: 20 }, (_, index) => `Many ${index}`)
      const made = await Promise.all(
        names.map((nameEn, index) =>
          dataOf<{ id: number }>(call, 'mutation', 'products.add', { sku: `M-${index}`, nameEn }),
        ),
      )
      const products = await Promise.all(
        made.map(({ id }) => dataOf<{ nameEn: string }>(call, 'query', 'products.get', { id })),
      )
      expect(products.map((product) => product.nameEn)).toEqual(names)
    },
  },
  {
    name: 'an expected failure arrives as its code and details',
    async run(call, expect) {
      await dataOf(call, 'mutation', 'products.add', { sku: 'TWICE' })
      const reply = await call(envelope('mutation', 'products.add', { sku: 'TWICE' }))
      expect(reply).toMatchObject({ ok: false, error: { code: 'catalog/sku-taken', details: { sku: 'TWICE' } } })
    },
  },
  {
    name: 'bad input names the field',
    async run(call, expect) {
      const reply = await call(
        envelope('mutation', 'products.add', { sku: '  ', price: { amount: 'x', currency: 'USD' } }),
      )
      expect(reply).toMatchObject({ ok: false, error: { code: 'input/invalid' } })
      const paths = reply.ok ? [] : (reply.error.issues ?? []).map((issue) => issue.path)
      expect(['sku', 'price.amount'].filter((path) => !paths.includes(path))).toEqual([])
    },
  },
  {
    name: 'a mutation called as a query is not found, and writes nothing',
    async run(call, expect) {
      const reply = await call(envelope('query', 'products.add', { sku: 'SNEAK' }))
      expect(reply).toMatchObject({ ok: false, error: { code: 'call/unknown' } })
      const { total } = await dataOf<{ total: number }>(call, 'query', 'products.list', { search: 'SNEAK' })
      expect(total).toBe(0)
    },
  },
  {
    name: 'an unknown procedure is said so',
    async run(call, expect) {
      expect(await call(envelope('query', 'nothing.here'))).toMatchObject({
        ok: false,
        error: { code: 'call/unknown' },
      })
    },
  },
]
