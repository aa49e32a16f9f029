// Whether the history holds: as this browser found it, and as the server found it.
import { useQuery } from '@tanstack/react-query'
import { type Case, verificationQuery } from '../../api/cases.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { useWords } from '../../ui/words.ts'
import { type Frame, verified } from './frame.ts'

export function Verdict({ of, frames }: { of: Case; frames: Frame[] }) {
  const { t } = useWords()
  const good = frames.filter(verified).length
  const intact = good === frames.length && frames.at(-1)?.event.hash === of.head
  return (
    <Flex gap={12} wrap className="verdicts">
      <Alert
        data-verified={intact}
        type={intact ? 'success' : 'error'}
        title={t(intact ? 'replay.intactHere' : 'replay.brokenHere')}
        description={t('replay.counted', { good, all: frames.length })}
      />
      <ServerVerdict of={of} />
    </Flex>
  )
}

function ServerVerdict({ of }: { of: Case }) {
  const { t, words } = useWords()
  const { data, error } = useQuery(verificationQuery(of.id))
  if (error) return <Alert type="warning" title={t('replay.serverSilent')} />
  if (!data) return <Alert type="info" title={t('replay.serverAsked')} description="…" />
  return (
    <Alert
      type={data.intact ? 'success' : 'error'}
      title={t(data.intact ? 'replay.intactThere' : 'replay.brokenThere')}
      description={
        <>
          {t('replay.checkedThere', { count: data.sequence })}
          {data.problems.map((problem) => (
            <div key={`${problem.sequence}${problem.code}`}>
              {problem.sequence}. {words(problem.detail)}
            </div>
          ))}
        </>
      }
    />
  )
}
