// What the case waits for: each step with whose turn it is and until when, what the reader can do about it, and what they cannot and why.
import { departments, rolesOf } from '../../../machines/departments.ts'
import type { Case, HistoryEvent, Offer, Step } from '../../api/cases.ts'
import type { WithActs } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { BlockedList } from '../../ui/BlockedList.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { PersonName } from '../../ui/names.tsx'
import { Popup } from '../../ui/Popup.tsx'
import { useWords } from '../../ui/words.ts'
import { cameBack, reasonOf } from './came-back.ts'
import type { Choose } from './chosen.ts'
import { DraftList } from './DraftList.tsx'
import { useDueWhy } from './DueWhy.tsx'
import { type Group, grouped } from './groups.ts'
import { NextCase } from './NextCase.tsx'
import { StepActs } from './StepActs.tsx'

/** The card's id. */
export const whatNow = 'what-now'

type Props = { of: Case; procedure: WithActs; history: HistoryEvent[] | undefined; onChoose: Choose }

export function WhatNow({ of, procedure, history, onChoose }: Props) {
  const { t, words } = useWords()
  const { groups, anywhere } = grouped(of, procedure)
  return (
    <Card
      id={whatNow}
      tabIndex={-1}
      title={t(of.open ? 'case.now' : 'case.closed')}
      extra={<Rest offers={anywhere.offers} onChoose={onChoose} />}
    >
      {!of.open && <p>{t('case.closedAt', { state: words(of.steps[0]?.label) })}</p>}
      <DraftList of={of} procedure={procedure} history={history} onChoose={onChoose} />
      <Flex vertical gap={14}>
        {groups.map((group) => (
          <Waiting key={group.path} of={of} group={group} procedure={procedure} history={history} onChoose={onChoose} />
        ))}
        {of.open && of.offers.length === 0 && <p style={{ color: colours.quiet }}>{t('case.nothingToDo')}</p>}
        {of.offers.length === 0 && <NextCase after={of} />}
      </Flex>
    </Card>
  )
}

type WaitingProps = Omit<Props, 'of'> & { of: Case; group: Group }

/** What a step is there for. Where there is a choice it is the reader’s: no answer is pressed on them. */
const isItsWork = ({ step, offers }: Group, { type }: Offer, { events }: WithActs) =>
  offers.length === 1 && (step?.department ? rolesOf(step.department) : []).some((role) => events[type]?.by.includes(role))

function Waiting({ of, group, procedure, history, onChoose }: WaitingProps) {
  const { words } = useWords()
  const due = useDueWhy(group.step, of.deadlines)
  return (
    <section className="waiting" aria-label={words(group.label)}>
      <Flex wrap gap={8} justify="space-between">
        <strong>{words(group.label)}</strong>
        {due.date}
      </Flex>
      {due.reasons}
      <CameBack event={history && cameBack(group.path, history)} procedure={procedure} />
      {group.step && (
        <Flex wrap gap="0 8px" align="center" justify="space-between">
          <Turn step={group.step} />
          <StepActs of={of} step={group.step} onChoose={(offer, initial) => onChoose(offer, { act: true, initial })} />
        </Flex>
      )}
      {group.offers.length > 0 && (
        <Flex wrap gap={8} style={{ marginTop: 8 }}>
          {group.offers.map((offer) => (
            <Button
              key={offer.type}
              data-event={offer.type}
              type={isItsWork(group, offer, procedure) ? 'primary' : 'default'}
              onClick={() => onChoose(offer)}
              className="offer"
            >
              {words(offer.label)}
            </Button>
          ))}
        </Flex>
      )}
      <BlockedList blocked={group.blocked} />
    </section>
  )
}

/** Why it is here again, in the words of whoever sent it back. */
function CameBack({ event, procedure }: { event: HistoryEvent | undefined; procedure: WithActs }) {
  const { words, time } = useWords()
  if (!event) return null
  return (
    <p className="came-back">
      <span className="quiet">
        {words(procedure.events[event.type]?.label)} · {event.actorName} {time(event.at)}
      </span>
      {reasonOf(event)}
    </p>
  )
}

function Turn({ step }: { step: Step }) {
  const { t, words, comma } = useWords()
  return (
    <div style={{ color: colours.quiet }}>
      {step.department && words(departments[step.department])}
      {comma}
      {step.assignee ? <PersonName id={step.assignee} /> : t('case.unclaimed')}
    </div>
  )
}

/** What can happen in any step, voiding and merging: offered, but out of the way. */
function Rest({ offers, onChoose }: { offers: Offer[]; onChoose: Choose }) {
  const { t, words } = useWords()
  if (!offers.length) return null
  return (
    <Popup button={{ size: 'small', className: 'unprinted', children: t('case.more') }} label={t('case.more')}>
      {(close) =>
        offers.map((offer) => (
          <button
            key={offer.type}
            type="button"
            className="menu-line"
            onClick={() => {
              close()
              onChoose(offer)
            }}
          >
            {words(offer.label)}
          </button>
        ))
      }
    </Popup>
  )
}
