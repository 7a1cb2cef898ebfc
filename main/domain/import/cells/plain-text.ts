// Text as it stands in a cell, without what people do not see: outer white space, tabs glued to long numbers, zero widths.

const unseenEnds = /^[\s\u00a0\u200b\u200e\u200f\u2060\ufeff]+|[\s\u00a0\u200b\u200e\u200f\u2060\ufeff]+$/g

/** The text without white space and invisible characters at its ends. Inside, nothing changes. */
export function trimCell(text: string): string {
  const first = text.charCodeAt(0)
  const last = text.charCodeAt(text.length - 1)
  // Nearly every cell begins and ends with a visible ASCII character.
  if (first > 32 && first < 127 && last > 32 && last < 127) return text
  return text.replace(unseenEnds, '')
}

const fullWidth = /[\uff01-\uff5e\u3000]/
const fullWidthAll = /[\uff01-\uff5e\u3000]/g

/** Full-width digits, letters and signs (１２，３４) as their ASCII forms; everything else as it is. */
export function halfWidth(text: string): string {
  if (!fullWidth.test(text)) return text
  return text.replace(fullWidthAll, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )
}
