// The campuses there are, and a new one.
import { useQuery } from '@tanstack/react-query'
import { Flex, Table } from 'antd'
import { type Campus, campusesQuery } from '../../api/institution.ts'
import { space } from '../../theme.ts'
import { Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { Entry } from './Entry.tsx'

export function Campuses() {
  const { t } = useWords()
  const { data = [], isFetching } = useQuery(campusesQuery)
  return (
    <Flex vertical gap={space.l}>
      <p className="prose quiet">{t('institution.campusesHint')}</p>
      <Table<Campus>
        size="small"
        rowKey="id"
        loading={isFetching}
        dataSource={data}
        pagination={false}
        locale={{ emptyText: <Nothing title={t('institution.noCampus')} hint={t('institution.noCampusHint')} /> }}
        columns={[
          { title: t('institution.id'), dataIndex: 'id' },
          { title: <span lang="zh-CN">中文</span>, key: 'zh', render: (_, { name }) => name['zh-CN'] },
          { title: <span lang="en">English</span>, key: 'en', render: (_, { name }) => name.en },
        ]}
      />
      <Entry what="campus" />
    </Flex>
  )
}
