// What an event changed in the case's memory: before and after, leaf by leaf.
import { colours } from '../../theme.ts'
import { useWords } from '../../ui/words.ts'
import type { Change } from './diff.ts'

/** The settings in force are copied in at the opening; they are read in the history, not here. */
const told = ({ path }: Change) => !path.startsWith('settings.')

export function Changes({ changes }: { changes: Change[] }) {
  const { t } = useWords()
  const shown = changes.filter(told)
  if (!shown.length) return <p style={{ color: colours.quiet }}>{t('replay.noChange')}</p>
  return (
    <section aria-label={t('replay.memory')}>
      <h3 style={{ fontSize: 14, marginBottom: 4 }}>{t('replay.memory')}</h3>
      <dl className="memory">
        {shown.map(({ path, before, after }) => (
          <div key={path}>
            <dt>
              <code>{path}</code>
            </dt>
            <dd>
              {before !== null && <Leaf value={before} sign="−" name={t('replay.before')} colour={colours.danger} />}
              {after !== null && <Leaf value={after} sign="+" name={t('replay.after')} colour={colours.success} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Leaf({ value, sign, name, colour }: { value: string; sign: string; name: string; colour: string }) {
  return (
    <code className="leaf" style={{ color: colour }}>
      <span role="img" aria-label={name}>
        {sign}
      </span>{' '}
      {value}
    </code>
  )
}
