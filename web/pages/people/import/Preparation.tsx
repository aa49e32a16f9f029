// What the table is to look like, column by column, and an empty one to begin with.
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { roleNames, roles } from '../../../../machines/departments.ts'
import type { FormSchema } from '../../../../machines/narrowing.ts'
import { type RowColumn, rowColumns } from '../../../api/first-steps.ts'
import { campusesQuery } from '../../../api/institution.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useWords } from '../../../ui/words.ts'
import { csvFile } from './csv.ts'
import { save } from './save.ts'

export function Preparation({ form }: { form: FormSchema }) {
  const { t, words } = useWords()
  const title = (column: RowColumn) => words(form.properties[column]?.['x-title'])
  const template = () => save(csvFile([rowColumns.map(title)]), `${t('peopleImport.templateName')}.csv`)
  return (
    <Card
      title={t('peopleImport.prepare')}
      extra={
        <Button icon={<DownloadOutlined aria-hidden />} onClick={template}>
          {t('peopleImport.template')}
        </Button>
      }
    >
      <dl className="fields prose">
        {rowColumns.map((column) => (
          <div key={column}>
            <dt>{title(column)}</dt>
            <dd>
              <About column={column} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function About({ column }: { column: RowColumn }) {
  const { t, words, list } = useWords()
  const { data: campuses = [] } = useQuery(campusesQuery)
  if (column === 'role') return t('peopleImport.about.role', { roles: list(roleNames.map((name) => words(roles[name].label))) })
  if (column !== 'campus') return t(`peopleImport.about.${column}`)
  return campuses.length
    ? t('peopleImport.about.campus', { campuses: list(campuses.map(({ name }) => words(name))) })
    : t('peopleImport.about.noCampus')
}
