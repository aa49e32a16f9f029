// What an event changed in the case's memory: before and after, leaf by leaf, in words beside the machine's own names.
import type { Described } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { useWords } from '../../ui/words.ts'
import type { Change } from './diff.ts'
import { told, useMemory } from './memory.ts'

export function Changes({ changes, procedure }: { changes: Change[]; procedure: Described }) {
  const { t } = useWords()
  const { title, value } = useMemory(procedure)
  const shown = changes.filter(told)
  if (!shown.length) return <p style={{ color: colours.quiet }}>{t('replay.noChange')}</p>
  return (
    <section aria-label={t('replay.memory')}>
      <h2 style={{ fontSize: 14, marginBottom: 4 }}>{t('replay.memory')}</h2>
      <dl className="memory">
        {shown.map(({ path, before, after }) => (
          <div key={path}>
            <dt>
              {title(path)} <code className="path">{path}</code>
            </dt>
            <dd>
              {before !== null && <Leaf value={value(path, before)} sign="−" name={t('replay.before')} colour={colours.danger} />}
              {after !== null && <Leaf value={value(path, after)} sign="+" name={t('replay.after')} colour={colours.success} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Leaf({ value, sign, name, colour }: { value: string; sign: string; name: string; colour: string }) {
  return (
    <span className="leaf" style={{ color: colour }}>
      <code role="img" aria-label={name}>
        {sign}
      </code>{' '}
      {value}
    </span>
  )
}
