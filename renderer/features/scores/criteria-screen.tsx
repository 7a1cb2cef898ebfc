// How suppliers are scored: criteria with weights, grades with what follows, how cases count; tried out before it is saved.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ScoreSettings } from '#shared/schemas/scores.ts'
import { AhpPairs } from './ahp-pairs.tsx'
import { CriteriaRules } from './criteria-rules.tsx'
import { GradePreviewTable } from './grade-preview.tsx'
import { GradeRules } from './grade-rules.tsx'
import classes from './scores.module.css'
import { ScoresNav } from './scores-nav.tsx'
import { ScoringRules } from './scoring-rules.tsx'

export function CriteriaScreen() {
  const { t } = useText()
  const query = useQuery(trpc.suppliers.scoreSettings.queryOptions())
  return (
    <Page title={t('scores.rules.title')} subtitle={t('scores.rules.subtitle')}>
      <div className={classes.flush}>
        <ScoresNav view="criteria" />
        <QueryState query={query}>{(settings) => <Rules settings={settings} />}</QueryState>
      </div>
    </Page>
  )
}

export type RulesDraft = Pick<ScoreSettings, 'criteria' | 'grades' | 'scoring'>
const keys = ['criteria', 'grades', 'scoring'] as const

function Rules({ settings }: { settings: ScoreSettings }) {
  const { t } = useText()
  const [changed, setChanged] = useState<Partial<RulesDraft>>({})
  const draft: RulesDraft = {
    criteria: settings.criteria,
    grades: settings.grades,
    scoring: settings.scoring,
    ...changed,
  }
  const change = (part: Partial<RulesDraft>) => setChanged((now) => ({ ...now, ...part }))
  const isChanged = keys.some((key) => changed[key] !== undefined)
  const save = useMutation({
    mutationFn: async () => {
      for (const key of keys) {
        const value = changed[key]
        if (value !== undefined) await client.suppliers.setSetting.mutate({ key, value })
      }
    },
    onSuccess: () => {
      setChanged({})
      notifications.show({ message: t('scores.rules.saved') })
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <div className={classes.sections}>
      {isChanged ? (
        <Notice
          actions={
            <>
              <Button onClick={() => setChanged({})}>{t('scores.rules.discard')}</Button>
              <WriteGate>
                <Button variant="filled" loading={save.isPending} onClick={() => save.mutate()}>
                  {t('scores.rules.save')}
                </Button>
              </WriteGate>
            </>
          }
        >
          {t('scores.rules.unsaved')}
        </Notice>
      ) : null}
      {isChanged ? <GradePreviewTable trial={changed} /> : null}
      <CriteriaRules
        draft={draft.criteria}
        templates={settings.templates}
        onChange={(criteria) => change({ criteria })}
      />
      <AhpPairs
        key={draft.criteria.list.map(({ source }) => source).join()}
        criteria={draft.criteria}
        onTake={(criteria) => change({ criteria })}
      />
      <GradeRules draft={draft.grades} onChange={(grades) => change({ grades })} />
      <ScoringRules draft={draft.scoring} onChange={(scoring) => change({ scoring })} />
    </div>
  )
}
