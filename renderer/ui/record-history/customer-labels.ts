// Names for what a customer's record holds beside every party's, and for what they said and agreed to.
import type { TextKey } from '#shared/i18n/translate.ts'

export const saleColumns: Readonly<Record<string, TextKey>> = {
  customer_kind: 'customers.fields.kind',
  eori: 'customers.fields.eori',
  source: 'customers.fields.source',
  channel: 'customers.fields.channel',
  tier: 'customers.fields.tier',
  owner_id: 'customers.fields.owner',
  born_on: 'customers.fields.born',
  sale_deposit_ppm: 'customers.fields.deposit',
  sale_due_from: 'customers.fields.dueFrom',
  sale_due_days: 'customers.fields.dueDays',
  credit_limit_minor: 'customers.fields.limit',
  credit_currency: 'customers.fields.limitCurrency',
  credit_action: 'customers.fields.creditAction',
  merged_into_id: 'customers.fields.merged',
}

export const customerLabels: Readonly<Record<string, Readonly<Record<string, TextKey>>>> = {
  consents: {
    party_id: 'parties.customer.one',
    purpose: 'customers.fields.purpose',
    state: 'customers.fields.state',
    stated_on: 'customers.fields.on',
    proof: 'customers.fields.proof',
    person_id: 'history.fields.person',
    note: 'customers.fields.note',
    deleted: 'customers.sections.consents',
  },
  messages: {
    party_id: 'parties.customer.one',
    order_id: 'customers.fields.order',
    kind: 'customers.fields.messageKind',
    direction: 'customers.fields.direction',
    happened_on: 'customers.fields.on',
    subject: 'customers.fields.subject',
    text: 'customers.fields.text',
    closed_on: 'customers.fields.closedOn',
    person_id: 'history.fields.person',
    archived: 'common.archived',
    deleted: 'customers.sections.messages',
  },
  distinct_parties: {
    first_id: 'customers.fields.first',
    second_id: 'customers.fields.second',
    deleted: 'customers.fields.distinct',
  },
}

/** Where the words of fixed values stand. */
export const customerValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  consents: { purpose: 'customers.purposes', state: 'customers.consentStates' },
  messages: { kind: 'customers.messageKinds', direction: 'customers.directions' },
}

export const saleValues: Readonly<Record<string, string>> = {
  customer_kind: 'customers.kinds',
  sale_due_from: 'customers.dueFroms',
  credit_action: 'customers.creditActions',
}
