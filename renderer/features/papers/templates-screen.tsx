// The templates of papers: those that came with the program, and the user's own, by kind of paper.
import { ActionIcon, Button, FileButton, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { downloadFile, uploadFile } from '#renderer/lib/files.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type PaperTemplateRow, paperKinds } from '#shared/schemas/papers.ts'
import { problemSentence } from './designer/problem-sentence.ts'
import { CopyTemplateDialog, RemoveTemplateDialog, RenameTemplateDialog } from './template-dialogs.tsx'
import { templateName } from './template-name.ts'
import classes from './templates.module.css'

export function TemplatesScreen() {
  const { t } = useText()
  const query = useQuery(trpc.papers.templates.list.queryOptions({}))
  const open = useOpenFile()
  return (
    <Page
      title={t('papers.templates.title')}
      subtitle={t('papers.templates.text')}
      actions={
        <FileButton onChange={(file) => file && open.mutate(file)} accept=".liquid,.html,.txt">
          {(props) => (
            <WriteGate>
              <Button {...props} loading={open.isPending}>
                {t('papers.templates.open')}
              </Button>
            </WriteGate>
          )}
        </FileButton>
      }
    >
      {open.error ? (
        <Notice tone="bad" title={t('papers.templates.refused', { name: open.variables?.name ?? '' })}>
          <RefusedWhy error={open.error} />
        </Notice>
      ) : null}
      <QueryState query={query}>{(templates) => <TemplateGroups templates={templates} />}</QueryState>
    </Page>
  )
}

/** The reason, and the line where the file is wrong. */
function RefusedWhy({ error }: { error: unknown }) {
  const { t } = useText()
  const { code, details } = failureOf(error)
  const { line, ...rest } = details
  return <p>{problemSentence(t, { code, details: rest, line: Number(line) || null })}</p>
}

function useOpenFile() {
  const { t } = useText()
  return useMutation({
    mutationFn: async (file: File) => client.papers.templates.upload.mutate({ token: await uploadFile(file) }),
    onSuccess: () => notifications.show({ message: t('papers.templates.opened') }),
  })
}

function TemplateGroups({ templates }: { templates: readonly PaperTemplateRow[] }) {
  const { t } = useText()
  return paperKinds.map((kind) => (
    <section key={kind} className={classes.group}>
      <SectionTitle>{t(`papers.kinds.${kind}`)}</SectionTitle>
      <ul className={classes.list}>
        {templates
          .filter((template) => template.kind === kind)
          .map((template) => (
            <TemplateRow key={template.id} template={template} />
          ))}
      </ul>
    </section>
  ))
}

function TemplateRow({ template }: { template: PaperTemplateRow }) {
  const { t } = useText()
  return (
    <li className={classes.row}>
      <Link to="/papers/templates/$id" params={{ id: template.id }} className={`q-link ${classes.name}`}>
        {templateName(t, template)}
      </Link>
      {template.isDefault ? <StatusBadge tone="accent">{t('papers.templates.default')}</StatusBadge> : null}
      {template.isBuiltIn ? <StatusBadge tone="outline">{t('papers.templates.builtIn')}</StatusBadge> : null}
      <TemplateMenu template={template} />
    </li>
  )
}

type Question = 'copy' | 'rename' | 'remove'

function TemplateMenu({ template }: { template: PaperTemplateRow }) {
  const { t } = useText()
  const navigate = useNavigate()
  const [question, ask] = useState<Question | null>(null)
  const onError = (error: unknown) => notifications.show({ color: 'red', message: errorMessage(t, error) })
  const makeDefault = useMutation({
    mutationFn: () => client.papers.templates.setDefault.mutate({ id: template.id }),
    onError,
  })
  const save = useMutation({
    mutationFn: async () => {
      const file = await client.papers.templates.download.query({ id: template.id })
      await downloadFile(file.token, file.name)
    },
    onError,
  })
  const edit = (id: string) => navigate({ to: '/papers/templates/$id', params: { id } })
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon
            className={classes.menu}
            aria-label={t('papers.templates.actions', { name: templateName(t, template) })}
          >
            <IconDots size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => edit(template.id)}>
            {template.isBuiltIn ? t('papers.templates.look') : t('common.edit')}
          </Menu.Item>
          <WriteGate>
            <Menu.Item onClick={() => ask('copy')}>{t('papers.templates.copy')}</Menu.Item>
          </WriteGate>
          {template.isBuiltIn ? null : (
            <WriteGate>
              <Menu.Item onClick={() => ask('rename')}>{t('papers.templates.rename')}</Menu.Item>
            </WriteGate>
          )}
          {template.isDefault ? null : (
            <WriteGate>
              <Menu.Item onClick={() => makeDefault.mutate()}>{t('papers.templates.makeDefault')}</Menu.Item>
            </WriteGate>
          )}
          <Menu.Item onClick={() => save.mutate()}>{t('papers.templates.saveFile')}</Menu.Item>
          {template.isBuiltIn ? null : (
            <WriteGate>
              <Menu.Item onClick={() => ask('remove')}>{t('papers.templates.remove')}</Menu.Item>
            </WriteGate>
          )}
        </Menu.Dropdown>
      </Menu>
      {question === 'copy' ? (
        <CopyTemplateDialog template={template} onClose={() => ask(null)} onCopied={edit} />
      ) : null}
      {question === 'rename' ? <RenameTemplateDialog template={template} onClose={() => ask(null)} /> : null}
      {question === 'remove' ? <RemoveTemplateDialog template={template} onClose={() => ask(null)} /> : null}
    </>
  )
}
