// The company behind the book: what papers show of it, and how the book counts.
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { RecordAlerts } from '#renderer/ui/alerts/record-alerts.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDraft, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import type { CompanyProfile } from '#shared/schemas/book.ts'
import { AccountFields } from './account-fields.tsx'
import classes from './company.module.css'
import { CompanyFields, CountingFields } from './company-fields.tsx'
import { type CompanyForm, companyToForm, readCompanyForm } from './company-form-values.ts'
import { CompanyPictures } from './company-pictures.tsx'
import { CopyFacts } from './copy-facts.tsx'
import { NumberFields } from './number-fields.tsx'
import { PasteDaysDialog } from './paste-days-dialog.tsx'
import { type DaysTask, SpecialDays } from './special-days.tsx'
import { SpecialDaysDialog } from './special-days-dialog.tsx'

const draftName = 'company'

export function CompanyScreen() {
  const { t } = useText()
  const query = useQuery(trpc.book.company.queryOptions())
  return (
    <Page title={t('company.title')} subtitle={t('company.subtitle')}>
      <RecordAlerts kind="company" id={1} />
      <QueryState query={query}>{(company) => <CompanyDraft company={company} />}</QueryState>
    </Page>
  )
}

function CompanyDraft({ company }: { company: CompanyProfile }) {
  const [initial, setInitial] = useState(() => companyToForm(company))
  const draft = useDraft(draftName, initial)
  const [opened, setOpened] = useState<{ draft: KeptDraft<CompanyForm> } | null>(null)
  // The draft is looked at once: what is written from then on is this form's own.
  if (draft !== undefined && opened === null) setOpened({ draft })
  if (opened === null) return <LoadingState />
  return <CompanyEditor company={company} initial={initial} onInitial={setInitial} draft={opened.draft} />
}

type EditorProps = {
  company: CompanyProfile
  initial: CompanyForm
  onInitial: (initial: CompanyForm) => void
  draft: KeptDraft<CompanyForm>
}

function CompanyEditor({ company, initial, onInitial, draft }: EditorProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const [task, setTask] = useState<DaysTask | null>(null)
  const state = useRecordForm({
    name: draftName,
    initial,
    draft,
    read: readCompanyForm,
    save: async (input) => {
      await client.book.saveCompany.mutate(input)
      return client.book.company.query()
    },
    onSaved: (saved) => {
      takeOver(saved)
      notifications.show({ message: t('company.saved') })
    },
  })
  const takeOver = (saved: CompanyProfile) => {
    const values = companyToForm(saved)
    onInitial(values)
    state.settle(values)
  }
  // Changed in another window, or taken back: shown at once, unless someone is writing here.
  const follow = useEffectEvent((changed: CompanyProfile) => {
    if (!state.isUnsaved() && !state.isSaving) takeOver(changed)
  })
  useEffect(() => follow(company), [company])
  return (
    <>
      <RecordForm state={state} label={t('company.title')} onCancel={() => navigate({ to: '/' })}>
        <CompanyFields form={state.form} />
        <NumberFields form={state.form} />
        <AccountFields form={state.form} />
        <CompanyPictures company={company} />
        <CountingFields form={state.form} />
        <SpecialDays onTask={setTask} />
        <CopyFacts />
      </RecordForm>
      {task?.do === 'paste' ? <PasteDaysDialog onClose={() => setTask(null)} /> : null}
      {task && task.do !== 'paste' ? (
        <SpecialDaysDialog span={task.do === 'edit' ? task.span : null} onClose={() => setTask(null)} />
      ) : null}
      <section className={classes.history} aria-label={t('company.history')}>
        <RecordPanels kind="company" id={1} />
      </section>
    </>
  )
}
