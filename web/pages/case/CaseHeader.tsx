// The head of a case: number, procedure, student, until when or how it ended.
import { AuditOutlined, LinkOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { departments } from '../../../machines/departments.ts'
import { type Case, caseQuery } from '../../api/cases.ts'
import { pinned } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { Button } from '../../ui/Button.tsx'
import { Due } from '../../ui/Due.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { usePersonName } from '../../ui/names.tsx'
import { OutcomeTag } from '../../ui/OutcomeTag.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../ui/words.ts'

export function CaseHeader({ of }: { of: Case }) {
  const { t, words, date } = useWords()
  return (
    <Page title={`${of.number} ${words(of.label)}`} extra={<Ways of={of} />}>
      <Flex wrap gap={16} align="center" style={{ color: colours.quiet }}>
        <Student of={of} />
        {of.open ? <Due of={of} empty={t('case.noDeadline')} /> : <OutcomeTag of={of} />}
        {!of.open && <span className="tag">{words(of.steps[0]?.label)}</span>}
        <span>{t('case.openedOn', { date: date(of.openedAt) })}</span>
        {of.closedAt && <span>{t('case.closedOn', { date: date(of.closedAt) })}</span>}
        {of.follows && <Follows id={of.follows} />}
        {of.open && <Now of={of} />}
      </Flex>
    </Page>
  )
}

function Student({ of }: { of: Case }) {
  const { t, colon } = useWords()
  const name = of.studentName ?? (of.student ? t('case.masked') : t('case.noStudent'))
  return (
    <strong style={{ color: colours.ink }}>
      {t('case.student')}
      {colon}
      {name}
    </strong>
  )
}

/** Where it stands and whose turn it is, said before anything else. */
function Now({ of }: { of: Case }) {
  const { t, words, comma, colon } = useWords()
  const person = usePersonName()
  const steps = of.steps.filter(({ enteredAt }) => enteredAt !== null)
  const [only] = steps
  if (!only) return null
  const owners = [only.department && words(departments[only.department]), only.assignee ? person(only.assignee) : t('case.unclaimed')]
  return (
    <span style={{ color: colours.ink }}>
      {t('case.step')}
      {colon}
      {steps.length === 1 ? [words(only.label), ...owners].filter(Boolean).join(comma) : t('case.sideBySide', { count: steps.length })}
    </span>
  )
}

function Follows({ id }: { id: string }) {
  const { t } = useWords()
  const { data } = useQuery(caseQuery(id))
  return (
    <Link to="/cases/$id" params={{ id }}>
      <LinkOutlined aria-hidden /> {t('case.follows', { number: data?.number ?? '' })}
    </Link>
  )
}

function Ways({ of }: { of: Case }) {
  const { t } = useWords()
  return (
    <Flex gap={8} wrap className="unprinted">
      <Link to="/handbook/$procedure" params={{ procedure: pinned(of) }}>
        <Button tabIndex={-1}>{t('case.handbook')}</Button>
      </Link>
      <Link to="/cases/$id/replay" params={{ id: of.id }}>
        <Button tabIndex={-1} icon={<AuditOutlined aria-hidden />}>
          {t('case.replay')}
        </Button>
      </Link>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        {t('case.print')}
      </Button>
    </Flex>
  )
}
