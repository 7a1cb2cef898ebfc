import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { draftContent, newDraftKeeper, readDraft } from '#renderer/lib/form-draft.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function recordingStore() {
  const calls: string[] = []
  return {
    calls,
    keep: async (content: string) => void calls.push(`keep ${content}`),
    drop: async () => void calls.push('drop'),
  }
}

describe('a draft', () => {
  test('is kept once after the typing pauses, as it was last', async () => {
    const store = recordingStore()
    const keeper = newDraftKeeper(store, 800)
    keeper.change('a')
    await vi.advanceTimersByTimeAsync(500)
    keeper.change('ab')
    await vi.advanceTimersByTimeAsync(799)
    expect(store.calls).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(store.calls).toEqual(['keep ab'])
  })

  test('is written at once when the form is left, and only then when something waits', async () => {
    const store = recordingStore()
    const keeper = newDraftKeeper(store, 800)
    keeper.flush()
    keeper.change('a')
    keeper.flush()
    await vi.runAllTimersAsync()
    expect(store.calls).toEqual(['keep a'])
  })

  test('that was dropped does not come back', async () => {
    const store = recordingStore()
    const keeper = newDraftKeeper(store, 800)
    keeper.change('a')
    keeper.drop()
    keeper.flush()
    await vi.runAllTimersAsync()
    expect(store.calls).toEqual(['drop'])
  })

  test('is not overtaken: a slow keep ends before the drop begins', async () => {
    const calls: string[] = []
    const keep = () =>
      new Promise<void>((resolve) => {
        setTimeout(() => {
          calls.push('kept')
          resolve()
        }, 5000)
      })
    const keeper = newDraftKeeper({ keep, drop: async () => void calls.push('dropped') }, 10)
    keeper.change('a')
    keeper.flush()
    keeper.drop()
    await vi.runAllTimersAsync()
    expect(calls).toEqual(['kept', 'dropped'])
  })

  test('does not pile up behind a slow write: only the newest waits', async () => {
    const calls: string[] = []
    const keep = async (content: string) => {
      calls.push(content)
      await new Promise((resolve) => setTimeout(resolve, 60_000))
    }
    const keeper = newDraftKeeper({ keep, drop: async () => {} }, 10)
    for (const content of ['a', 'ab', 'abc', 'abcd']) {
      keeper.change(content)
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(calls).toEqual(['a'])
    await vi.runAllTimersAsync()
    expect(calls).toEqual(['a', 'abcd'])
  })

  test('is sent at once when the page is left, past a write that still takes its time, and not twice', async () => {
    const calls: string[] = []
    const keep = async (content: string) => {
      calls.push(content)
      await new Promise((resolve) => setTimeout(resolve, 60_000))
    }
    const keeper = newDraftKeeper({ keep, drop: async () => void calls.push('drop') }, 10)
    keeper.leave()
    keeper.change('a')
    keeper.flush()
    keeper.change('ab')
    keeper.leave()
    keeper.leave()
    expect(calls).toEqual(['a', 'ab'])
    keeper.drop()
    keeper.leave()
    expect(calls).toEqual(['a', 'ab', 'drop'])
    await vi.runAllTimersAsync()
    expect(calls).toEqual(['a', 'ab', 'drop'])
  })

  test('goes on after a write that failed', async () => {
    const calls: string[] = []
    const keep = async (content: string) => {
      calls.push(content)
      if (content === 'a') throw new Error('no room')
    }
    const keeper = newDraftKeeper({ keep, drop: async () => {} }, 10)
    keeper.change('a')
    keeper.flush()
    keeper.change('b')
    keeper.flush()
    await vi.runAllTimersAsync()
    expect(calls).toEqual(['a', 'b'])
  })
})

describe('a kept draft', () => {
  const shape = { sku: '', note: '' }

  test('comes back where it has the form’s fields, with the revision it was written upon', () => {
    const values = { sku: 'A', note: 'n' }
    expect(readDraft(draftContent({ values, seen: '1.2' }), shape)).toEqual({ values, seen: '1.2' })
    expect(readDraft(draftContent({ values }), shape)).toEqual({ values, seen: undefined })
  })

  test('of another form, or that is no JSON, does not', () => {
    expect(readDraft(undefined, shape)).toBeNull()
    expect(readDraft('{"values":{"sku":"A"}}', shape)).toBeNull()
    expect(readDraft('{"values":{"sku":"A","note":"n","more":1}}', shape)).toBeNull()
    expect(readDraft('{"sku":"A","note":"n"}', shape)).toBeNull()
    expect(readDraft('{"values":null}', shape)).toBeNull()
    expect(readDraft('null', shape)).toBeNull()
    expect(readDraft('{broken', shape)).toBeNull()
  })
})
