// The watch that every end-to-end spec stands on does see what it is there for.
import { EventEmitter } from 'node:events'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { Watch } from './watch.ts'

function watched() {
  const [page, context] = [new EventEmitter(), new EventEmitter()]
  const watch = new Watch()
  watch.follow(Object.assign(page, { context: () => context }) as unknown as Page, 'http://127.0.0.1:4000')
  return {
    watch,
    request: (url: string) => context.emit('request', { url: () => url }),
    console: (type: string, text: string) => page.emit('console', { type: () => type, text: () => text }),
    fault: (error: Error) => page.emit('pageerror', error),
  }
}

test('requests to the own host, data and blobs are quiet; any other is not', () => {
  const { watch, request } = watched()
  for (const url of ['http://127.0.0.1:4000/api/call', 'data:image/png;base64,AA', 'blob:http://127.0.0.1:4000/1'])
    request(url)
  expect(watch.seen).toEqual([])
  request('http://127.0.0.1:40001/api/call')
  request('https://fonts.example/inter.woff2')
  expect(watch.seen).toHaveLength(2)
})

test('errors, violations of the content security policy and faults are seen; other words on the console are not', () => {
  const { watch, console, fault } = watched()
  console('info', 'hello')
  console('warning', 'slow')
  expect(watch.seen).toEqual([])
  console('error', 'broken')
  console('warning', 'Refused by Content Security Policy')
  fault(new Error('nobody caught this'))
  expect(watch.seen).toHaveLength(3)
})
