// A short form of words and passwords: what is wrong with a field is said below it, and the first of these takes the focus.
import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { type FormEvent, type InputHTMLAttributes, type PropsWithChildren, type ReactNode, useId, useState } from 'react'
import { Button } from './Button.tsx'
import { useWords } from './words.ts'

export type PlainField<Name extends string> = {
  name: Name
  label: string
  extra?: ReactNode
  /** Undefined where nothing is. */
  wrong: (value: string) => string | undefined
  /** What the server said about it. */
  refused?: string | undefined
} & Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'autoComplete' | 'autoFocus' | 'maxLength' | 'defaultValue'>

type Words<Name extends string> = Record<Name, string>
/** The button and what is said about the whole stand inside, after the fields. */
type Props<Name extends string> = PropsWithChildren<{
  fields: PlainField<Name>[]
  onSubmit: (answers: Words<Name>) => void
  inline?: boolean
}>

export function PlainForm<Name extends string>({ fields, onSubmit, inline, children }: Props<Name>) {
  const [wrong, setWrong] = useState<Partial<Words<Name>>>({})
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const answers = Object.fromEntries(fields.map(({ name }) => [name, inputOf(form, name).value])) as Words<Name>
    const found = fields.flatMap(({ name, wrong }) => {
      const said = wrong(answers[name])
      return said === undefined ? [] : [[name, said] as const]
    })
    setWrong(Object.fromEntries(found) as Partial<Words<Name>>)
    const [first] = found
    if (first) inputOf(form, first[0]).focus()
    else onSubmit(answers)
  }
  return (
    <form noValidate onSubmit={submit} className={inline ? 'plain-form inline' : 'plain-form'}>
      {fields.map(({ wrong: _, refused, ...field }) => (
        <Line
          key={field.name}
          {...field}
          error={wrong[field.name] ?? refused}
          onType={() => setWrong({ ...wrong, [field.name]: undefined })}
        />
      ))}
      {children}
    </form>
  )
}

const inputOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement

type LineProps = Omit<PlainField<string>, 'wrong' | 'refused'> & { error: string | undefined; onType: () => void }
function Line({ label, extra, error, onType, type = 'text', ...input }: LineProps) {
  const id = useId()
  const [shown, setShown] = useState(false)
  const about = [error && `${id}-error`, extra && `${id}-extra`].filter(Boolean).join(' ')
  return (
    <div className="plain-line">
      <label htmlFor={id}>{label}</label>
      <span className="plain-input">
        <input
          {...input}
          id={id}
          type={shown ? 'text' : type}
          className="field"
          aria-required
          aria-invalid={error !== undefined}
          aria-describedby={about || undefined}
          onInput={onType}
        />
        {type === 'password' && <Reveal shown={shown} onChange={setShown} />}
      </span>
      {error && (
        <div id={`${id}-error`} role="alert" className="wrong">
          {error}
        </div>
      )}
      {extra && (
        <div id={`${id}-extra`} className="prose quiet">
          {extra}
        </div>
      )}
    </div>
  )
}

function Reveal({ shown, onChange }: { shown: boolean; onChange: (shown: boolean) => void }) {
  const { t } = useWords()
  const Sign = shown ? EyeOutlined : EyeInvisibleOutlined
  return (
    <Button
      type="text"
      size="small"
      icon={<Sign aria-hidden />}
      aria-label={t('form.reveal')}
      aria-pressed={shown}
      onClick={() => onChange(!shown)}
    />
  )
}
