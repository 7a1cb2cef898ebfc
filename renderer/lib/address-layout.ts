// Which parts an address has in a country, and the order in which people write them there.
import { formatAddress } from 'localized-address-format'

const addressParts = ['recipient', 'street', 'city', 'region', 'postalCode'] as const
export type AddressPart = (typeof addressParts)[number]

/** Where no country is chosen. */
const anywhere: readonly AddressPart[] = ['recipient', 'street', 'postalCode', 'city', 'region']

const marks: Readonly<Record<AddressPart, string>> = {
  recipient: '{recipient}',
  street: '{street}',
  city: '{city}',
  region: '{region}',
  postalCode: '{postalCode}',
}

/**
 * The parts that addresses of the country have, in their order; `rest` are those that they do not have, which old records may
 * still hold. In the order of Latin letters, since that is what the rest of the world writes.
 */
export function addressLayout(country: string): { parts: readonly AddressPart[]; rest: readonly AddressPart[] } {
  if (country === '') return { parts: anywhere, rest: [] }
  const lines = formatAddress(
    {
      postalCountry: country,
      name: marks.recipient,
      addressLines: [marks.street],
      locality: marks.city,
      administrativeArea: marks.region,
      postalCode: marks.postalCode,
    },
    'latin',
  )
  const text = lines.join('\n')
  const parts = addressParts
    .map((part) => ({ part, at: text.indexOf(marks[part]) }))
    .filter(({ at }) => at >= 0)
    .sort((left, right) => left.at - right.at)
    .map(({ part }) => part)
  return { parts, rest: addressParts.filter((part) => !parts.includes(part)) }
}
