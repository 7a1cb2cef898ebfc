// A credit note without an order: what is given back of sales that nobody finds any more, or out of goodwill.
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { Page } from '#renderer/ui/page.tsx'
import { CreditFrame } from './credit-frame.tsx'
import classes from './dispatch.module.css'
import { FreeCreditHead } from './free-credit-head.tsx'
import { FreeCreditTable } from './free-credit-table.tsx'
import { type FreeCreditForm, newFreeCredit, newFreeRow, readFreeCredit } from './free-credit-values.ts'

export function FreeCreditScreen() {
  const { t } = useText()
  const { baseCurrency } = useBook()
  return (
    <Page title={t('dispatch.credit.newTitle')}>
      <FreeCredit baseCurrency={baseCurrency} />
    </Page>
  )
}

function FreeCredit({ baseCurrency }: { baseCurrency: string }) {
  const { t } = useText()
  const today = useToday()
  const [form, setForm] = useState(() => newFreeCredit(today, baseCurrency))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const reading = readFreeCredit(form)
  const set = (part: Partial<FreeCreditForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setProblems({})
  }
  return (
    <CreditFrame
      reading={reading}
      onProblems={setProblems}
      isDraft={form.isDraft}
      onDraft={(isDraft) => set({ isDraft })}
      backTo={{ to: '/orders', id: null }}
    >
      <FreeCreditHead {...{ form, set, problems, baseCurrency }} />
      <FreeCreditTable {...{ form, set, problems }} />
      <div className={classes.actions}>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => set({ rows: [...form.rows, newFreeRow()] })}
        >
          {t('dispatch.credit.addLine')}
        </Button>
      </div>
    </CreditFrame>
  )
}
