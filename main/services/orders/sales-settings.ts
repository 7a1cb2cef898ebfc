// What selling is told, by key.
import { keyedSettings } from '#main/services/settings/keyed-settings.ts'
import { salesSettings } from '#shared/schemas/sales-settings.ts'

export const {
  one: salesSetting,
  all: allSalesSettings,
  set: setSalesSetting,
} = keyedSettings('sales_settings', salesSettings)
