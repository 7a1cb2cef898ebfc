// The address of the comparison of rates: by hand, or for a shipment.

export type QuoteAddress = { shipment?: number }

export function readQuoteAddress(raw: Record<string, unknown>): QuoteAddress {
  const shipment = Number(raw.shipment)
  return Number.isSafeInteger(shipment) && shipment > 0 ? { shipment } : {}
}
