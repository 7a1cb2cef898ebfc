// Names for the columns of what is judged and decided of suppliers that the log speaks of.
import type { TextKey } from '#shared/i18n/translate.ts'

export const scoreLabels: Readonly<Record<string, Readonly<Record<string, TextKey>>>> = {
  supplier_judgements: {
    dimension: 'history.fields.dimension',
    score: 'history.fields.score',
    judged_on: 'history.fields.judgedOn',
    person_id: 'history.fields.person',
    note: 'history.fields.note',
    deleted: 'history.hanging.supplier_judgements',
  },
  grade_exceptions: {
    reason: 'history.fields.reason',
    given_on: 'history.fields.from',
    until_on: 'history.fields.until',
    deleted: 'history.hanging.grade_exceptions',
  },
  supplier_decisions: {
    decided: 'history.fields.decided',
    decided_on: 'history.fields.decidedOn',
    note: 'history.fields.note',
    archived: 'common.archived',
  },
}
