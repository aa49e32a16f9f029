// What a decision stands on.
import { waitingPaths } from '../../../machines/decision.ts'
import type { Worksheet } from '../../../machines/worksheet.ts'
import type { Approval } from '../../api/approvals.ts'
import type { HistoryEvent } from '../../api/cases.ts'
import type { WithActs } from '../../api/procedures.ts'
import { AttachmentLink } from '../../ui/AttachmentLink.tsx'
import { FieldList } from '../../ui/FieldList.tsx'
import { ScopeProvider } from '../../ui/form/scope.ts'
import { usePersonName } from '../../ui/names.tsx'
import { formOf, valuesOf } from '../../ui/recorded.ts'
import { WorksheetTable } from '../../ui/WorksheetTable.tsx'
import { useWords } from '../../ui/words.ts'
import { filesIn, lastReturn, sinceLastReturn, submission } from './basis.ts'
import { MoneyIn, useLine } from './line.tsx'

type Props = { item: Approval; procedure: WithActs; history: HistoryEvent[] }

export function Basis({ item, procedure, history }: Props) {
  const { case: of } = item
  const { t, list } = useWords()
  const person = usePersonName()
  const { approval, settlement } = of.facts as { approval?: { proposedBy: string[] }; settlement?: { proposedBy: string[] } | null }
  const proposers = settlement?.proposedBy.length ? settlement.proposedBy : (approval?.proposedBy ?? [])
  const sheet = history.findLast(({ facts }) => facts.sheet)?.facts.sheet as Worksheet | undefined
  return (
    <ScopeProvider value={{ student: of.student, studentName: of.studentName }}>
      <div className="headline">
        <span>{useLine(item)}</span>
        <MoneyIn facts={of.facts} />
      </div>
      <dl className="fields">
        {proposers.length > 0 && <Row title={t('approvals.proposedBy')}>{list(proposers.map(person))}</Row>}
        <Row title={t('approvals.evidence')}>
          <Files ids={filesIn(history, procedure)} />
        </Row>
        <Returned history={history} />
      </dl>
      <Said by={submission(history, waitingPaths(of.steps))} procedure={procedure} />
      {sheet && (
        <details>
          <summary>{t(settlement?.proposedBy.length ? 'approvals.sheet' : 'approvals.sheetExpected')}</summary>
          <WorksheetTable sheet={sheet} />
        </details>
      )}
      <FieldList schema={procedure.opening} values={history[0] ? valuesOf(history[0]) : {}} />
      <Since events={sinceLastReturn(history)} returned={lastReturn(history) !== undefined} procedure={procedure} />
    </ScopeProvider>
  )
}

function Row({ title, children }: React.PropsWithChildren<{ title: string }>) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Files({ ids }: { ids: string[] }) {
  const { t } = useWords()
  if (!ids.length) return t('approvals.noEvidence')
  return ids.map((id) => (
    <div key={id}>
      <AttachmentLink id={id} />
    </div>
  ))
}

/** In their own words, and not only among all that happened: the decision answers them. */
function Said({ by, procedure }: { by: HistoryEvent | undefined; procedure: WithActs }) {
  if (!by?.personal) return null
  return <FieldList schema={formOf(by.type, procedure)} values={by.personal as Record<string, unknown>} />
}

function Returned({ history }: { history: HistoryEvent[] }) {
  const { t, time } = useWords()
  const last = lastReturn(history)
  if (!last) return null
  const { reason } = (last.personal ?? {}) as { reason?: string }
  return (
    <Row title={t('approvals.returned')}>
      {last.actorName} {time(last.at)}
      <div>{reason}</div>
    </Row>
  )
}

/** What was recorded since the case was last returned, or in all: what the approver has not seen yet. */
function Since({ events, returned, procedure }: { events: HistoryEvent[]; returned: boolean; procedure: WithActs }) {
  const { t, words, time } = useWords()
  return (
    <details style={{ marginTop: 8 }} open={returned}>
      <summary>{t(returned ? 'approvals.sinceReturn' : 'approvals.soFar', { count: events.length })}</summary>
      <ul style={{ margin: '6px 0 0', paddingInlineStart: 18 }}>
        {events.map((event) => (
          <li key={event.sequence}>
            {time(event.at)} {event.actorName} <strong>{words(event.label)}</strong>
            <FieldList schema={procedure.events[event.type]?.payload ?? { type: 'object' }} values={valuesOf(event)} />
          </li>
        ))}
      </ul>
    </details>
  )
}
