// The papers of a supplier that run out, on its page.
import { ActionIcon, Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Certificate } from '#shared/schemas/suppliers.ts'
import { CertificateDialog } from './certificate-dialog.tsx'
import classes from './supply.module.css'
import { ExpiryBadge } from './supply-status.tsx'

export function CertificateList({ supplierId }: { supplierId: number }) {
  const { t } = useText()
  const [written, write] = useState<number | 'new' | null>(null)
  const { data: certificates = [] } = useQuery(trpc.certificates.ofSupplier.queryOptions({ supplierId }))
  return (
    <section aria-label={t('suppliers.sections.certificates')}>
      <div className={classes.head}>
        <SectionTitle>{t('suppliers.sections.certificates')}</SectionTitle>
        <WriteGate>
          <Button variant="subtle" onClick={() => write('new')}>
            {t('suppliers.certificates.new')}
          </Button>
        </WriteGate>
      </div>
      {certificates.length === 0 ? <p className="q-quiet">{t('suppliers.certificates.none')}</p> : null}
      <ul className={classes.items}>
        {certificates.map((certificate) => (
          <CertificateRow key={certificate.id} certificate={certificate} onEdit={() => write(certificate.id)} />
        ))}
      </ul>
      {written === null ? null : (
        <CertificateDialog
          supplierId={supplierId}
          certificateId={written === 'new' ? null : written}
          onClose={() => write(null)}
        />
      )}
    </section>
  )
}

function CertificateRow({ certificate, onEdit }: { certificate: Certificate; onEdit: () => void }) {
  const { t, format } = useText()
  const { id, title, kind, number, expiresOn, fileCount } = certificate
  const files =
    fileCount > 0 && t('suppliers.certificates.files', { count: fileCount, formatted: format.number(fileCount) })
  return (
    <li className={classes.line}>
      <div>
        <Link className="q-link" to="/certificates" search={{ id }}>
          {title}
        </Link>{' '}
        <ExpiryBadge expiresOn={expiresOn} />
        <span className={classes.quiet}>
          {[t(`suppliers.certificateKinds.${kind}`), number, expiresOn, files].filter(Boolean).join(' · ')}
        </span>
      </div>
      <WriteGate>
        <ActionIcon aria-label={t('suppliers.certificates.edit', { title })} onClick={onEdit}>
          <IconPencil size={15} stroke={1.5} />
        </ActionIcon>
      </WriteGate>
    </li>
  )
}
