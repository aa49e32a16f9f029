// A decision in one line, and the money it is about.
import { useQuery } from '@tanstack/react-query'
import { type Deciding, type Stake, stakeIn } from '../../../machines/stake.ts'
import type { Case, Facts } from '../../api/cases.ts'
import { pinned, procedureQuery } from '../../api/procedures.ts'
import { useWords } from '../../ui/words.ts'
import { decisionOf, leadsTo, waitingPaths } from './basis.ts'

/** From which step the decision leads to which, as a rule. */
export function useLine(of: Case): string {
  const { words, list } = useWords()
  const { data: procedure } = useQuery(procedureQuery(pinned(of)))
  const paths = waitingPaths(of)
  const from = list(of.steps.filter(({ path }) => paths.includes(path)).map(({ label }) => words(label)))
  const to = procedure && leadsTo(procedure, paths, decisionOf(procedure, paths[0] ?? '') ?? '')
  return to ? `${from} → ${words(to)}` : from
}

export function Money({ stake }: { stake: Stake | null }) {
  const { t, money } = useWords()
  if (stake === null) return <span className="quiet">{t('approvals.stake.none')}</span>
  return (
    <span className="amount">
      {t(`approvals.stake.${stake.kind}`)} <strong>{money(stake.fen)}</strong>
    </span>
  )
}
export const MoneyIn = ({ facts }: { facts: Facts }) => <Money stake={stakeIn(facts as Deciding)} />
