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

/** `expected`: nobody has settled it yet. */
export function Money({ stake, expected = false }: { stake: Stake | null; expected?: boolean }) {
  const { t, money } = useWords()
  if (stake === null) return <span className="quiet">{t('approvals.stake.none')}</span>
  const what = t(`approvals.stake.${stake.kind}`)
  return (
    <span className="amount">
      {expected ? t('approvals.stake.expected', { what }) : what} <strong>{money(stake.fen)}</strong>
    </span>
  )
}
export function MoneyIn({ facts }: { facts: Facts }) {
  const stake = stakeIn(facts as Deciding)
  return <Money stake={stake} expected={isExpected(facts as Deciding, stake)} />
}
const isExpected = ({ settlement }: Deciding, stake: Stake | null) =>
  stake !== null && stake.kind !== 'concession' && typeof settlement?.amountFen !== 'number'
