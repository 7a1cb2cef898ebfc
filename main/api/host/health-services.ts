// What the host offers for the health of a book.
import type { DamagedOffer, HealthCheck, HealthState, RescueInput, RescueResult } from '#shared/schemas/health.ts'

export interface HealthServices {
  state(): Promise<HealthState>
  /** As a job; its result is kept with its date. */
  check(jobId: string): Promise<HealthCheck>
  /** The book that was last refused as damaged. */
  damaged(): Promise<DamagedOffer | null>
  /** Puts its newest backup in its place and opens it. */
  bringBack(): Promise<void>
  /** What can be read of the open book, or of a file that does not open, as a new book. */
  rescue(input: RescueInput): Promise<RescueResult>
}
