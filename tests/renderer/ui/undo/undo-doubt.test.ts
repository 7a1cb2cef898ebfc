import { describe, expect, test } from 'vitest'
import { doubtOf } from '#renderer/ui/undo/undo-doubt.ts'
import { directionOf } from '#renderer/ui/undo/undo-keys.ts'

const now = Date.UTC(2026, 10, 22, 12)
const next = { operationId: 1, name: 'products.edit', at: now - 60_000, rows: 1, record: null }
const moment = { now, startedAt: now - 3_600_000, timeZone: 'UTC' }

describe('asking before a step back', () => {
  test('not for what was just done by hand', () => {
    expect(doubtOf(next, moment)).toBe(null)
    expect(doubtOf({ ...next, rows: 30 }, moment)).toBe(null)
  })

  test('for what is large, and for what this window did not see', () => {
    expect(doubtOf({ ...next, rows: 31 }, moment)).toBe('large')
    expect(doubtOf({ ...next, at: moment.startedAt - 1 }, moment)).toBe('old')
  })

  test('for what was done on another day of the company, also in a window that stayed open', () => {
    const open = { ...moment, startedAt: now - 40 * 86_400_000 }
    expect(doubtOf({ ...next, at: now - 86_400_000 }, open)).toBe('old')
    // Half an hour ago it was yesterday in Auckland at noon UTC plus thirteen hours.
    const midnight = Date.UTC(2026, 10, 22, 11)
    const auckland = { now: midnight + 60_000, startedAt: 0, timeZone: 'Pacific/Auckland' }
    expect(doubtOf({ ...next, at: midnight - 60_000 }, auckland)).toBe('old')
    expect(doubtOf({ ...next, at: midnight + 1 }, auckland)).toBe(null)
  })
})

describe('the keys', () => {
  const keys = { key: 'z', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }

  test('undo and redo, with Ctrl or Cmd', () => {
    expect(directionOf({ ...keys, ctrlKey: true })).toBe('undo')
    expect(directionOf({ ...keys, metaKey: true })).toBe('undo')
    expect(directionOf({ ...keys, key: 'Z', ctrlKey: true, shiftKey: true })).toBe('redo')
    expect(directionOf({ ...keys, key: 'y', ctrlKey: true })).toBe('redo')
  })

  test('nothing else', () => {
    expect(directionOf(keys)).toBe(null)
    expect(directionOf({ ...keys, ctrlKey: true, altKey: true })).toBe(null)
    expect(directionOf({ ...keys, key: 'y', ctrlKey: true, shiftKey: true })).toBe(null)
    expect(directionOf({ ...keys, key: 'x', ctrlKey: true })).toBe(null)
  })
})
