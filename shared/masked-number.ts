// Account numbers as lists and histories show them, until someone asks for the whole.

const shownSigns = 4

/** `•••• 4321`; of a number too short to hide anything, nothing is shown. */
export function maskedNumber(accountNumber: string): string {
  const signs = accountNumber.replaceAll(/\s/g, '')
  return `•••• ${signs.length > 2 * shownSigns ? signs.slice(-shownSigns) : ''}`.trim()
}
