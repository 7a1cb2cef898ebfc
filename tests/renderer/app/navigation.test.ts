import { expect, test } from 'vitest'
import { holdsScreen, navigation } from '#renderer/app/navigation.ts'
import { preferencesSchema } from '#shared/schemas/host.ts'

const groupsOf = (pathname: string) =>
  navigation.filter((group) => holdsScreen(group, pathname)).map(({ label }) => label)

test('a screen belongs to one group: that of the nearest entry above it', () => {
  expect(groupsOf('/stock/reports/valuation')).toEqual(['understand'])
  expect(groupsOf('/stock/42')).toEqual(['stock'])
  expect(groupsOf('/backups')).toEqual(['safety'])
  expect(groupsOf('/')).toEqual([null])
  expect(groupsOf('/help')).toEqual([])
})

test('what is rarely used is folded until somebody opens it', () => {
  const { foldedGroups } = preferencesSchema.parse({})
  const labels = navigation.map(({ label }) => String(label))
  expect(foldedGroups).toEqual(['safety', 'book'])
  for (const label of foldedGroups) expect(labels).toContain(label)
})
