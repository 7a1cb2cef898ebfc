// What shipping is told, by key.
import { keyedSettings } from '#main/services/settings/keyed-settings.ts'
import { shippingSettings } from '#shared/schemas/shipping-settings.ts'

export const {
  one: shippingSetting,
  all: allShippingSettings,
  set: setShippingSetting,
} = keyedSettings('shipping_settings', shippingSettings)
