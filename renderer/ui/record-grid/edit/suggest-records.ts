// Records that a cell may name: what is suggested while its editor is typed in.
import { client } from '#renderer/lib/api.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { Language } from '#shared/i18n/translate.ts'
import type { PartyRole } from '#shared/schemas/parties.ts'
import type { Suggest } from '../grid-column.ts'

/** A party is named by its code where it has one: names may be shared. */
export function suggestParties(role: PartyRole, language: Language): Suggest {
  return {
    feature: 'search',
    ask: async (text) => {
      const { hits } = await client.search.find.query({ role, text, archived: false, limit: 20 })
      return hits.map((party) => ({
        text: party.code || party.name,
        name: nameIn(language, party),
        detail: party.code,
      }))
    },
  }
}

const mostCategories = 20

export function suggestCategories(language: Language): Suggest {
  return {
    feature: 'search',
    ask: async (text) => {
      const wish = { kinds: ['category' as const], archived: false, limit: mostCategories }
      const { hits } = await client.search.find.query({ ...wish, text })
      return hits.map((category) => ({ text: nameIn(language, category), name: nameIn(language, category) }))
    },
  }
}
