import { describe, expect, it } from 'vitest'
import { figureDigits, gapText } from '#renderer/features/planning/forecast-words.ts'
import { formatFor } from '#renderer/lib/format.ts'
import { translator } from '#shared/i18n/translate.ts'
import { forecastGaps } from '#shared/schemas/forecasts.ts'

const text = { t: translator('en'), format: formatFor('en') }

describe('figures of a forecast', () => {
  it('are as exact as they say something', () => {
    expect([1234.56, 99.94, 12.345, 9.876, -0.004, 0].map(figureDigits)).toEqual([1235, 99.9, 12.3, 9.88, -0, 0])
  })
})

describe('why a figure is not there', () => {
  it('is told with how much there is and how much is needed, where that is known', () => {
    expect(gapText(text, { reason: 'too-few-periods', needs: 6, has: 4 })).toBe('4 months of history, 6 are needed')
    expect(gapText(text, { reason: 'too-few-periods' })).toBe('the history is too short')
    expect(gapText(text, { reason: 'not-two-seasons', needs: 24, has: 18 })).toContain('18')
  })

  it('has words for every reason in both languages', () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const spoken = { t: translator(language), format: formatFor(language) }
      for (const reason of forecastGaps) {
        expect(gapText(spoken, { reason })).not.toContain('forecast.gaps')
        expect(gapText(spoken, { reason, needs: 3, has: 1 })).not.toMatch(/forecast\.gaps|\{\{/)
      }
    }
  })
})
