// What people type as a time, read on the company's clock.
import { expect, test } from 'vitest'
import { formatFor, keepTimeZone } from '#renderer/lib/format.ts'
import { typedInstant } from '#renderer/lib/typed-instant.ts'

test.each([
  ['2026-11-18 14:05', 'Asia/Shanghai', '2026-11-18T06:05:00Z'],
  ['2026/11/18 9:30', 'UTC', '2026-11-18T09:30:00Z'],
  ['２０２６年11月18日 00：00', 'Asia/Shanghai', '2026-11-17T16:00:00Z'],
  ['2026-11-18', 'America/New_York', '2026-11-18T17:00:00Z'],
  // The clocks went forward that night.
  ['2026-03-29 08:00', 'Europe/Berlin', '2026-03-29T06:00:00Z'],
  ['2026-10-25 08:00', 'Europe/Berlin', '2026-10-25T07:00:00Z'],
])('%s in %s', (text, timeZone, iso) => {
  expect(typedInstant(text, timeZone)).toBe(Date.parse(iso))
})

test.each(['', '14:05', '2026-02-30 10:00', '2026-11-18 24:00', '2026-11-18 10:60', 'yesterday'])(
  '“%s” is no time',
  (text) => {
    expect(typedInstant(text, 'UTC')).toBeNull()
  },
)

test('reads back what screens show', () => {
  keepTimeZone('Asia/Shanghai')
  const at = Date.parse('2026-11-18T06:05:00Z')
  expect(typedInstant(formatFor('en').instant(at), 'Asia/Shanghai')).toBe(at)
  keepTimeZone(undefined)
})
