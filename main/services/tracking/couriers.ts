// Whose a number could be, and where its carrier tells of it: the shipped table, and what the book knows of its own carriers.
// The addresses of the table's pages are those that public programs open today; carriers move them now and then.
import type { ReadDb } from '#main/db/database.ts'
import {
  type CourierName,
  type CourierTable,
  type Recogniser,
  recogniser,
} from '#main/domain/tracking/recognise-number.ts'
import couriers from '#resources/tracking/couriers.json' with { type: 'json' }
import type { Candidate, Recognised } from '#shared/schemas/tracking.ts'

const table = couriers as CourierTable
let made: Recogniser | null = null

/** By form and check digit alone. */
export function recogniseNumber(number: string): Recognised {
  made ??= recogniser(table)
  return made(number)
}

type OwnCarrier = { code: string; url: string }

/** The carriers a number could belong to. Those that the book works with come first among equals, with the pages that it knows. */
export function recognise(db: ReadDb, number: string): Recognised {
  const own = new Map(
    db
      .all<OwnCarrier>(
        `SELECT courier_code AS code, max(tracking_url) AS url FROM live_parties
         WHERE courier_code <> '' AND archived = 0 GROUP BY courier_code`,
      )
      .map(({ code, url }) => [code, url]),
  )
  const found = recogniseNumber(number)
  const candidates = found.candidates.map((one) => ({
    ...one,
    url: ownPage(own.get(one.carrier), found.number) ?? one.url,
  }))
  return { number: found.number, candidates: candidates.toSorted((a, b) => rank(a, own) - rank(b, own)) }
}

/** Sorting is stable: among alike ones the order of the table stays. */
function rank({ checkDigit, carrier }: Candidate, own: ReadonlyMap<string, string>): number {
  const digit = ['ok', 'none', 'fails'].indexOf(checkDigit)
  return digit * 2 + (own.has(carrier) ? 0 : 1)
}

function ownPage(url: string | undefined, number: string): string | null {
  if (!url?.startsWith('https://') || !url.includes('{number}')) return null
  return url.replaceAll('{number}', encodeURIComponent(number))
}

/** The page of a number at its carrier: the address that the book has for it, else the table's by its courier. */
export function pageOfCarrier({ courier, url }: { courier: string; url: string }, number: string): string | null {
  const known = table.couriers.find(({ code }) => code === courier)?.page
  const post = Object.values(table.posts).find(({ code }) => code === courier)?.page
  return ownPage(url, number) ?? ownPage(known, number) ?? ownPage(post, number)
}

/** Couriers and posts by code, for choosing a carrier's. */
export function listCouriers(): CourierName[] {
  const posts = Object.values(table.posts).map(({ code, name, nameZh }) => ({ code, name, nameZh: nameZh ?? name }))
  const all = [...table.couriers.map(({ code, name, nameZh }) => ({ code, name, nameZh })), ...posts]
  return all
    .filter(({ code }, at) => all.findIndex((other) => other.code === code) === at)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Whoever tells of events: those, and the pages and ways of naming codes that rules know. */
export function listSources(): CourierName[] {
  return [...table.sources, ...listCouriers()].sort((a, b) => (a.name < b.name ? -1 : 1))
}
