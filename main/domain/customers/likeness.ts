// How sure it is that two records tell of one party. Each thing they share is a reason of its own weight; what is left of
// the doubt after each is multiplied, so that two weak reasons together say more than one, and never more than certainty.
import { isWithinEdits } from '#main/domain/customers/edit-distance.ts'
import { isSamePhone, type NameKey, type PartyKeys } from '#main/domain/customers/party-keys.ts'
import { type LikenessReason, likenessWeights } from '#shared/schemas/customers.ts'

export type Likeness = { percent: number; reasons: LikenessReason[] }

/** In another country a name says half as much. */
const elsewhere = 0.5

export function likeness(one: PartyKeys, other: PartyKeys): Likeness {
  const reasons: LikenessReason[] = []
  let doubt = 1
  const add = (reason: LikenessReason, weight: number) => {
    reasons.push(reason)
    doubt *= 1 - weight
  }
  if (share(one.taxNumbers, other.taxNumbers)) add('tax', likenessWeights.tax)
  if (share(one.emails, other.emails)) add('email', likenessWeights.email)
  if (one.phones.some((phone) => other.phones.some((second) => isSamePhone(phone, second))))
    add('phone', likenessWeights.phone)
  const name = nameReason(one, other)
  if (name) add(name.reason, name.weight * (areElsewhere(one, other) ? elsewhere : 1))
  if (share(one.addresses, other.addresses)) add('address', likenessWeights.address)
  return { percent: Math.round((1 - doubt) * 100), reasons }
}

function share(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && some.some((value) => others.includes(value))
}

function areElsewhere(one: PartyKeys, other: PartyKeys): boolean {
  return one.country !== '' && other.country !== '' && one.country !== other.country
}

function nameReason(one: PartyKeys, other: PartyKeys): { reason: LikenessReason; weight: number } | null {
  const areSame = one.names.some(({ sorted }) => other.names.some((name) => name.sorted === sorted))
  const isPerson = one.kind === 'person' || other.kind === 'person'
  if (areSame) return { reason: 'name', weight: isPerson ? likenessWeights.personName : likenessWeights.companyName }
  const areLike = one.names.some((name) => other.names.some((second) => areNamesLike(name, second)))
  return areLike ? { reason: 'nameLike', weight: likenessWeights.nameLike } : null
}

/** A slip of the pen in a name of some length, two in a long one; or one name within the other. */
function areNamesLike(one: NameKey, other: NameKey): boolean {
  const shorter = Math.min(one.compact.length, other.compact.length)
  if (shorter < 5) return false
  return isWithinEdits(one.compact, other.compact, shorter < 12 ? 1 : 2) || isPartOf(one, other) || isPartOf(other, one)
}

function isPartOf(part: NameKey, whole: NameKey): boolean {
  const words = part.sorted.split(' ')
  if (words.length < 2 || part.compact.length < 8) return false
  const all = whole.sorted.split(' ')
  return words.every((word) => all.includes(word))
}
