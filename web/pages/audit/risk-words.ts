// How tickets are counted in a draw by risk, in a sentence.
import { moneyStep, mostForMoney, type RiskKind, riskPoints } from '../../../machines/risk.ts'
import { useWords } from '../../ui/words.ts'

export function useRiskWords(): string {
  const { t, money, list } = useWords()
  const kinds = Object.entries(riskPoints) as [RiskKind, number][]
  const points = list(kinds.map(([kind, points]) => t('audit.draw.points', { kind: t(`audit.mark.${kind}.name`), points })))
  return t('audit.draw.risk', { points, step: money(moneyStep), most: mostForMoney })
}
