// What buying is told, by key.
import { keyedSettings } from '#main/services/settings/keyed-settings.ts'
import { supplySettings } from '#shared/schemas/supply-settings.ts'

export const {
  one: supplySetting,
  all: allSupplySettings,
  set: setSupplySetting,
} = keyedSettings('supply_settings', supplySettings)
