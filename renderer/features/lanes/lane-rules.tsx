// What planned arrivals are made of, and how long without news is too long: a few rules in a dialog.
import { Button, Modal, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconSettings } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type PromiseQuantile, promiseQuantiles, type LaneRules as Rules } from '#shared/schemas/lane-settings.ts'
import classes from './lanes.module.css'

export function LaneRules() {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button leftSection={<IconSettings size={14} stroke={1.5} />} onClick={() => setOpen(true)}>
        {t('lanes.rules.button')}
      </Button>
      {isOpen ? <RulesDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function RulesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const query = useQuery(trpc.lanes.rules.queryOptions())
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('lanes.rules.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <QueryState query={query}>{(rules) => <RuleFields rules={rules} />}</QueryState>
    </Modal>
  )
}

function RuleFields({ rules }: { rules: Rules }) {
  const { t } = useText()
  const save = useMutation({
    mutationFn: (part: Partial<Rules>) => client.lanes.setRules.mutate({ ...rules, ...part }),
    onSuccess: () => notifications.show({ message: t('lanes.rules.saved') }),
    onError: (error) => sayError(t, error),
  })
  const number = (key: 'leastSample' | 'newest' | 'silentDays') => (value: number | null) =>
    value !== null && save.mutate({ [key]: value })
  return (
    <div className={classes.rules}>
      <p className="q-quiet">{t('lanes.rules.about')}</p>
      <WriteGate>
        <Select
          label={t('lanes.rules.promise')}
          data-autofocus
          autoFocus
          allowDeselect={false}
          data={promiseQuantiles.map((value) => ({ value, label: t(`lanes.rules.promises.${value}`) }))}
          value={rules.promise}
          onChange={(promise) => promise && save.mutate({ promise: promise as PromiseQuantile })}
        />
      </WriteGate>
      <RuleNumber
        label={t('lanes.rules.leastSample')}
        value={rules.leastSample}
        range={[2, 1000]}
        isWhole
        onSave={number('leastSample')}
      />
      <RuleNumber
        label={t('lanes.rules.newest')}
        value={rules.newest}
        range={[10, 1000]}
        isWhole
        onSave={number('newest')}
      />
      <RuleNumber
        label={t('lanes.rules.silentDays')}
        about={t('lanes.rules.silentAbout')}
        unit={t('lanes.rules.days')}
        value={rules.silentDays}
        range={[1, 365]}
        isWhole
        onSave={number('silentDays')}
      />
    </div>
  )
}
