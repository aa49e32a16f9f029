// A case: who and what, where it stands, whose turn until when, what can be done, and all that happened.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense, useDeferredValue, useEffect, useState } from 'react'
import { type Case, caseQuery, type HistoryEvent, historyQuery } from '../../api/cases.ts'
import { pinned, type WithActs, withActsQuery } from '../../api/procedures.ts'
import { unlessTold } from '../../api/stream.ts'
import { Flex } from '../../ui/Flex.tsx'
import type { Scope } from '../../ui/form/scope.ts'
import { Gradually } from '../../ui/Gradually.tsx'
import { later } from '../../ui/later.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { CaseChart } from './CaseChart.tsx'
import { CaseHeader } from './CaseHeader.tsx'
import type { Choose, Chosen } from './chosen.ts'
import { FactsCard } from './FactsCard.tsx'
import { FilesCard } from './FilesCard.tsx'
import { HistoryCard } from './HistoryCard.tsx'
import { LeftBehind } from './LeftBehind.tsx'
import { RelatedCard } from './RelatedCard.tsx'
import { Teamwork } from './Teamwork.tsx'
import { useNews } from './use-news.ts'
import { WhatNow, whatNow } from './WhatNow.tsx'

/** Forms are large, and nobody fills in one in the first moment. */
const ChosenForm = later(async () => (await import('./ChosenForm.tsx')).ChosenForm)

export function CasePage() {
  const { id } = useParams({ from: '/house/cases/$id' })
  return <OneCase key={id} id={id} />
}

function OneCase({ id }: { id: string }) {
  const known = useKnown(id)
  const { data, error, refetch } = useQuery({ ...caseQuery(id), refetchInterval: unlessTold })
  const procedure = useQuery({ ...withActsQuery(data ? pinned(data) : ''), enabled: data !== undefined })
  const history = useQuery({ ...historyQuery(id, data?.head), enabled: data !== undefined, placeholderData: keepPreviousData })
  const failed = error ?? procedure.error
  // A refresh that fails must not take the page away from whoever is typing into it.
  const meanwhile = failed ? <Failed error={failed} onRetry={() => void refetch()} /> : <Loading />
  if (!data) return meanwhile
  return (
    <Flex vertical gap={16} className="case-page">
      <CaseHeader of={data} />
      {procedure.data ? <TheCase of={data} procedure={procedure.data} newest={history.data} known={known} /> : meanwhile}
    </Flex>
  )
}

/** Whether all of it was there when the page was opened: somebody comes back to it. What arrives a moment later is drawn bit by bit. */
function useKnown(id: string): boolean {
  const client = useQueryClient()
  const [known] = useState(() => {
    const before = client.getQueryData(caseQuery(id).queryKey)
    return before !== undefined && client.getQueryData(historyQuery(id, before.head).queryKey) !== undefined
  })
  return known
}

type Props = { of: Case; procedure: WithActs; newest: HistoryEvent[] | undefined; known: boolean }

function TheCase({ of, procedure, newest, known }: Props) {
  // A history may be long: it is drawn while the page answers to its reader.
  const history = useDeferredValue(newest)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const scope = useScopeOf(of, procedure)
  useNews(newest, procedure)
  useEffect(ChosenForm.soon, [])
  const choose: Choose = (offer, { act = false, initial } = {}) =>
    setChosen({ offer, act, initial, before: of, seen: newest?.at(-1)?.sequence ?? of.revision })
  const done = () => {
    setChosen(null)
    setTimeout(focusOnWhatNow)
  }
  return (
    <>
      <Gradually known={known} meanwhile={<Loading />}>
        <div className="case">
          <div className="case-main">
            <CaseChart of={of} procedure={procedure} history={history} />
          </div>
          <div className="case-side">
            <WhatNow of={of} procedure={procedure} history={history} onChoose={choose} />
            <LeftBehind of={of} />
            <Teamwork of={of} history={history} onChoose={choose} />
            <FactsCard of={of} procedure={procedure} history={history} scope={scope} />
            <FilesCard procedure={procedure} history={history} />
            <RelatedCard of={of} />
          </div>
          <div className="case-history">
            <HistoryCard
              {...{ of, procedure, history, scope }}
              onCorrect={(offer, sequence) => choose(offer, { act: true, initial: { sequence } })}
            />
          </div>
        </div>
      </Gradually>
      <Suspense>{chosen && <ChosenForm {...{ chosen, of, procedure, history, scope }} onDone={done} />}</Suspense>
    </>
  )
}

/** What was recorded has taken its button along: whoever works with keys goes on beside it, not at the top of the page. */
function focusOnWhatNow() {
  if (document.activeElement === document.body) document.getElementById(whatNow)?.focus()
}

/** Steps are named by their labels wherever a form or a record means one by its path. */
function useScopeOf({ student, studentName }: Case, { states }: WithActs): Scope {
  const { words } = useWords()
  return {
    student,
    studentName,
    wording: (field, value) => (field === 'step' ? words(states.find((s) => s.path === value)?.label) || undefined : undefined),
  }
}
