// What others did to the case while its reader was filling in a form: who, when, what, and beside it what the reader typed.
import { CopyOutlined } from '@ant-design/icons'
import { Form } from 'antd'
import type { FieldSchema, FormSchema } from '../../../machines/narrowing.ts'
import type { Case, Facts, HistoryEvent } from '../../api/cases.ts'
import type { WithActs } from '../../api/procedures.ts'
import { Button } from '../Button.tsx'
import { FieldList, FieldValue } from '../FieldList.tsx'
import { useMessages } from '../Messages.tsx'
import { formOf, valuesOf } from '../recorded.ts'
import { useSentence } from '../sentence.tsx'
import { useWords } from '../words.ts'
import { asText } from './as-text.ts'
import { changedFacts } from './changed-facts.ts'

/** `before` is what the case knew when the form was opened, where that is known. */
type Props = { events: HistoryEvent[]; before: Facts | null; of: Case; type: string; still: boolean; procedure: WithActs }

export function Meanwhile({ events, before, of, type, still, procedure }: Props) {
  const { t } = useWords()
  if (!events.length) return still ? null : <CopyMine procedure={procedure} type={type} />
  return (
    <section className="meanwhile" aria-label={t('meanwhile.title')}>
      <h3>{t('meanwhile.title')}</h3>
      {events.map((event) => (
        <One key={event.sequence} event={event} procedure={procedure} mine={event.type === type} />
      ))}
      {before && <FactsChanged before={before} of={of} procedure={procedure} />}
      {still ? <p>{t('meanwhile.goOn')}</p> : <CopyMine procedure={procedure} type={type} />}
    </section>
  )
}

function One({ event, procedure, mine }: { event: HistoryEvent; procedure: WithActs; mine: boolean }) {
  const { moment } = useWords()
  const sentence = useSentence(procedure)
  const schema = formOf(event.type, procedure)
  return (
    <div className="meanwhile-one">
      <p>
        {moment(event.at)} <strong>{sentence(event)}</strong>
      </p>
      {mine ? <Beside event={event} schema={schema} /> : <FieldList schema={schema} values={valuesOf(event)} />}
    </div>
  )
}

/** The same form filled in by two people: field by field, theirs and the reader's. */
function Beside({ event, schema }: { event: HistoryEvent; schema: FieldSchema }) {
  const { t, words } = useWords()
  const form = Form.useFormInstance()
  const mine = (Form.useWatch([], form) ?? {}) as Facts
  const theirs = valuesOf(event)
  const fields = Object.entries(schema.properties ?? {}).filter(([name]) => theirs[name] !== undefined || mine[name] !== undefined)
  if (!fields.length) return null
  return (
    <table className="beside">
      <thead>
        <tr>
          <th scope="col">{t('meanwhile.field')}</th>
          <th scope="col">{event.actorName}</th>
          <th scope="col">{t('meanwhile.mine')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(([name, field]) => (
          <tr key={name}>
            <th scope="row">{words(field['x-title']) || name}</th>
            <td>
              <FieldValue schema={field} value={theirs[name]} field={name} />
            </td>
            <td>
              <FieldValue schema={field} value={mine[name]} field={name} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FactsChanged({ before, of, procedure }: { before: Facts; of: Case; procedure: WithActs }) {
  const { t, words } = useWords()
  const changes = changedFacts(before, of, procedure, t)
  if (!changes.length) return null
  return (
    <dl className="fields">
      {changes.map(({ name, schema, was, is }) => (
        <div key={name}>
          <dt>{words(schema['x-title']) || name}</dt>
          <dd>
            <del>
              <FieldValue schema={schema} value={was} field={name} />
            </del>{' '}
            → <FieldValue schema={schema} value={is} field={name} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What was typed need not be typed again somewhere else. */
function CopyMine({ procedure, type }: { procedure: WithActs; type: string }) {
  const { t, locale } = useWords()
  const { message } = useMessages()
  const form = Form.useFormInstance()
  const mine = (Form.useWatch([], form) ?? {}) as Facts
  const text = asText(formOf(type, procedure) as FormSchema, mine, locale)
  if (!text) return null
  const copy = () =>
    copied(text).then(
      () => void message.success(t('meanwhile.copied')),
      () => void message.warning(t('meanwhile.notCopied')),
    )
  return (
    <div className="copy-mine">
      <p>{t('meanwhile.copyHint')}</p>
      <pre>{text}</pre>
      <Button size="small" icon={<CopyOutlined aria-hidden />} disabled={false} onClick={() => void copy()}>
        {t('meanwhile.copy')}
      </Button>
    </div>
  )
}
/** Browsers give the clipboard to pages they hold to be safe; elsewhere the text stands there to be chosen by hand. */
const copied = async (text: string) => navigator.clipboard.writeText(text)
