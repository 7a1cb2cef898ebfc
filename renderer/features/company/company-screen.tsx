// The company behind the book: what papers show of it, and how the book counts.
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { RecordAlerts } from '#renderer/ui/alerts/record-alerts.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDrafts, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { type StoredRecord, useStored } from '#renderer/ui/record-form/use-stored.ts'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import type { CompanyProfile } from '#shared/schemas/book.ts'
import type { Revised } from '#shared/schemas/records.ts'
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

function CompanyDraft({ company }: { company: Revised<CompanyProfile> }) {
  const stored = useStored(company, companyToForm, () => client.book.company.query())
  const drafts = useDraft(draftName, stored.start.values)
  return drafts === undefined ? <LoadingState /> : <CompanyEditor company={company} stored={stored} drafts={drafts} />
}

type EditorProps = {
  company: CompanyProfile
  stored: StoredRecord<CompanyForm>
  drafts: KeptDrafts<CompanyForm>
}

function CompanyEditor({ company, stored, drafts }: EditorProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const [task, setTask] = useState<DaysTask | null>(null)
  const state = useRecordForm({
    name: draftName,
    initial: stored.start.values,
    stored,
    drafts,
    read: readCompanyForm,
    save: async (input, seen) => {
      await client.book.saveCompany.mutate({ ...input, seen })
      return stored.load()
    },
    onSaved: (saved) => {
      state.settle(saved.values, saved.seen)
      notifications.show({ message: t('company.saved') })
    },
  })
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
