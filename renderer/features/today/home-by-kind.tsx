// What waits, kind by kind, each with what can be said of all of it.
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { snoozeChoices, snoozeDay } from '#renderer/ui/alerts/snooze-days.ts'
import { useAlertMarks } from '#renderer/ui/alerts/use-alert-marks.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { AlertRuleId } from '#shared/schemas/alerts.ts'
import { HomeRows } from './home-rows.tsx'
import type { KindSection } from './home-sections.ts'
import { KindLinks, kindName } from './section-links.tsx'
import classes from './today-screen.module.css'

export function HomeByKind({ sections }: { sections: readonly KindSection[] }) {
  return sections.map((section) => <KindPart key={section.rule} section={section} />)
}

function KindPart({ section: { rule, count, items } }: { section: KindSection }) {
  const { t, format } = useText()
  const title = kindName(t, rule)
  return (
    <section className={classes.part} aria-label={title}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          {title}
          <span className={classes.count}>{format.number(count)}</span>
        </h2>
        {rule === 'tasks' ? null : <WholeRuleMenu rule={rule} title={title} />}
      </div>
      {rule === 'tasks' ? null : <p className={classes.about}>{t(`alerts.rules.${rule}.about`)}</p>}
      <HomeRows items={items} label={title} />
      <p className={classes.links}>
        <KindLinks rule={rule} count={count} shown={items.length} />
      </p>
    </section>
  )
}

function WholeRuleMenu({ rule, title }: { rule: AlertRuleId; title: string }) {
  const { t } = useText()
  const today = useToday()
  const marks = useAlertMarks()
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <WriteGate>
          <Button
            size="compact-sm"
            aria-label={t('alerts.allOf', { kind: title })}
            rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
          >
            {t('alerts.all')}
          </Button>
        </WriteGate>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('alerts.snoozeUntil')}</Menu.Label>
        {snoozeChoices.map((choice) => (
          <Menu.Item key={choice} onClick={() => marks.snooze({ rule }, snoozeDay(choice, today))}>
            {t(`alerts.${choice}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => marks.done({ rule })}>{t('alerts.allDone')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
