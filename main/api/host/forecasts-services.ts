// What the host offers for forecasts.
import type { ForecastWork, WorkForecastsInput } from '#shared/schemas/forecasts.ts'

export interface ForecastServices {
  /** As a job: works out those that are missing or outdated, or all, and keeps them. */
  work(input: WorkForecastsInput): Promise<ForecastWork>
}
