// Postal codes as they are compared: people write `SW1A 1AA`, `sw1a1aa` and `1012-345` for one and the same.

/** Letters and digits alone, in capitals. */
export function postalKey(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase()
}
