// The designer's screen: the paper on the left, what can be changed on the right.
import { Button, SegmentedControl, Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { DraftOffer } from '#renderer/ui/record-form/draft-offer.tsx'
import { LeaveGuard } from '#renderer/ui/record-form/leave-guard.tsx'
import type { KeptDrafts } from '#renderer/ui/record-form/use-draft.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { PaperTemplateHeader } from '#shared/schemas/paper-templates.ts'
import {
  type PaperLanguage,
  type PaperTemplate,
  type PaperWishDraft,
  paperKindFacts,
  paperLanguages,
} from '#shared/schemas/papers.ts'
import { OrderPicker } from '../paper-source.tsx'
import classes from '../papers.module.css'
import { PaperSheets } from '../sheets/paper-sheets.tsx'
import { CopyTemplateDialog } from '../template-dialogs.tsx'
import { templateName } from '../template-name.ts'
import { usePaperPreview } from '../use-paper-preview.ts'
import { ColumnsPart } from './columns-part.tsx'
import { PagePart } from './page-part.tsx'
import { problemSentence } from './problem-sentence.ts'
import { type TemplateDesign, useTemplateDesign } from './use-template-design.ts'
import { WordsPart } from './words-part.tsx'

type TemplateDesignerProps = { template: PaperTemplate; drafts: KeptDrafts<PaperTemplateHeader> }

export function TemplateDesigner({ template, drafts }: TemplateDesignerProps) {
  const { t } = useText()
  const design = useTemplateDesign(template, drafts)
  const name = templateName(t, { ...template, name: design.header.name })
  const [language, setLanguage] = useState<PaperLanguage>('both')
  const [order, setOrder] = useState<{ id: number; name: string } | null>(null)
  const preview = usePaperPreview(wishOf(template, design.header, { language, order }), {
    header: design.header,
    body: template.body,
  })
  return (
    <Page
      name={name}
      title={name}
      subtitle={t(`papers.kinds.${template.kind}`)}
      actions={<DesignActions template={template} design={design} />}
      fills
    >
      <div className={classes.split}>
        <div className={classes.sheets}>
          <QueryState query={preview}>
            {({ html }) => (
              <PaperSheets
                html={html}
                name={t('papers.preview', { name })}
                mark={t(`papers.marks.draft.${language}`)}
                isStale={preview.isStale}
              />
            )}
          </QueryState>
        </div>
        <aside className={classes.side} aria-label={t('papers.designer.title')}>
          <DesignNotices template={template} design={design} />
          <div className={classes.fields}>
            <SegmentedControl
              fullWidth
              aria-label={t('papers.designer.previewLanguage')}
              data={paperLanguages.map((one) => ({ value: one, label: t(`papers.languages.${one}`) }))}
              value={language}
              onChange={(one) => setLanguage(one as PaperLanguage)}
            />
            {isOfOrder(template) ? (
              <OrderPicker
                label={t('papers.designer.previewOf')}
                placeholder={t('papers.designer.sampleOrder')}
                value={order}
                onChange={setOrder}
              />
            ) : null}
          </div>
          <DesignParts template={template} design={design} />
        </aside>
      </div>
      <LeaveGuard isUnsaved={() => design.isUnsaved && !template.isBuiltIn} />
    </Page>
  )
}

function isOfOrder({ kind }: PaperTemplate): boolean {
  return paperKindFacts[kind].records.includes('order')
}

type Shown = { language: PaperLanguage; order: { id: number } | null }

/** A paper to look at: of the chosen order, else of the sample one. */
function wishOf(template: PaperTemplate, header: PaperTemplateHeader, { language, order }: Shown): PaperWishDraft {
  return {
    kind: template.kind,
    record: order && { kind: 'order', id: order.id },
    language,
    templateId: template.id,
    pageSize: header.page.size,
  }
}

function DesignActions({ template, design }: { template: PaperTemplate; design: TemplateDesign }) {
  const { t } = useText()
  const navigate = useNavigate()
  const [isCopying, setCopying] = useState(false)
  if (!template.isBuiltIn) {
    return (
      <>
        <Button onClick={design.startOver} disabled={!design.isUnsaved}>
          {t('papers.designer.startOver')}
        </Button>
        <WriteGate>
          <Button variant="filled" onClick={design.save} disabled={!design.canSave} loading={design.saving.isPending}>
            {t('common.save')}
          </Button>
        </WriteGate>
      </>
    )
  }
  return (
    <>
      <WriteGate>
        <Button variant="filled" onClick={() => setCopying(true)}>
          {t('papers.templates.copyToChange')}
        </Button>
      </WriteGate>
      {isCopying ? (
        <CopyTemplateDialog
          template={template}
          onClose={() => setCopying(false)}
          onCopied={(id) => navigate({ to: '/papers/templates/$id', params: { id } })}
        />
      ) : null}
    </>
  )
}

function DesignNotices({ template, design }: { template: PaperTemplate; design: TemplateDesign }) {
  const { t, format } = useText()
  return (
    <div className={classes.notices}>
      {template.isBuiltIn ? <Notice>{t('papers.designer.builtIn')}</Notice> : null}
      {design.restoredAt !== null ? (
        <Notice>{t('fields.form.draftRestored', { time: format.instant(design.restoredAt) })}</Notice>
      ) : null}
      {design.offer ? <DraftOffer {...design.offer} /> : null}
      {design.problems.length > 0 ? (
        <Notice tone="bad" title={t('papers.designer.broken')}>
          <ul className={classes.problems}>
            {design.problems.map((problem) => (
              <li key={`${problem.code}${problem.line}${JSON.stringify(problem.details)}`}>
                {problemSentence(t, problem)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {design.saving.error ? <Notice tone="bad">{errorMessage(t, design.saving.error)}</Notice> : null}
    </div>
  )
}

function DesignParts({ template, design }: { template: PaperTemplate; design: TemplateDesign }) {
  const { t } = useText()
  const part = { template, header: design.header, change: design.change }
  return (
    <Tabs defaultValue="page" keepMounted={false} mt="md">
      <Tabs.List>
        <Tabs.Tab value="page">{t('papers.designer.page')}</Tabs.Tab>
        {template.columns.length > 0 ? <Tabs.Tab value="columns">{t('papers.designer.columns')}</Tabs.Tab> : null}
        <Tabs.Tab value="words">{t('papers.designer.words')}</Tabs.Tab>
      </Tabs.List>
      <fieldset className={classes.parts} disabled={template.isBuiltIn} aria-label={t('papers.designer.title')}>
        <Tabs.Panel value="page" pt="md">
          <PagePart {...part} />
        </Tabs.Panel>
        <Tabs.Panel value="columns" pt="md">
          <ColumnsPart {...part} />
        </Tabs.Panel>
        <Tabs.Panel value="words" pt="md">
          <WordsPart {...part} />
        </Tabs.Panel>
      </fieldset>
    </Tabs>
  )
}
