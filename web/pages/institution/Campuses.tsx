// The campuses there are, and a new one.
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { type Campus, campusesQuery } from '../../api/institution.ts'
import { space } from '../../theme.ts'
import { Flex } from '../../ui/Flex.tsx'
import { Loading, Nothing } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { useWords } from '../../ui/words.ts'
import { Entry } from './entering.ts'

export function Campuses() {
  const { data = [], isPending } = useQuery(campusesQuery)
  return (
    <Flex vertical gap={space.l}>
      {isPending ? <Loading within /> : <List campuses={data} />}
      <Suspense fallback={<Loading within />}>
        <Entry what="campus" />
      </Suspense>
    </Flex>
  )
}

function List({ campuses }: { campuses: Campus[] }) {
  const { t } = useWords()
  if (!campuses.length) return <Nothing title={t('institution.noCampus')} hint={t('institution.noCampusHint')} />
  const columns: Column<Campus>[] = [
    { title: t('institution.id'), key: 'id', render: ({ id }) => id },
    { title: <span lang="zh-CN">中文</span>, key: 'zh', render: ({ name }) => name['zh-CN'] },
    { title: <span lang="en">English</span>, key: 'en', render: ({ name }) => name.en },
  ]
  return <Table<Campus> rowKey={({ id }) => id} rows={campuses} columns={columns} />
}
