// The people who work here, for the administrator: who they are, what they may do, and their passwords.
import { FileExcelOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { departments, roles } from '../../../machines/departments.ts'
import { type Person, peopleQuery } from '../../api/records.ts'
import { sessionQuery } from '../../api/session.ts'
import { space } from '../../theme.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { later } from '../../ui/later.tsx'
import { Page } from '../../ui/Page.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { useWide } from '../../ui/wide.ts'
import { useWords } from '../../ui/words.ts'

const PersonDrawer = later(async () => (await import('./PersonDrawer.tsx')).PersonDrawer)

type Chosen = Person | 'new' | null

export function People() {
  const { t } = useWords()
  const { data: session } = useQuery(sessionQuery)
  const { data, error, refetch } = useQuery(peopleQuery)
  const [chosen, setChosen] = useState<Chosen>(null)
  const [text, setText] = useState('')
  if (session && session.role !== 'admin') return <Nothing title={t('people.notYours')} />
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const found = data.filter((p) => `${p.name} ${p.username ?? ''}`.toLowerCase().includes(text.toLowerCase()))
  return (
    <Page
      title={t('people.title')}
      extra={
        <Flex gap={space.s}>
          <ImportButton />
          <AddButton onClick={() => setChosen('new')} />
        </Flex>
      }
    >
      <Card>
        <Flex vertical gap={12}>
          <SearchField label={t('people.find')} value={text} onChange={setText} />
          <Listed people={found} onChoose={setChosen} />
        </Flex>
      </Card>
      <Suspense>
        {chosen && (
          <PersonDrawer
            key={chosen === 'new' ? 'new' : chosen.id}
            person={chosen === 'new' ? null : chosen}
            people={data}
            onClose={() => setChosen(null)}
          />
        )}
      </Suspense>
    </Page>
  )
}

function ImportButton() {
  const { t } = useWords()
  return (
    <Link to="/people/import">
      <Button icon={<FileExcelOutlined aria-hidden />} tabIndex={-1}>
        {t('people.import')}
      </Button>
    </Link>
  )
}

function AddButton({ onClick }: { onClick: () => void }) {
  const { t } = useWords()
  return (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={onClick}>
      {t('people.add')}
    </Button>
  )
}

function Listed({ people, onChoose }: { people: Person[]; onChoose: (person: Person) => void }) {
  const { t, words } = useWords()
  const wide = useWide()
  useEffect(PersonDrawer.soon, [])
  const name: Column<Person> = {
    title: t('person.name'),
    key: 'name',
    ...(!wide && { width: '46%' }),
    render: (person) => (
      <>
        <Button type="link" style={{ padding: 0 }} onClick={() => onChoose(person)}>
          {person.name}
        </Button>
        {!wide && <div className="quiet">{person.username}</div>}
      </>
    ),
  }
  const role: Column<Person> = {
    title: t('person.role'),
    key: 'role',
    render: ({ role, lead }) => (
      <>
        {words(roles[role].label)} {lead && <span className="tag">{t('person.lead')}</span>}
      </>
    ),
  }
  const all: Column<Person>[] = [
    name,
    { title: t('person.username'), key: 'username', render: ({ username }) => username },
    role,
    { title: t('person.department'), key: 'department', render: ({ department }) => words(departments[department]) },
    {
      title: t('person.active'),
      key: 'active',
      render: ({ active }) => (active ? t('people.active') : <span className="tag">{t('people.left')}</span>),
    },
  ]
  return <Table<Person> rowKey={({ id }) => id} rows={people} columns={wide ? all : [name, role]} most={30} />
}
