// Says, while someone writes a party down, that the book knows one that looks like it.
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import type { AlikeParty } from '#shared/schemas/customers.ts'
import classes from './parties.module.css'
import type { PartyForm } from './party-form-values.ts'
import { useListedRole } from './party-role.ts'

/** Asked once nobody has typed for a moment. */
const typingPauseMs = 300
/** More would stand over the fields. */
const mostShown = 3

export function AlikeParties({ form, exceptId }: { form: PartyForm; exceptId: number | null }) {
  const { t, format } = useText()
  const [asked] = useDebouncedValue(questionOf(form, exceptId), typingPauseMs)
  const key = JSON.stringify(asked)
  const isAsked = asked.name.trim().length > 2 || asked.emails.length > 0 || asked.phones.length > 0
  const { data: found = [] } = useQuery({
    ...trpc.search.alike.queryOptions(JSON.parse(key), { placeholderData: keepPreviousData }),
    enabled: isAsked,
  })
  if (!isAsked || found.length === 0) return null
  return (
    <Notice
      tone="warn"
      className={classes.alikeBox ?? ''}
      title={t('customers.alike.title', { count: found.length, formatted: format.number(found.length) })}
    >
      <ul className={classes.alike}>
        {found.slice(0, mostShown).map((party) => (
          <AlikeItem key={party.id} party={party} />
        ))}
      </ul>
    </Notice>
  )
}

function AlikeItem({ party }: { party: AlikeParty }) {
  const { t, format, language } = useText()
  const { to } = useListedRole()
  const name = nameIn(language, party)
  const about = [
    party.code,
    party.city,
    format.country(party.country),
    party.orderCount > 0
      ? t('customers.alike.orders', { count: party.orderCount, formatted: format.number(party.orderCount) })
      : '',
    party.archived ? t('common.archived') : '',
  ]
  const reasons = party.reasons.map((reason) => t(`customers.reasons.${reason}`)).join(', ')
  return (
    <li>
      <Link className="q-link" to={to.one} params={{ id: String(party.id) }}>
        {name}
      </Link>{' '}
      <span className="q-quiet">{about.filter(Boolean).join(' · ')}</span>{' '}
      {t('customers.alike.line', { percent: format.percent(party.percent), reasons })}
    </li>
  )
}

function questionOf(form: PartyForm, exceptId: number | null) {
  const { contacts, addresses } = form
  const filled = (texts: readonly string[]) => texts.map((text) => text.trim()).filter((text) => text !== '')
  return {
    exceptId,
    name: form.name.slice(0, 300),
    nameZh: form.nameZh.slice(0, 300),
    kind: form.sale.kind,
    country: form.country,
    taxNumber: form.taxNumber.slice(0, 60),
    emails: filled([form.email, ...contacts.map(({ email }) => email)]).slice(0, 20),
    phones: filled([form.phone, ...contacts.map(({ phone }) => phone), ...addresses.map(({ phone }) => phone)])
      .map((phone) => phone.slice(0, 100))
      .slice(0, 20),
    addresses: addresses.slice(0, 10).map(({ street, postalCode, city }) => ({ street, postalCode, city })),
  }
}
