// The rules by which refunds are worked out, as they are in force: to be read here, changed by a new version only.
import { Descriptions, Flex, Table, Tag } from 'antd'
import { type RefundRules as Rules, refundRules, type Scenario, type ScenarioRule, scenarios } from '../../../machines/refund-rules.ts'
import { space } from '../../theme.ts'
import { ClauseText } from '../../ui/ClauseText.tsx'
import { Sideways } from '../../ui/Sideways.tsx'
import { useWords } from '../../ui/words.ts'

/** The clause that asks for refunds by rule. */
const clause = 'A3.5.1'

export function RefundRules() {
  const { t } = useWords()
  return (
    <Flex vertical gap={space.l}>
      <p className="prose quiet">{t('institution.refunds.lead')}</p>
      <p className="prose">
        <ClauseText id={clause} />
      </p>
      {refundRules.toReversed().map((rules) => (
        <Version key={rules.version} rules={rules} />
      ))}
    </Flex>
  )
}

function Version({ rules }: { rules: Rules }) {
  const { t, words, date } = useWords()
  const items = [
    { key: 'from', label: t('institution.refunds.holdsFrom'), children: date(rules.holdsFrom) },
    {
      key: 'cooling',
      label: t('institution.refunds.coolingOff'),
      children: t('institution.refunds.days', { count: rules.coolingOffDays }),
    },
    { key: 'grace', label: t('institution.refunds.startGrace'), children: t('institution.refunds.days', { count: rules.startGraceDays }) },
    { key: 'most', label: t('institution.refunds.most'), children: t(rules.consumedAtMostPrice ? 'form.yes' : 'form.no') },
    { key: 'rounding', label: t('institution.refunds.rounding'), children: words(rules.rounding) },
  ]
  return (
    <>
      <Descriptions size="small" column={1} bordered title={t('institution.refunds.version', { version: rules.version })} items={items} />
      <Scenarios rules={rules} />
    </>
  )
}

type Row = ScenarioRule & { key: Scenario }
function Scenarios({ rules }: { rules: Rules }) {
  const { t, words } = useWords()
  return (
    <Sideways label={t('institution.refunds.scenario')}>
      <Table<Row>
        size="small"
        pagination={false}
        dataSource={scenarios.map((key) => ({ key, ...rules.scenarios[key] }))}
        columns={[
          { title: t('institution.refunds.scenario'), key: 'label', width: 110, render: (_, { label }) => words(label) },
          {
            title: t('institution.refunds.basis'),
            key: 'basis',
            render: (_, { basis, materials }) => (
              <>
                {words(basis)} {materials && <Tag>{t('institution.refunds.materials')}</Tag>}
              </>
            ),
          },
          { title: t('institution.refunds.source'), key: 'source', width: '34%', render: (_, { source }) => words(source) },
        ]}
      />
    </Sideways>
  )
}
