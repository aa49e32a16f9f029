// What can be done about a step without moving the case: claimed and released at once, handed over and urged by their forms.

import { useState } from 'react'
import type { ActName } from '../../../machines/acts.ts'
import type { Case, Facts, Offer, Step } from '../../api/cases.ts'
import { Button } from '../../ui/Button.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { useMessages } from '../../ui/Messages.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { useRecording } from '../../ui/use-recording.ts'
import { useWords } from '../../ui/words.ts'

const atOnce: readonly string[] = ['step.claimed', 'step.released'] satisfies ActName[]
const byForm: readonly string[] = ['step.handedOver', 'case.nudged'] satisfies ActName[]
/** Whether an act is done to one step, and so stands beside it. */
export const isOfStep = ({ type }: Offer) => atOnce.includes(type) || byForm.includes(type)

type Props = { of: Case; step: Step; onChoose: (act: Offer, initial: Facts) => void }

export function StepActs({ of, step, onChoose }: Props) {
  const { words } = useWords()
  const possible = of.acts.filter((act) => isOfStep(act) && act.payload.properties.step?.enum?.includes(step.path))
  if (!possible.length) return null
  return (
    <Flex wrap gap={4} className="step-acts unprinted">
      {possible.map((act) =>
        atOnce.includes(act.type) ? (
          <AtOnce key={act.type} of={of} act={act} step={step} />
        ) : (
          <Button key={act.type} size="small" type="link" data-event={act.type} onClick={() => onChoose(act, { step: step.path })}>
            {words(act.label)}
          </Button>
        ),
      )}
    </Flex>
  )
}

function AtOnce({ of, act, step }: { of: Case; act: Offer; step: Step }) {
  const { words } = useWords()
  const explain = useProblemWords()
  const { message } = useMessages()
  const [doing, setDoing] = useState(false)
  const record = useRecording({ of, offer: act, act: true }, () => {})
  const doIt = async () => {
    setDoing(true)
    await record({ step: step.path }).catch((error) => void message.error(explain(error)))
    setDoing(false)
  }
  return (
    <Button size="small" type="link" data-event={act.type} loading={doing} onClick={() => void doIt()}>
      {words(act.label)}
    </Button>
  )
}
