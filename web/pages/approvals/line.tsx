// A decision in one line, and the money it is about.
import { waitingPaths } from '../../../machines/decision.ts'
import { type Deciding, type Stake, stakeIn } from '../../../machines/stake.ts'
import type { Approval } from '../../api/approvals.ts'
import type { Facts } from '../../api/cases.ts'
import { useWords } from '../../ui/words.ts'

/** From which step the decision leads to which, as a rule. */
export function useLine({ case: of, leadsTo }: Approval): string {
  const { words, list } = useWords()
  const paths = waitingPaths(of.steps)
  const from = list(of.steps.filter(({ path }) => paths.includes(path)).map(({ label }) => words(label)))
  return leadsTo ? `${from} → ${words(leadsTo)}` : from
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
