// What planning is told, by key.
import { keyedSettings } from '#main/services/settings/keyed-settings.ts'
import { planningSettings } from '#shared/schemas/planning.ts'

export const {
  one: planningSetting,
  all: allPlanningSettings,
  set: setPlanningSetting,
} = keyedSettings('planning_settings', planningSettings)
