import { expect, test } from 'vitest'
import { claimWindowId } from '#renderer/lib/window-id.ts'

/** A page with its session's storage; `leave` and `show` are what the browser tells it. */
function page(copied: Map<string, string>) {
  const events = new EventTarget()
  const session = {
    getItem: (key: string) => copied.get(key) ?? null,
    setItem: (key: string, value: string) => void copied.set(key, value),
    removeItem: (key: string) => void copied.delete(key),
  }
  const tell = (name: string) => void events.dispatchEvent(new Event(name))
  const on = events.addEventListener.bind(events) as Window['addEventListener']
  return {
    storage: copied,
    tell,
    claim: (make: string) => claimWindowId(session, { addEventListener: on }, () => make),
  }
}

test('a window keeps its id over a reload; a duplicated tab is another window', () => {
  const first = page(new Map())
  expect(first.claim('one')).toBe('one')
  const duplicate = page(new Map(first.storage))
  expect(duplicate.claim('two')).toBe('two')
  first.tell('pagehide')
  expect(page(first.storage).claim('three')).toBe('one')
})

test('a page that comes back from the browser’s memory has its id again for itself', () => {
  const first = page(new Map())
  first.claim('one')
  first.tell('pagehide')
  first.tell('pageshow')
  expect(page(new Map(first.storage)).claim('two')).toBe('two')
})
