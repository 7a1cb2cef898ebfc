import { expect, test, vi } from 'vitest'
import type { SentFiles } from '#renderer/features/attachments/send-files.ts'

const calls = vi.hoisted(() => ({ sent: [] as string[], fail: new Map<string, unknown>() }))
vi.mock('#renderer/lib/files.ts', () => ({
  uploadFile: async (file: File, onProgress: (sent: number, size: number) => void, signal: AbortSignal) => {
    signal.throwIfAborted()
    onProgress(file.size, file.size)
    return file.name
  },
}))
vi.mock('#renderer/lib/picture-thumbnail.ts', () => ({ thumbnailOf: async () => null }))
vi.mock('#renderer/lib/api.ts', () => ({
  client: {
    attachments: {
      add: {
        mutate: async ({ file }: { file: string }) => {
          if (calls.fail.has(file)) throw calls.fail.get(file)
          const isNew = !calls.sent.includes(file)
          calls.sent.push(file)
          return { id: 1, name: file, isNew }
        },
      },
    },
  },
}))

const { sendFiles } = await import('#renderer/features/attachments/send-files.ts')
const record = { kind: 'product' as const, id: 1 }
const send = (...files: File[]): Promise<SentFiles> =>
  sendFiles(record, files, (error) => (error as { code?: string }).code ?? String(error))

test('files go one after the other; one that is refused stops no other', async () => {
  calls.fail.set('bad.txt', { code: 'attachments/empty' })
  const large = Object.defineProperty(new File(['x'], 'film.mov'), 'size', { value: 25 * 1024 * 1024 + 1 })
  const sent = await send(new File(['a'], 'a.txt'), new File(['b'], 'bad.txt'), large, new File(['c'], 'c.txt'))
  expect(sent).toEqual({ added: ['a.txt', 'c.txt'], known: [] })
  expect(calls.sent).toEqual(['a.txt', 'c.txt'])
})

test('what the record has already is told apart from what is new', async () => {
  expect(await send(new File(['a'], 'a.txt'), new File(['d'], 'd.txt'))).toEqual({
    added: ['d.txt'],
    known: [{ name: 'a.txt', known: 'a.txt' }],
  })
})
