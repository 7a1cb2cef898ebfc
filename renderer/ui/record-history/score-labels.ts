// Names for the columns of what is judged and decided of suppliers that the log speaks of.
import type { TextKey } from '#shared/i18n/translate.ts'

export const scoreLabels: Readonly<Record<string, Readonly<Record<string, TextKey>>>> = {
  supplier_judgements: {
    party_id: 'suppliers.fields.supplier',
    dimension: 'history.fields.dimension',
    score: 'history.fields.score',
    judged_on: 'history.fields.judgedOn',
    person_id: 'history.fields.person',
    note: 'history.fields.note',
    deleted: 'history.hanging.supplier_judgements',
  },
  grade_exceptions: {
    party_id: 'suppliers.fields.supplier',
    person_id: 'history.fields.person',
    reason: 'history.fields.reason',
    given_on: 'history.fields.from',
    until_on: 'history.fields.until',
    deleted: 'history.hanging.grade_exceptions',
  },
  supplier_decisions: {
    party_id: 'suppliers.fields.supplier',
    run_id: 'history.fields.period',
    person_id: 'history.fields.person',
    proposed: 'history.fields.proposed',
    deleted: 'history.fields.decided',
    decided: 'history.fields.decided',
    decided_on: 'history.fields.decidedOn',
    note: 'history.fields.note',
    archived: 'common.archived',
  },
}
