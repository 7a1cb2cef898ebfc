// The line of an address that names the place, in the order that its country writes it in.

export type Place = { city: string; region: string; postalCode: string; country: string }

/** Countries that write the postal code behind the place; everywhere else it stands before it. */
const codeLast = new Set(
  [
    'US PR GU VI AS MP UM CA AU NZ GB IE JE GG IM GI BM FK MT LV',
    'CN HK MO TW JP KR SG TH VN ID IN PK BD LK NP MM SA JO EG IL ZA KE RU UA',
  ].flatMap((line) => line.split(' ')),
)

/** `20457 Hamburg`, `20121 Milano, MI`, `Portland, OR 97201`, `London SW1A 1AA`; what is empty is left out. */
export function placeLine({ city, region, postalCode, country }: Place): string {
  if (codeLast.has(country)) return joined([joined([city, region], ', '), postalCode], ' ')
  return joined([joined([postalCode, city], ' '), region], ', ')
}

function joined(parts: readonly string[], separator: string): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(separator)
}
