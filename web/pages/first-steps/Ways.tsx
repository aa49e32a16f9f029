// The way to each of the first steps: a page, or a form on the spot.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { type Role, roles } from '../../../machines/departments.ts'
import { type FirstStep, type FirstSteps, institutionQuery, renameInstitution } from '../../api/first-steps.ts'
import { procedureNamesQuery } from '../../api/procedures.ts'
import { useMessages } from '../../ui/Messages.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { useWords } from '../../ui/words.ts'

export function Ways({ name, beginnings }: { name: FirstStep; beginnings: FirstSteps }) {
  const { t } = useWords()
  if (name === 'institution') return <NameForm />
  if (name === 'people') return <PeopleWays lacking={beginnings.lacking} />
  if (name === 'cases') return <Openers />
  return (
    <p className="ways">
      <Link to="/institution" search={{ tab: name }}>
        {t(`firstSteps.way.${name}`)}
      </Link>
      {name === 'students' && (
        <Link to="/institution" search={{ tab: 'enrolment' }}>
          {t('firstSteps.way.enrolment')}
        </Link>
      )}
    </p>
  )
}

function NameForm() {
  const { t } = useWords()
  const client = useQueryClient()
  const { message } = useMessages()
  const explain = useProblemWords()
  const { data } = useQuery(institutionQuery)
  const saving = useMutation({
    mutationFn: ({ name }: { name: string }) => renameInstitution(name),
    onSuccess: async () => {
      await client.invalidateQueries()
      void message.success(t('people.saved'))
    },
  })
  if (!data) return null
  return (
    <Form<{ name: string }>
      layout="inline"
      className="inline-form"
      initialValues={{ name: data.name ?? '' }}
      onFinish={(form) => saving.mutate(form)}
    >
      <Form.Item name="name" label={t('setup.institution')} rules={[{ required: true, whitespace: true, message: t('form.required') }]}>
        <Input maxLength={200} autoComplete="organization" />
      </Form.Item>
      <Button htmlType="submit" loading={saving.isPending}>
        {t('people.save')}
      </Button>
      {saving.error && <Alert role="alert" type="error" showIcon title={explain(saving.error)} />}
    </Form>
  )
}

function PeopleWays({ lacking }: Pick<FirstSteps, 'lacking'>) {
  const { t, words, list } = useWords()
  const ways: [LinkProps['to'], 'import' | 'people'][] = [
    ['/people/import', 'import'],
    ['/people', 'people'],
  ]
  return (
    <>
      {lacking.length > 0 && (
        <p className="prose">
          {t('firstSteps.lacking', {
            people: list(
              lacking.map((lack) =>
                t('firstSteps.missing', { who: list(lack.roles.map((role) => words(roles[role].label))), count: lack.missing }),
              ),
            ),
          })}
        </p>
      )}
      <p className="ways">
        {ways.map(([to, name]) => (
          <Link key={name} to={to}>
            {t(`firstSteps.way.${name}`)}
          </Link>
        ))}
      </p>
    </>
  )
}

/** Who can open which case: the administrator opens none. */
function Openers() {
  const { words, list, colon } = useWords()
  const { data = [] } = useQuery(procedureNamesQuery)
  return (
    <ul className="openers">
      {data.map(({ name, label, openedBy }) => (
        <li key={name}>
          {words(label)}
          {colon}
          {list(openedBy.map((role: Role) => words(roles[role].label)))}
        </li>
      ))}
    </ul>
  )
}
