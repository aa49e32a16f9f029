// Beside a setting: what it does, in which steps of which procedures, and under which clause.
import { Link } from '@tanstack/react-router'
import type { Explained } from '../../../machines/settings-explained.ts'
import { pinned } from '../../api/procedures.ts'
import { ClauseText } from '../../ui/ClauseText.tsx'
import { useWords } from '../../ui/words.ts'

export function Explanation({ of: { hint, felt } }: { of: Explained }) {
  const { t, words, list } = useWords()
  const procedures = [...new Map(felt.map((one) => [one.procedure, words(one.label)])).values()]
  const clauses = [...new Set(felt.flatMap(({ steps }) => steps.map(({ clause }) => clause)))]
  const counted = felt.some(({ deadline }) => deadline)
  return (
    <>
      {hint ? words(hint) : counted && t('institution.countedFrom')}
      <details>
        <summary>{t('institution.feltIn', { procedures: list(procedures) })}</summary>
        <ul className="felt">
          {felt.map((one) => (
            <li key={`${one.procedure}${one.deadline}`}>
              <Steps of={one} />
            </li>
          ))}
          {clauses.map((clause) => (
            <li key={clause}>
              <ClauseText id={clause} />
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function Steps({ of: { procedure, version, label, steps } }: { of: Explained['felt'][number] }) {
  const { words, colon, comma } = useWords()
  return (
    <>
      {words(label)}
      {colon}
      {steps.map(({ path, label }, index) => (
        <span key={path}>
          {index > 0 && comma}
          <Link to="/handbook/$procedure" params={{ procedure: pinned({ procedure, version }) }} hash={path}>
            {words(label)}
          </Link>
        </span>
      ))}
    </>
  )
}
