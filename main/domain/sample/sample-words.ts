// The words that the sample company is made of, as the JSON files in resources/sample hold them.

type BothLanguages = readonly string[]

export type ProductWords = {
  n: number
  en: string
  zh: string
  /** Six digits of the Harmonized System. */
  hs: string
  /** What it is made of. */
  of: BothLanguages
  /** Cost in CNY. */
  cny: number
  /** Net weight in grams. */
  g: number
  /** Length, width, height in millimetres. */
  mm: readonly number[]
  /** Pieces in a carton. */
  ctn: number
  unit?: string
  season?: string
}

export type VariantWords = { code: string; label: BothLanguages; cny?: number; g?: number }
export type FamilyWords = ProductWords & { variants: readonly VariantWords[] }

export type CategoryWords = {
  key: string
  en: string
  zh: string
  about: string
  products: readonly ProductWords[]
  families: readonly FamilyWords[]
}

export type KitWords = {
  n: number
  category: string
  en: string
  zh: string
  hs: string
  parts: readonly { sku: string; quantity: number }[]
}

export type SupplierWords = {
  code: string
  en: string
  zh: string
  city: string
  region: string
  street: string
  postal: string
  /** Name and title. */
  contact: readonly string[]
  /** Keys of the categories it makes. */
  makes: readonly string[]
  /** A company that only trades, and one that is not approved yet. */
  isTrader?: boolean
  isCandidate?: boolean
}

export type CarrierWords = { code: string; en: string; zh: string; city: string; mode: string; days: number }

export type CustomerWords = {
  name: string
  city: string
  region: string
  street: string
  postal: string
  contact: readonly string[]
  /** Where it differs from its country's. */
  currency?: string
}

export type CountryWords = {
  country: string
  currency: string
  dial: string
  customers: readonly CustomerWords[]
}

export type SampleWords = {
  categories: readonly CategoryWords[]
  kits: readonly KitWords[]
  customsNames: Readonly<Record<string, BothLanguages>>
  suppliers: readonly SupplierWords[]
  carriers: readonly CarrierWords[]
  countries: readonly CountryWords[]
}

export function english(words: BothLanguages | undefined): string {
  return words?.[0] ?? ''
}

export function chinese(words: BothLanguages | undefined): string {
  return words?.[1] ?? ''
}
