// Suppliers, customers and carriers of the sample company.

import type { PartyDraft } from '#shared/schemas/parties.ts'
import { sampleSupply } from './sample-supply.ts'
import { type CarrierWords, type CountryWords, english, type SampleWords, type SupplierWords } from './sample-words.ts'

/** Every party has a code, by which products and orders point at it. Mail goes to `.example`, which nobody owns. */
export function sampleParties(words: SampleWords): PartyDraft[] {
  let number = 0
  const customers = words.countries.flatMap((country) =>
    country.customers.map((_, index) => {
      number += 1
      return customer(country, index, customerCode(number))
    }),
  )
  return [...words.suppliers.map(supplier), ...words.carriers.map(carrier), ...customers]
}

export function customerCode(number: number): string {
  return `C${String(number).padStart(3, '0')}`
}

function supplier(words: SupplierWords, index: number): PartyDraft {
  const mail = `export@${slug(words.en.split(' ').slice(0, 2).join(' '))}.example`
  return {
    roles: ['supplier'],
    code: words.code,
    name: words.en,
    nameZh: words.zh,
    country: 'CN',
    language: 'zh-CN',
    currency: 'CNY',
    email: mail,
    phone: `+86 574 5550 ${String(1000 + index * 37)}`,
    supply: sampleSupply(words, index),
    contacts: [{ name: english(words.contact), title: words.contact[1] ?? '', email: mail }],
    addresses: [
      {
        kind: 'main',
        street: words.street,
        city: words.city,
        region: words.region,
        postalCode: words.postal,
        country: 'CN',
      },
    ],
  }
}

function carrier(words: CarrierWords, index: number): PartyDraft {
  return {
    roles: ['carrier'],
    code: words.code,
    name: words.en,
    nameZh: words.zh,
    country: 'CN',
    language: 'zh-CN',
    currency: 'USD',
    email: `booking@${slug(words.en)}.example`,
    phone: `+86 574 5551 ${String(1000 + index * 53)}`,
    website: `https://${slug(words.en)}.example`,
    carrier: { courierCode: '', trackingUrl: `https://${slug(words.en)}.example/track/{number}` },
    addresses: [{ kind: 'main', city: words.city, country: 'CN' }],
  }
}

function customer(words: CountryWords, index: number, code: string): PartyDraft {
  const own = words.customers[index]
  if (!own) throw new RangeError(`No customer ${index} in ${words.country}`)
  const mail = `${slug(english(own.contact).split(' ')[0] ?? '')}@${slug(own.name)}.example`
  const place = {
    street: own.street,
    city: own.city,
    region: own.region,
    postalCode: own.postal,
    country: words.country,
  }
  return {
    roles: ['customer'],
    code,
    name: own.name,
    country: words.country,
    language: 'en',
    currency: own.currency ?? words.currency,
    email: mail,
    phone: `${words.dial}${String(21 + index * 13)}`,
    contacts: [{ name: english(own.contact), title: own.contact[1] ?? '', email: mail }],
    addresses: [{ kind: 'main', ...place }],
  }
}

/** A name as it may stand in a mail address. */
function slug(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
}
