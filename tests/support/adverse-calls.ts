// Everything of a running program that writes, tried one after the other on a disk that may not take it.
import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Failure } from '#shared/errors.ts'
import english from '#shared/i18n/en/errors.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/errors.json' with { type: 'json' }
import type { Reply } from '#shared/operation.ts'
import type { MergeReport } from '#shared/schemas/merge.ts'
import { dataOf, envelope } from '#tests/api/transport-cases.ts'
import { orderRowsMapping } from '#tests/support/order-rows-file.ts'
import type { TestHost } from '#tests/support/test-host.ts'

export const tried = ['write', 'import', 'backup', 'merge', 'export', 'copy', 'encrypted copy'] as const
export type Tried = (typeof tried)[number]
/** What became of each: 'ok', or the code of its failure. */
export type Outcomes = Record<Tried, string>

/** `but` is left out, `before` each comes what makes the disk what it is. */
type Attempt = { before?: () => void | Promise<void>; but?: readonly Tried[] }

/** `merged`: the name of the copy beside the book that is brought in. `source`: a file of orders. */
export async function adverseHost(host: TestHost, { merged, source }: { merged: string; source: string }) {
  type Browsed = { token: string; files: { name: string; token: string }[] }
  const kinds = ['book']
  const view = await dataOf<Browsed>(host.call, 'query', 'host.places.browse', { kinds })
  const other = view.files.find(({ name }) => name === merged)?.token
  const targetOf = async (name: string, kind: string) =>
    (await dataOf<{ token: string }>(host.call, 'mutation', 'host.places.target', { folder: view.token, name, kind }))
      .token
  const targets = { plain: await targetOf('plain.quay', 'book'), encrypted: await targetOf('safe.age', 'encrypted') }
  const upload = await uploaded(host, source)
  const acknowledged: string[] = []
  let turn = 0
  const add = async (sku: string) => {
    const reply = await host.call(envelope('mutation', 'products.add', { sku, nameEn: sku.repeat(20) }))
    if (reply.ok) acknowledged.push(sku)
    return reply
  }
  const copy = (target: string, passphrase: string | null) =>
    host.call(
      envelope('mutation', 'host.copies.make', {
        target,
        name: 'copy',
        replace: true,
        passphrase,
        jobId: `copy-${turn}`,
      }),
    )
  const calls: Record<Tried, () => Promise<Reply>> = {
    async write() {
      // One alone may still find room in the log beside the book.
      const replies = []
      for (let index = 0; index < 40; index += 1) replies.push(await add(`W-${turn}-${index}`))
      return replies.find((reply) => !reply.ok) ?? replies[0] ?? Promise.reject(new Error('nothing was tried'))
    },
    import: () => {
      const options = { ...orderRowsMapping.options, channel: `channel ${turn}` }
      const files = [{ file: upload, mapping: { ...orderRowsMapping, options } }]
      return host.call(envelope('mutation', 'imports.run', { jobId: `import-${turn}`, files }))
    },
    backup: () => host.call(envelope('mutation', 'host.backups.make', {})),
    async merge() {
      const looked = await host.call(envelope('mutation', 'host.merge.look', { file: other, jobId: `look-${turn}` }))
      if (!looked.ok) return looked
      const { look } = looked.data as MergeReport
      return host.call(envelope('mutation', 'host.merge.run', { look, choices: {}, jobId: `merge-${turn}` }))
    },
    export: () =>
      host.call(envelope('query', 'exports.run', { list: 'products', format: 'csv', jobId: `export-${turn}` })),
    copy: () => copy(targets.plain, null),
    'encrypted copy': () => copy(targets.encrypted, 'a long enough passphrase'),
  }
  const tryAll = async ({ before = () => {}, but = [] }: Attempt = {}): Promise<Outcomes> => {
    turn += 1
    const outcomes: Partial<Outcomes> = {}
    for (const what of tried.filter((each) => !but.includes(each))) {
      await before()
      const reply = await calls[what]()
      if (!reply.ok) expectWords(reply.error, what)
      outcomes[what] = reply.ok ? 'ok' : reply.error.code
    }
    return outcomes as Outcomes
  }
  return { host, acknowledged, add, tryAll }
}

/** A sentence in both languages, and none that speaks of a damaged book or of something nobody foresaw. */
export function expectWords({ code }: Failure, what: string): void {
  expect(code, what).not.toMatch(/^internal|damaged|not-whole|unreadable/)
  expect(english, what).toHaveProperty([code])
  expect(chinese, what).toHaveProperty([code])
}

async function uploaded(host: TestHost, source: string): Promise<string> {
  const headers = { Cookie: await host.cookie() }
  const body = JSON.stringify({ name: 'orders.csv' })
  const opened = await fetch(`${host.origin}/api/files/open`, { method: 'POST', headers, body })
  const { token } = (await opened.json()) as { token: string }
  await putChunk(host, token, 0, readFileSync(source))
  return token
}

/** The failure's code, or 'ok'. */
export async function putChunk(host: TestHost, token: string, offset: number, body: Buffer): Promise<string> {
  const headers = { Cookie: await host.cookie() }
  const url = `${host.origin}/api/files/put?token=${token}&offset=${offset}`
  const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) })
  const reply = (await response.json()) as { error?: { code: string } }
  return reply.error?.code ?? 'ok'
}

/** Names of files that were being made when something failed. */
export function leftHalf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(half|partial|part)(-\w+)?$|quayside-private-\w+$/.test(name),
  )
}
