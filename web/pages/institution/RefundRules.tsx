// The rules by which refunds are worked out, as they are in force: to be read here, changed by a new version only.

import { type RefundRules as Rules, refundRules, type Scenario, type ScenarioRule, scenarios } from '../../../machines/refund-rules.ts'
import { space } from '../../theme.ts'
import { ClauseText } from '../../ui/ClauseText.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { Sideways } from '../../ui/Sideways.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { useWords } from '../../ui/words.ts'

/** The clause that asks for refunds by rule. */
const clause = 'A3.5.1'

export function RefundRules() {
  return (
    <Flex vertical gap={space.l}>
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
    { term: t('institution.refunds.holdsFrom'), said: date(rules.holdsFrom) },
    { term: t('institution.refunds.coolingOff'), said: t('institution.refunds.days', { count: rules.coolingOffDays }) },
    { term: t('institution.refunds.startGrace'), said: t('institution.refunds.days', { count: rules.startGraceDays }) },
    { term: t('institution.refunds.most'), said: t(rules.consumedAtMostPrice ? 'form.yes' : 'form.no') },
    { term: t('institution.refunds.rounding'), said: words(rules.rounding) },
  ]
  return (
    <>
      <h2>{t('institution.refunds.version', { version: rules.version })}</h2>
      <dl className="fields">
        {items.map(({ term, said }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <Scenarios rules={rules} />
    </>
  )
}

type Row = ScenarioRule & { key: Scenario }
function Scenarios({ rules }: { rules: Rules }) {
  const { t, words } = useWords()
  const columns: Column<Row>[] = [
    { title: t('institution.refunds.scenario'), key: 'label', width: 110, render: ({ label }) => words(label) },
    {
      title: t('institution.refunds.basis'),
      key: 'basis',
      render: ({ basis, materials }) => (
        <>
          {words(basis)} {materials && <span className="tag">{t('institution.refunds.materials')}</span>}
        </>
      ),
    },
    { title: t('institution.refunds.source'), key: 'source', width: '34%', render: ({ source }) => words(source) },
  ]
  return (
    <Sideways label={t('institution.refunds.scenario')}>
      <Table<Row> rowKey={({ key }) => key} rows={scenarios.map((key) => ({ key, ...rules.scenarios[key] }))} columns={columns} />
    </Sideways>
  )
}
