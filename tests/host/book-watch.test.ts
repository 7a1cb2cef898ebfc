// The watch goes on when a look fails: an exception in its timer would end the thread, the writer with it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepWatch, type OutsideEvent } from '#main/host/book-watch.ts'

const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
beforeEach(() => {
  vi.useFakeTimers()
  written.mockClear()
})
afterEach(() => {
  vi.useRealTimers()
})

test('what cannot be looked at is said once, and looked at again', () => {
  const looks: (OutsideEvent[] | Error)[] = [
    new Error('ESTALE'),
    new Error('ESTALE'),
    ['changed'],
    new Error('EIO'),
    [],
  ]
  const heard: OutsideEvent[] = []
  const look = () => {
    const next = looks.shift() ?? []
    if (next instanceof Error) throw next
    return next
  }
  const stop = keepWatch({ look }, (event) => heard.push(event))
  vi.advanceTimersByTime(10_000)
  stop()
  expect(heard).toEqual(['changed'])
  expect(written).toHaveBeenCalledTimes(2)
})
