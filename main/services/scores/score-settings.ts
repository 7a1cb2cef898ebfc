// Criteria, grades and scoring as the book has them, with templates to start from.
import type { ReadDb } from '#main/db/database.ts'
import { supplySetting } from '#main/services/suppliers/supply-settings.ts'
import { templateCriteria } from '#shared/schemas/score-settings.ts'
import type { ScoreSettings } from '#shared/schemas/scores.ts'

export function scoreSettingsOf(db: ReadDb): ScoreSettings {
  return {
    criteria: supplySetting(db, 'criteria'),
    grades: supplySetting(db, 'grades'),
    scoring: supplySetting(db, 'scoring'),
    templates: {
      trade_buyer: [...templateCriteria.trade_buyer],
      quality_first: [...templateCriteria.quality_first],
      price_first: [...templateCriteria.price_first],
      even: [...templateCriteria.even],
    },
  }
}
