// A flat file of sales, as long as wanted, and how it is read.
import { closeSync, openSync, writeSync } from 'node:fs'
import { type ImportMapping, mappingSchema } from '#shared/schemas/imports.ts'

/** The mapping of the file that `writeOrderRows` writes; what it refers to is made. */
export const orderRowsMapping: ImportMapping = mappingSchema.parse({
  kind: 'order-rows',
  columns: {
    order: 'order',
    date: 'orderedOn',
    customer: 'customer',
    sku: 'productSku',
    qty: 'quantity',
    price: 'unitPrice',
  },
  options: { makeMissing: true, currency: 'USD' },
})

/** Four lines per order, 500 products, 1,000 customers. */
export function writeOrderRows(file: string, rows: number): void {
  const handle = openSync(file, 'w')
  writeSync(handle, 'order,date,customer,sku,qty,price\n')
  for (let start = 0; start < rows; start += 5000) {
    const lines = Array.from({ length: Math.min(5000, rows - start) }, (_, index) => line(start + index))
    writeSync(handle, lines.join(''))
  }
  closeSync(handle)
}

function line(index: number): string {
  const order = Math.floor(index / 4)
  const day = String(1 + (order % 28)).padStart(2, '0')
  const price = (100 + ((index * 37) % 9000)) / 100
  return `O-${order},2026-03-${day},Customer ${order % 1000},SKU-${(index * 7) % 500},${1 + (index % 9)},${price.toFixed(2)}\n`
}
