// The marks of a history in words, each with a sign of its own so that colour is never the only sign.
import {
  BranchesOutlined,
  ClockCircleFilled,
  CloseCircleFilled,
  DeleteFilled,
  EditFilled,
  ExclamationCircleFilled,
  RollbackOutlined,
  StopFilled,
  UserSwitchOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { Mark as Found, MarkKind } from '../../../machines/conformance.ts'
import type { Described } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { useLateWords } from '../../ui/audit/late-words.ts'
import { useWords } from '../../ui/words.ts'
import { type Frame, verified } from './frame.ts'

/** What a reckoning finds wrong is a mark too. */
export type Mark = Found | { sequence: number; kind: 'broken' }
export type Kind = MarkKind | 'broken'

type Sign = { Icon: ComponentType<{ 'aria-hidden'?: boolean; style?: object }>; ink: string }
const signs: Record<Kind, Sign> = {
  broken: { Icon: CloseCircleFilled, ink: colours.danger },
  late: { Icon: ClockCircleFilled, ink: colours.danger },
  overdue: { Icon: ExclamationCircleFilled, ink: colours.danger },
  returned: { Icon: RollbackOutlined, ink: colours.warning },
  deputy: { Icon: UserSwitchOutlined, ink: colours.warning },
  corrected: { Icon: EditFilled, ink: colours.warning },
  unusual: { Icon: BranchesOutlined, ink: colours.warning },
  cut: { Icon: StopFilled, ink: colours.warning },
  erased: { Icon: DeleteFilled, ink: colours.quiet },
}
/** The gravest first. */
export const kinds = Object.keys(signs) as Kind[]
export const inkOf = (kind: Kind) => signs[kind].ink

export const brokenIn = (frames: readonly Frame[]): Mark[] =>
  frames.flatMap((frame) => (verified(frame) ? [] : [{ sequence: frame.event.sequence, kind: 'broken' as const }]))

export function MarkName({ kind }: { kind: Kind }) {
  const { t } = useWords()
  const { Icon, ink } = signs[kind]
  return (
    <span className="mark" style={{ color: ink }}>
      <Icon aria-hidden /> {t(`audit.mark.${kind}.name`)}
    </span>
  )
}

/** Parts of one step that run side by side are that step. */
const wholes = (paths: string[]): string[] => {
  const parents = Map.groupBy(paths, (path) => path.split('.')[0]!)
  return [...parents].map(([whole, parts]) => (parts.length > 1 ? whole : parts[0]!))
}

/** What a mark says of its event, in a sentence. */
export function useMarkWords(procedure: Described, frames: readonly Frame[]) {
  const { t, words, list, date } = useWords()
  const lateWords = useLateWords()
  const stepName = (path: string) => words(procedure.states.find((state) => state.path === path)?.label)
  return (mark: Mark): string => {
    const event = frames[mark.sequence - 1]?.event
    switch (mark.kind) {
      case 'late': {
        const { deadline, due, days } = mark.deadline
        return t('audit.mark.late.says', { deadline: words(procedure.deadlines[deadline]), due: date(due), late: lateWords(days) })
      }
      case 'overdue':
        return t('audit.mark.overdue.says', { deadline: words(procedure.deadlines[mark.deadline.deadline]), due: date(mark.deadline.due) })
      case 'returned':
        return t('audit.mark.returned.says', { steps: list(wholes(mark.to).map(stepName)) })
      case 'deputy':
        return t(mark.decision ? 'audit.mark.deputy.decided' : 'audit.mark.deputy.recorded', {
          deputy: event?.actorName,
          principal: event?.onBehalfOfName,
        })
      case 'corrected':
        return t('audit.mark.corrected.says', { by: mark.by })
      case 'unusual':
        return t('audit.mark.unusual.says', { cases: mark.share.cases, of: mark.share.of })
      default:
        return t(`audit.mark.${mark.kind}.says`)
    }
  }
}
