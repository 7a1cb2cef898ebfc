// The certificates of all suppliers: what runs out next stands first. They are added on the page of a supplier.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, partyColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { english } from '#shared/i18n/english.ts'
import { type Certificate, type CertificateRow, certificateKinds } from '#shared/schemas/suppliers.ts'
import { CertificateDialog } from './certificate-dialog.tsx'
import { ExpiryBadge } from './supply-status.tsx'

export function CertificatesScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const text = useText()
  const columns = useMemo(() => certificateColumns(text), [text])
  const { archive, unarchive } = useArchiveActions(client.certificates, (what, count) =>
    t(`suppliers.certificates.${what}Done`, count),
  )
  const toSuppliers = <LinkButton to="/suppliers">{t('suppliers.certificates.toSuppliers')}</LinkButton>
  return (
    <Page title={t('suppliers.certificates.title')} actions={toSuppliers} fills>
      <RecordList
        list="certificates"
        feature="certificates"
        label={t('suppliers.certificates.title')}
        columns={columns}
        load={(query) => client.certificates.list.query(query)}
        nameOf={(row) => row.title}
        countText={(total) => t('suppliers.certificates.count', { count: total, formatted: format.number(total) })}
        bulkActions={(archived) => [archived ? unarchive : archive]}
        empty={{
          title: t('suppliers.certificates.emptyTitle'),
          text: t('suppliers.certificates.emptyText'),
          actions: toSuppliers,
        }}
        onNew={() => navigate({ to: '/suppliers' })}
        drawer={(id, onClose) => <CertificateDrawer id={id} onClose={onClose} />}
      />
    </Page>
  )
}

function certificateColumns({ t, language }: ReturnType<typeof useText>): GridColumn<CertificateRow>[] {
  const name = (key: keyof typeof english.suppliers.certificate) => t(`suppliers.certificate.${key}`)
  return [
    textColumn('title', name('title'), { width: 220, minWidth: 160, grows: true }),
    partyColumn('supplier', t('suppliers.fields.supplier'), { language, nameZh: 'supplierZh', width: 220 }),
    {
      key: 'kind',
      label: name('kind'),
      kind: 'choice',
      text: (row) => t(`suppliers.certificateKinds.${row.kind}`),
      choices: certificateKinds.map((value) => ({ value, label: t(`suppliers.certificateKinds.${value}`) })),
      isQuick: true,
      width: 112,
    },
    dayColumn('expiresOn', name('expiresOn'), { isQuick: true }),
    {
      key: 'state',
      label: t('suppliers.certificates.state'),
      kind: 'text',
      isPlain: true,
      text: (row) => row.expiresOn ?? '',
      render: (row) => <ExpiryBadge expiresOn={row.expiresOn} />,
      width: 120,
    },
    textColumn('number', name('number')),
    textColumn('issuer', name('issuer')),
    dayColumn('issuedOn', name('issuedOn')),
    textColumn('note', name('note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}

function CertificateDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useText()
  const [isWriting, setWriting] = useState(false)
  const query = useQuery(trpc.certificates.get.queryOptions({ id }))
  const certificate = query.data
  return (
    <RecordDrawer
      name={certificate?.title ?? t('suppliers.certificate.one')}
      title={certificate?.title ?? ''}
      badge={certificate ? <ExpiryBadge expiresOn={certificate.expiresOn} /> : null}
      actions={
        <WriteGate>
          <Button onClick={() => setWriting(true)}>{t('common.edit')}</Button>
        </WriteGate>
      }
      onClose={onClose}
    >
      <QueryState query={query}>
        {(found) => (
          <>
            <CertificateFacts certificate={found} />
            <RecordPanels kind="certificate" id={id} />
          </>
        )}
      </QueryState>
      {isWriting && certificate ? (
        <CertificateDialog supplierId={certificate.supplierId} certificateId={id} onClose={() => setWriting(false)} />
      ) : null}
    </RecordDrawer>
  )
}

function CertificateFacts({ certificate }: { certificate: Certificate }) {
  const { t, language } = useText()
  const { data: supplier } = useQuery(trpc.parties.get.queryOptions({ id: certificate.supplierId }))
  const word = (key: keyof typeof english.suppliers.certificate) => t(`suppliers.certificate.${key}`)
  return (
    <Facts
      facts={[
        {
          label: t('suppliers.fields.supplier'),
          value: supplier && (
            <Link className="q-link" to="/suppliers/$id" params={{ id: String(certificate.supplierId) }}>
              {nameIn(language, supplier)}
            </Link>
          ),
        },
        { label: word('kind'), value: t(`suppliers.certificateKinds.${certificate.kind}`) },
        { label: word('number'), value: certificate.number, optional: true },
        { label: word('issuer'), value: certificate.issuer, optional: true },
        { label: word('issuedOn'), value: certificate.issuedOn, optional: true },
        { label: word('expiresOn'), value: certificate.expiresOn ?? t('suppliers.certificates.endless') },
        { label: word('note'), value: certificate.note, optional: true },
      ]}
    />
  )
}
