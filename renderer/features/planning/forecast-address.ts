// How a forecast is looked at, as it stands in the address.
import { type ForecastMethod, forecastMethods } from '#shared/schemas/forecasts.ts'

export type ForecastAddress = { view?: 'table'; method?: ForecastMethod }

/** Takes from an address what is understood; the rest is left out, never an error. */
export function readForecastAddress(raw: Record<string, unknown>): ForecastAddress {
  const method = forecastMethods.find((one) => one === raw.method)
  return { ...(raw.view === 'table' && { view: 'table' as const }), ...(method && { method }) }
}
