// What the field of services says while nothing can be chosen there.
type Services = { hasCarrier: boolean; services: readonly unknown[] | undefined }

/** Null while they are not read: that a carrier has none is said only once it is known. */
export function serviceHint({ hasCarrier, services }: Services) {
  if (!hasCarrier) return 'shipments.hints.carrierFirst'
  return services?.length === 0 ? 'shipments.hints.noServices' : null
}
