// Own templates that two copies made at odds: one name twice, or two that are both the usual one.

import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf, updateOthers } from '#main/services/clashes/clash-rule.ts'
import { freeName } from '#main/services/clashes/free-name.ts'
import { findTemplate, type OwnTemplateRow, ownTemplates } from '#main/services/papers/templates/find-template.ts'
import { writeTemplateFile } from '#main/services/papers/templates/template-file.ts'

export const templateTwins: ClashRule = {
  id: 'templates/same-name',
  tables: ['paper_templates'],
  find: (db) =>
    groupsOf(ownTemplates(db), ({ kind, name }) => JSON.stringify([kind, name])).map((group) =>
      clashOf(
        group.map(({ id }) => id),
        { name: group[0]?.name ?? '', kind: group[0]?.kind ?? '' },
      ),
    ),
  rows: rowsOf('paper_templates'),
  mendings: [
    {
      id: 'rename',
      mend({ tx, update }, { others }) {
        for (const id of others) {
          const { kind, name, header, body } = findTemplate(tx, `own:${id}`)
          const taken = ownTemplates(tx).filter((own) => own.kind === kind)
          const free = freeName(name, (wished) => taken.some((own) => own.name === wished), ' ')
          update('paper_templates', id, { name: free, content: writeTemplateFile({ ...header, name: free }, body) })
        }
      },
    },
    {
      id: 'keepOne',
      mend: updateOthers('paper_templates', { deleted: 1, is_default: 0 }),
    },
  ],
}

export const usualTemplateTwins: ClashRule = {
  id: 'templates/two-usual',
  tables: ['paper_templates'],
  find: (db) =>
    groupsOf(
      ownTemplates(db).filter(({ isDefault }) => isDefault),
      ({ kind }) => kind,
    ).map((group) =>
      clashOf(
        group.map(({ id }) => id),
        { kind: group[0]?.kind ?? '' },
      ),
    ),
  rows: rowsOf('paper_templates'),
  mendings: [
    {
      id: 'keepNewest',
      keeps: 'newest',
      mend: updateOthers('paper_templates', { is_default: 0 }),
    },
    {
      id: 'keepOne',
      mend: updateOthers('paper_templates', { is_default: 0 }),
    },
  ],
}

function groupsOf(rows: readonly OwnTemplateRow[], keyOf: (row: OwnTemplateRow) => string): OwnTemplateRow[][] {
  return [...Map.groupBy(rows, keyOf).values()].filter((group) => group.length > 1)
}
