// What is known of a party; the drawer and the page show the same.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { filtersToText } from '#renderer/lib/list-address.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { placeLine } from '#shared/reference/place-line.ts'
import type { Party } from '#shared/schemas/parties.ts'
import classes from './parties.module.css'

export function PartyFacts({ party }: { party: Party }) {
  const { t, format } = useText()
  const filter = (column: string) => ({ f: filtersToText([{ column, op: 'is', values: [party.name] }]) }) as never
  return (
    <>
      <Facts
        title={t('parties.sections.who')}
        facts={[
          { label: t('parties.fields.code'), value: party.code, optional: true },
          { label: t('parties.fields.nameZh'), value: party.nameZh, optional: true },
          { label: t('parties.fields.roles'), value: party.roles.map((role) => t(`parties.roles.${role}`)).join(', ') },
          { label: t('parties.fields.country'), value: format.country(party.country) },
          { label: t('parties.fields.taxNumber'), value: party.taxNumber, optional: true },
          { label: t('parties.fields.note'), value: party.note, optional: true },
        ]}
      />
      <Facts
        title={t('parties.sections.reach')}
        facts={[
          { label: t('parties.fields.email'), value: party.email },
          { label: t('parties.fields.phone'), value: party.phone },
          { label: t('parties.fields.fax'), value: party.fax, optional: true },
          { label: t('parties.fields.website'), value: party.website, optional: true },
          { label: t('parties.fields.courierCode'), value: party.carrier.courierCode, optional: true },
          { label: t('parties.fields.trackingUrl'), value: party.carrier.trackingUrl, optional: true },
        ]}
      />
      <Facts
        title={t('parties.sections.trade')}
        facts={[
          {
            label: t('parties.fields.currency'),
            value: party.currency && `${party.currency} · ${format.currency(party.currency)}`,
            optional: true,
          },
          {
            label: t('parties.fields.language'),
            value: party.language && t(`parties.languages.${party.language}`),
            optional: true,
          },
          {
            label: t('parties.fields.orderCount'),
            value: party.orderCount > 0 && (
              <Link className={classes.link} to="/orders" search={filter('customer')}>
                {format.number(party.orderCount)}
              </Link>
            ),
            optional: true,
          },
          {
            label: t('parties.fields.productCount'),
            value: party.productCount > 0 && (
              <Link className={classes.link} to="/products" search={filter('supplier')}>
                {format.number(party.productCount)}
              </Link>
            ),
            optional: true,
          },
        ]}
      />
    </>
  )
}

export function ContactFacts({ party }: { party: Party }) {
  const { t, format } = useText()
  return (
    <>
      <Facts
        title={t('parties.sections.contacts')}
        facts={party.contacts.map((contact) => ({
          label: [contact.name, contact.title].filter(Boolean).join(', '),
          value: [contact.email, contact.phone, contact.fax].filter(Boolean).join('\n'),
        }))}
      />
      <Facts
        title={t('parties.sections.addresses')}
        facts={party.addresses.map((address) => ({
          label: t(`parties.addressKinds.${address.kind}`),
          value: [address.street, placeLine(address), format.country(address.country)].filter(Boolean).join('\n'),
        }))}
      />
    </>
  )
}
